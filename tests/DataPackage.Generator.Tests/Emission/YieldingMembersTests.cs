namespace DataPackage.Generator.Tests.Emission;

/// <summary>Facts and Source, which every entity has, are also common names of properties.</summary>
public sealed class YieldingMembersTests
{
    [Fact]
    public void A_property_called_source_takes_the_name_and_the_location_is_asked_for_through_the_interface()
    {
        var generated = new SeedSet()
            .With(
                "schema/Thing.yaml",
                "abstract: true\nproperties:\n  facts: { type: text, description: What is known. }\n"
            )
            .With(
                "schema/Report.yaml",
                "plural: Reports\nextends: [Thing]\nproperties:\n  source: { type: url, description: Where it was found. }\n"
            )
            .With(
                "schema/Source.yaml",
                "plural: Sources\nproperties:\n  name: { type: text, description: What it is called. }\n"
            )
            .With("reports/a.yaml", "source: https://example.org/\nfacts: few\n")
            .With("sources/b.yaml", "name: B\n")
            .Generate(
                """
                namespace Seeded;

                internal static class Use
                {
                    public static string Location(DataPackage.Runtime.IEntity entity) => entity.Source + " " + entity.Facts.Count;

                    public static string Facts(IThing thing) => thing.Facts!;
                }
                """
            );

        Assert.Empty(generated.Messages);
        Assert.Empty(generated.CompilerMessages);
        Assert.Equal("https://example.org/", generated.Entity("Reports", "A").Get("Source")!.ToString());
        Assert.Equal("few", generated.Entity("Reports", "A").Get("Facts"));
    }
}
