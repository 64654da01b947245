using DataPackage.Testing;

namespace DataPackage.LanguageServer.Tests;

/// <summary>The editor of a curator of this repository after one build: the written schemas and the committed
/// settings.</summary>
public class ShippedSeedsTests
{
    private static readonly string Settings = Repository.PathOf(".vscode/settings.json");

    [NodeFact]
    public async Task A_new_line_is_completed_with_the_properties_of_the_kind()
    {
        await using var server = await LanguageServer.Open(Repository.Root, Settings);

        var offered = await server.Complete("seeds/persons/somebody.yaml", "name: Somebody\n$$");

        Assert.Superset(
            new HashSet<string> { "aliases", "birthDate", "positions", "citations", "csharpName" },
            offered.Keys.ToHashSet(StringComparer.Ordinal)
        );
        Assert.Contains("When the person was born.", offered["birthDate"], StringComparison.Ordinal);
        Assert.DoesNotContain("name", offered.Keys);
    }

    [NodeFact]
    public async Task A_value_of_an_enumeration_is_completed_with_its_description()
    {
        await using var server = await LanguageServer.Open(Repository.Root, Settings);

        var offered = await server.Complete("seeds/events/something.yaml", "type: $$\n");

        Assert.Contains("talks", offered.Keys);
        Assert.NotEmpty(offered["talks"]);
    }

    [NodeFact]
    public async Task A_reference_is_completed_with_the_ids_of_entities_and_what_they_are_called()
    {
        await using var server = await LanguageServer.Open(Repository.Root, Settings);

        var places = await server.Complete("seeds/events/something.yaml", "place: $$\n");
        var participants = await server.Complete("seeds/events/something.yaml", "participants:\n  - $$\n");

        Assert.Contains("Istanbul", places["istanbul"], StringComparison.Ordinal);
        Assert.DoesNotContain("kirill-dmitriev", places.Keys);
        Assert.Equal("Kirill Dmitriev (person)", participants["kirill-dmitriev"]);
        Assert.Contains("kremlin", participants.Keys);
    }

    [NodeFact]
    public async Task A_citation_is_completed_with_articles_and_with_the_properties_that_it_can_support()
    {
        await using var server = await LanguageServer.Open(Repository.Root, Settings);

        var articles = await server.Complete("seeds/persons/somebody.yaml", "citations:\n  - article: $$\n");
        var supported = await server.Complete(
            "seeds/persons/somebody.yaml",
            "citations:\n  - article: dmitriev-in-washington\n    for: [$$]\n"
        );

        Assert.Contains("dmitriev-in-washington", articles.Keys);
        Assert.Contains("birthDate", supported.Keys);
    }

    [NodeFact]
    public async Task Hovering_over_a_property_shows_what_its_schema_says()
    {
        await using var server = await LanguageServer.Open(Repository.Root, Settings);

        Assert.Contains(
            "When the person was born.",
            await server.Hover("seeds/persons/somebody.yaml", "name: Somebody\nbirth$$Date: 1975\n"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Istanbul (place)",
            await server.Hover("seeds/events/something.yaml", "place: istan$$bul\n"),
            StringComparison.Ordinal
        );
    }

    [NodeFact]
    public async Task A_bad_value_is_marked_at_its_line()
    {
        await using var server = await LanguageServer.Open(Repository.Root, Settings);

        var marks = await server.Marks(
            "seeds/events/something.yaml",
            """
            name: Something
            date: 27 February 2025
            type: picnic
            place: constantinople
            plaze: istanbul
            summary: Something happened.
            """
        );

        Assert.Contains(marks, mark => mark.StartsWith("2: A date in EDTF", StringComparison.Ordinal));
        Assert.Contains(
            marks,
            mark => mark.StartsWith("3: ", StringComparison.Ordinal) && mark.Contains("talks", StringComparison.Ordinal)
        );
        Assert.Contains("4: There is no place with this id.", marks);
        Assert.Contains("5: Property plaze is not allowed.", marks);
    }

    [NodeFact]
    public async Task No_shipped_seed_has_a_mark()
    {
        await using var server = await LanguageServer.Open(Repository.Root, Settings);
        var seeds = Directory.GetFiles(Repository.PathOf("seeds"), "*.yaml", SearchOption.AllDirectories);
        Assert.NotEmpty(seeds);

        var marks = new List<string>();
        foreach (var seed in seeds)
            marks.AddRange(
                (
                    await server.Marks(Path.GetRelativePath(Repository.Root, seed), await File.ReadAllTextAsync(seed))
                ).Select(mark => $"{seed}({mark}")
            );

        Assert.Equal([], marks);
    }

    /// <summary>Also without npm: the settings name every kind.</summary>
    [Fact]
    public void The_committed_settings_are_those_that_the_build_writes() =>
        Assert.Equal(
            File.ReadAllText(Repository.PathOf("nuget/DataPackage/obj/editor/settings.json")),
            File.ReadAllText(Settings)
        );
}
