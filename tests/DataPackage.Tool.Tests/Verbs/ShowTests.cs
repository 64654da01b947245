using System.Text.Json;

namespace DataPackage.Tool.Tests.Verbs;

/// <summary>What <c>show</c> says of an entity, and by which names it finds one.</summary>
public class ShowTests
{
    [Fact]
    public void Values_have_their_passages_with_lines_and_reverses_follow()
    {
        using var folder = Fleet.Make();

        Assert.Equal(
            """
            Ship/albatros · Albatros
            seed: seeds/ships/albatros.yaml(1,1)
            accessor: Ships.Albatros
            name: en: Albatros; de: Albatros
              “Albatros has a crew of forty” (log, line 7)
            aliases: Alba, the white, Alby
            number: 7
            crew: 40
              “Albatros has a crew of forty” (log, line 7)
            length: 52.50
            steel: true
            rig: brig
            sistersOf: boreas

            """,
            folder.Run("show", "albatros").Fine()
        );
    }

    [Fact]
    public void Claims_follow_the_value_that_the_property_has()
    {
        using var folder = Fleet
            .Make()
            .With(
                "seeds/ships/c.yaml",
                """
                name: C
                number: { value: , state: unknown, note: painted over }
                crew:
                  - { value: 9, rank: preferred, accordingTo: boreas }
                  - { value: 40, rank: deprecated, because: of another ship, cite: { article: log, quote: a crew of forty } }

                """
            );

        Assert.Equal(
            """
            Ship/c · C
            seed: seeds/ships/c.yaml(1,1)
            accessor: Ships.C
            name: en: C
            number: no value
              claim: unknown (note: painted over)
            crew: 9
              claim: 9 (preferred; according to: boreas)
              claim: 40 (deprecated; because: of another ship)
                “a crew of forty” (log, line 7)

            """,
            folder.Run("show", "c").Fine()
        );
        using var json = JsonDocument.Parse(folder.Run("show", "c", "--json").Fine());
        Assert.Equal(
            ["number unknown", "crew ", "crew~0 "],
            json.RootElement.GetProperty("claims")
                .EnumerateArray()
                .Select(claim =>
                    claim.GetProperty("path").GetString()
                    + " "
                    + (claim.TryGetProperty("state", out var state) ? state.GetString() : "")
                )
        );
    }

    [Theory]
    [InlineData("boreas", null)]
    [InlineData("Ship/boreas", null)]
    [InlineData("ships/boreas", null)]
    [InlineData("BOREAS", null)]
    [InlineData("north-wind", "found: by the former id 'north-wind'")]
    public void An_entity_is_found_by_id_former_id_and_name(string name, string? found)
    {
        using var folder = Fleet.Make();

        var lines = folder.Run("show", name).Fine().Split('\n');

        Assert.Equal("Ship/boreas · Boreas", lines[0]);
        Assert.Equal(found ?? "seed: seeds/ships/boreas.yaml(1,1)", lines[1]);
    }

    [Fact]
    public void An_alias_is_named()
    {
        using var folder = Fleet.Make();

        TextAssert.Has("found: by the name 'Alby'", folder.Run("show", "alby").Fine());
    }

    [Fact]
    public void Several_entities_of_one_name_are_listed()
    {
        using var folder = Fleet.Make().With("seeds/ships/alby-2.yaml", "name: Alby\n");

        var run = folder.Run("show", "Alby");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("datapackage: 'Alby' may be Ship/albatros or Ship/alby-2: name one of these\n", run.Errors);
    }

    [Fact]
    public void An_unknown_entity_is_a_finding_with_a_suggestion()
    {
        using var folder = Fleet.Make();

        var run = folder.Run("show", "albatross");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Equal("datapackage: there is no entity 'albatross'; did you mean 'albatros'?\n", run.Errors);
    }

    [Fact]
    public void Json_has_typed_values_and_the_passages()
    {
        using var folder = Fleet.Make();

        using var sheet = JsonDocument.Parse(folder.Run("show", "albatros", "--json").Fine());

        var values = sheet.RootElement.GetProperty("values");
        Assert.Equal("Albatros", values.GetProperty("name").GetProperty("de").GetString());
        Assert.Equal(40, values.GetProperty("crew").GetInt32());
        Assert.True(values.GetProperty("steel").GetBoolean());
        Assert.Equal(7, sheet.RootElement.GetProperty("citations")[0].GetProperty("line").GetInt32());
        Assert.Equal("Ship/boreas", sheet.RootElement.GetProperty("reverses").GetProperty("sistersOf")[0].GetString());
    }
}
