namespace DataPackage.Generator.Tests.Emission;

/// <summary>Members that every entity has give way to properties of their names.</summary>
public sealed class YieldingMembersTests
{
    [Fact]
    public void A_property_takes_the_name_of_such_a_member_which_is_then_asked_for_through_the_interface()
    {
        var generated = new SeedSet()
            .With(
                "schema/Thing.yaml",
                "abstract: true\nproperties:\n  getFacts: { type: text, description: What is known. }\n"
                    + "  find: { type: text, description: What was found. }\n"
            )
            .With(
                "schema/Report.yaml",
                "plural: Reports\nextends: [Thing]\nproperties:\n"
                    + "  definedAt: { type: url, description: Where it was found. }\n"
                    + "  citationsFor: { type: integer, description: How many it has. }\n"
            )
            .With(
                "schema/DefinedAt.yaml",
                "plural: Places\nproperties:\n  name: { type: text, description: What it is called. }\n"
            )
            .With("reports/a.yaml", "definedAt: https://example.org/\ngetFacts: few\nfind: a wreck\ncitationsFor: 2\n")
            .With("places/b.yaml", "name: B\n")
            .Generate(
                """
                namespace Seeded;

                internal static class Use
                {
                    public static string Location(DataPackage.Runtime.IEntity entity) =>
                        entity.DefinedAt + " " + entity.GetFacts().Count + entity.CitationsFor("find").Count;

                    public static string Facts(IThing thing) => thing.GetFacts!;
                }
                """
            );

        Assert.Empty(generated.Messages);
        Assert.Empty(generated.CompilerMessages);
        Assert.Equal("https://example.org/", generated.Entity("Reports", "A").Get("DefinedAt")!.ToString());
        Assert.Equal("a wreck", generated.Entity("Reports", "A").Get("Find"));
        Assert.Equal("few", generated.Entity("Reports", "A").Get("GetFacts"));
    }
}
