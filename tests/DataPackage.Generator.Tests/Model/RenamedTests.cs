using DataPackage.Runtime;

namespace DataPackage.Generator.Tests.Model;

/// <summary>A renamed entity remains available to the programs and data that use its former name.</summary>
public class RenamedTests
{
    private static SeedSet Ships(string seed) =>
        new SeedSet()
            .With("schema/Ship.yaml", "caption: name\nproperties: { name: { type: text }, sister: { range: Ship } }")
            .With("ships/albatros.yaml", seed)
            .With("ships/tern.yaml", "name: Tern");

    [Fact]
    public void The_former_accessor_is_obsolete_and_names_the_new_one_and_gives_the_same_instance()
    {
        var generated = Ships("name: Albatros\nformerIds: [moewe, the-gull]")
            .Generate(
                "/// <summary>A</summary>\npublic static class Program { /// <summary>B</summary>\npublic static object Answer => Seeded.Ships.TheGull; }"
            );

        Assert.Contains(
            "CS0618: 'Ships.TheGull' is obsolete: 'It is called Ships.Albatros now.'",
            Assert.Single(generated.CompilerMessages),
            StringComparison.Ordinal
        );
        var quiet = Ships("name: Albatros\nformerIds: [moewe, the-gull]").Generate();
        Assert.Same(quiet.Entity("Ships", "Albatros"), quiet.Entity("Ships", "Moewe"));
        Assert.Same(quiet.Entity("Ships", "Albatros"), quiet.Entity("Ships", "TheGull"));
        Assert.Contains(
            "/// <summary>The former name of <see cref=\"P:Seeded.Ships.Albatros\"/>; the same instance.</summary>",
            quiet.Source("Ships.g.cs"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_former_id_still_leads_to_the_entity_which_says_its_new_one_and_counts_once()
    {
        var generated = Ships("name: Albatros\nformerIds: moewe").Generate();

        var ship = (IEntity)generated.Call("Ships", "Get", "moewe")!;
        Assert.Equal("albatros", ship.Id);
        Assert.Equal(
            2,
            (
                (System.Collections.ICollection)
                    ((System.Collections.IEnumerable)generated.Call("Ships", "All")!).Cast<object>().ToList()
            ).Count
        );
    }

    [Fact]
    public void A_reference_in_the_data_to_the_former_id_is_told_the_new_one() =>
        Assert.Equal(
            ["There is no ship with the id 'moewe'; it is called 'albatros' now"],
            Ships("formerIds: moewe").With("ships/tern.yaml", "sister: moewe").Generate().Texts
        );

    [Theory]
    [InlineData("formerIds: [tern]", "ships/albatros.yaml(1,13): DP4001")]
    [InlineData("formerIds: [albatros]", "ships/albatros.yaml(1,13): DP4001")]
    [InlineData("formerIds: [gull, gull]", "ships/albatros.yaml(1,19): DP4001")]
    [InlineData("formerIds: [Gull]", "ships/albatros.yaml(1,13): DP4002")]
    [InlineData("formerIds: { a: b }", "ships/albatros.yaml(1,12): DP1004")]
    public void An_id_that_is_in_use_or_none_at_all_cannot_be_a_former_one(string seed, string message) =>
        Assert.Equal([message], Ships(seed).Generate().Messages);

    [Fact]
    public void A_former_accessor_that_another_entity_has_now_would_lead_programs_astray()
    {
        var generated = Ships("formerIds: [the-gull]").With("ships/tern.yaml", "csharpName: TheGull").Generate();

        Assert.Equal(["ships/albatros.yaml(1,13): DP4003"], generated.Messages);
        Assert.Empty(generated.CompilerMessages);
    }

    [Fact]
    public void A_former_id_with_the_accessor_of_the_present_one_needs_none()
    {
        var generated = Ships("csharpName: Gull\nformerIds: [gull]").Generate();

        Assert.Empty(generated.Messages);
        Assert.Empty(generated.CompilerMessages);
        Assert.Equal("albatros", ((IEntity)generated.Call("Ships", "Get", "gull")!).Id);
    }
}
