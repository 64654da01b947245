namespace DataPackage.Generator.Tests.Emission;

/// <summary>Catalogs that group their entities by the values of properties.</summary>
public class GroupTests
{
    private static SeedSet Fleet(string groupBy) =>
        new SeedSet()
            .With(
                "schema/Ship.yaml",
                $$"""
                plural: Ships
                groupBy: {{groupBy}}
                properties:
                  rig: { type: enum, values: { full-rigged: Square sails on all masts., bark: None on the last mast. } }
                  launched: { type: date }
                  home: { range: Harbour }
                  flags: { type: text, cardinality: many }
                  masts: { type: integer }
                """
            )
            .With("schema/Harbour.yaml", "plural: Harbours\nproperties: { }\n")
            .With("harbours/equals.yaml", "")
            .With("harbours/bergen.yaml", "")
            .With("ships/albatros.yaml", "rig: bark\nlaunched: 1901-12-31/1902\nhome: bergen\nflags: [red, C++, red]\n")
            .With("ships/bergen.yaml", "rig: full-rigged\nlaunched: -0044-03-15\nhome: bergen\nflags: [all, '?!']\n")
            .With("ships/by-rig.yaml", "launched: ../1950\nhome: equals\n")
            .With("ships/tern.yaml", "rig: bark\nlaunched: 1900\n");

    private static IEnumerable<object?> IdsIn(Generated fleet, string group) =>
        fleet.Call("Ships+" + group, "All")!.List().Select(ship => ship!.Get("Id"));

    [Fact]
    public void Entities_are_found_by_an_enumeration_by_year_by_whom_they_refer_to_and_by_each_item_of_a_list()
    {
        var fleet = Fleet("[rig, launched, home, flags]").Generate();
        Assert.Empty(fleet.Messages);
        Assert.Empty(fleet.CompilerMessages);

        Assert.Equal(["albatros", "tern"], IdsIn(fleet, "ByRig+Bark"));
        Assert.Same(fleet.Entity("Ships", "Tern"), fleet.Entity("Ships+ByRig+Bark", "Tern"));
        Assert.Equal(["bergen"], IdsIn(fleet, "ByRig+FullRigged"));
        Assert.Equal(["albatros"], IdsIn(fleet, "ByLaunched+In1901"));
        Assert.Equal(["tern"], IdsIn(fleet, "ByLaunched+In1900"));
        Assert.Equal(["bergen"], IdsIn(fleet, "ByLaunched+InMinus44"));
        Assert.Equal(["by-rig"], IdsIn(fleet, "ByLaunched+Undated"));
        Assert.Equal(["albatros"], IdsIn(fleet, "ByFlags+Red"));
        Assert.Equal(["albatros"], IdsIn(fleet, "ByFlags+CPlusPlus"));
        Assert.Equal(["bergen"], IdsIn(fleet, "ByFlags+Other"));
    }

    [Fact]
    public void Years_of_any_length_have_groups()
    {
        var fleet = Fleet("[launched]")
            .With("ships/first.yaml", "launched: Y-123456789012\n")
            .With("ships/last.yaml", "launched: Y123456789012345\n")
            .Generate();
        Assert.Empty(fleet.Messages);

        Assert.Equal(["first"], IdsIn(fleet, "ByLaunched+InMinus123456789012"));
        Assert.Equal(["last"], IdsIn(fleet, "ByLaunched+In123456789012345"));
    }

    [Fact]
    public void A_group_gives_way_to_what_is_called_like_it()
    {
        var fleet = Fleet("[rig, home, flags]").Generate();

        // Groups named like one of their entities, like a member of every object and like the list of all, and an
        // entity named like the groups.
        Assert.Equal(["albatros", "bergen"], IdsIn(fleet, "ByHome+Bergen_"));
        Assert.Equal(["by-rig"], IdsIn(fleet, "ByHome+Equals_"));
        Assert.Equal(["bergen"], IdsIn(fleet, "ByFlags+All_"));
        Assert.Equal("by-rig", fleet.Entity("Ships", "ByRig_").Get("Id"));
    }

    [Theory]
    [InlineData("[mats]", "schema/Ship.yaml(2,11): DP1002")]
    [InlineData("[masts]", "schema/Ship.yaml(2,11): DP1010")]
    public void What_makes_no_groups_is_an_error_where_it_is_named(string groupBy, string message) =>
        Assert.Equal([message], Fleet(groupBy).Generate().Messages);

    [Fact]
    public void A_value_that_was_edited_writes_the_groups_anew_only_where_it_changes_them()
    {
        var seeds = Fleet("[rig]");
        var before = seeds.Generate().Source("Ships.By.g.cs");

        Assert.Equal(
            before,
            seeds.With("ships/tern.yaml", "rig: bark\nlaunched: 1899\n").Generate().Source("Ships.By.g.cs")
        );
        Assert.NotEqual(before, seeds.With("ships/tern.yaml", "launched: 1899\n").Generate().Source("Ships.By.g.cs"));
    }
}
