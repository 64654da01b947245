using System.Text;
using DataPackage.Generator.Tests;
using DataPackage.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.QuickInfo;

namespace DataPackage.Editor.Tests;

/// <summary>The texts that a person sees while browsing the package: Shown.txt has one example of each sort. Set
/// UPDATE_SNAPSHOTS=1 to rewrite it, and read it with the eyes of a newcomer.</summary>
public class ShownTests(PackedEditor editor) : IClassFixture<PackedEditor>
{
    private const string Snapshot = "tests/DataPackage.Editor.Tests/Shown.txt";

    /// <summary>One symbol of each sort to hover over.</summary>
    private static readonly (string Sort, string Code)[] Hovered =
    [
        ("a catalog", "_ = $$Persons.All;"),
        ("an entity", "_ = Persons.$$KirillDmitriev;"),
        ("an entity with a time", "_ = Events.$$IstanbulTalks2025;"),
        ("an article", "_ = Articles.$$DmitrievInWashington;"),
        ("a kind", "$$Person person;"),
        ("an abstract kind", "$$IAgent agent;"),
        ("an embedded kind", "$$Position position;"),
        ("a property", "_ = Persons.KirillDmitriev.$$BirthDate;"),
        ("a list of embedded values", "_ = Persons.KirillDmitriev.$$Positions;"),
        ("a reverse", "_ = Persons.KirillDmitriev.$$Events;"),
        ("an enumeration", "$$EventType type;"),
        ("a value of an enumeration", "_ = EventType.$$Talks;"),
        ("a look-up by id", "_ = Persons.$$Get(\"kirill-dmitriev\");"),
        ("a look-up by name", "_ = Persons.$$Find(\"Putin\");"),
        ("a look-up by a unique property", "_ = Places.$$GetByIsoCode(\"TR\");"),
        ("a question about a time", "_ = Events.$$During(\"2025-02\");"),
        ("names in a text", "_ = Mentions.$$In(\"\");"),
        ("a place where a name stands", "_ = Mentions.In(\"\")[0].$$Candidates;"),
    ];

    [Fact]
    public async Task Every_sort_of_symbol_is_shown_as_the_snapshot_has_it()
    {
        var shown = new StringBuilder();
        foreach (var (sort, code) in Hovered)
            shown.Append("== ").Append(sort).Append('\n').Append(await Hover(editor.Open(code))).Append("\n\n");
        shown
            .Append("== completion after 'Places.'\n")
            .AppendJoin('\n', (await Complete(editor.Open("_ = Places.$$;"))).Select(item => item.DisplayText))
            .Append('\n');

        var path = Repository.PathOf(Snapshot);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            await File.WriteAllTextAsync(path, shown.ToString());
        Assert.Equal((await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n"), shown.ToString());
    }

    [Fact]
    public async Task What_a_summary_links_to_can_be_navigated_to()
    {
        var (document, caret) = editor.Open("_ = Events.$$IstanbulTalks2025;");
        var info = await QuickInfoService.GetService(document)!.GetQuickInfoAsync(document, caret);

        // A linked part is classified as its target, not as text.
        Assert.Contains(
            info!.Sections.SelectMany(section => section.TaggedParts),
            part => part is { Tag: TextTags.Property, Text: "Istanbul" }
        );
    }

    [Fact]
    public async Task A_renamed_entity_is_struck_through_and_says_its_new_name()
    {
        var document = PackedEditor.Open(
            "_ = Seeded.Ships.$$;",
            Reference(
                new SeedSet()
                    .With(
                        "schema/Ship.yaml",
                        "caption: name\nproperties: { name: { type: text, description: Her name. } }"
                    )
                    .With("ships/albatros.yaml", "name: Albatros\nformerIds: [moewe]")
            )
        );
        var items = await Complete(document);

        Assert.Contains("Deprecated", items.Single(item => item.DisplayText == "Moewe").Tags);
        Assert.DoesNotContain("Deprecated", items.Single(item => item.DisplayText == "Albatros").Tags);
        var description = await CompletionService
            .GetService(document.Document)!
            .GetDescriptionAsync(document.Document, items.Single(item => item.DisplayText == "Moewe"));
        Assert.StartsWith("[deprecated]", description!.Text, StringComparison.Ordinal);
        Assert.Contains("Ships.Albatros", description.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(10_000)]
    public async Task A_catalog_of_any_size_lists_all_of_its_entities(int count)
    {
        var seeds = new SeedSet()
            .With("schema/Ship.yaml", "caption: name\nproperties: { name: { type: text, description: Her name. } }")
            .With(
                "ships.yaml",
                string.Concat(
                    Enumerable
                        .Range(0, count)
                        .Select(i => FormattableString.Invariant($"ship-{i:D5}: {{ name: Ship {i} }}\n"))
                )
            );
        var reference = Reference(seeds);
        var document = PackedEditor.Open("_ = Seeded.Ships.$$;", reference);
        var items = await Complete(document);

        Assert.Equal(count, items.Count(item => item.DisplayText.StartsWith("Ship", StringComparison.Ordinal)));
        var description = await CompletionService
            .GetService(document.Document)!
            .GetDescriptionAsync(document.Document, items.Single(item => item.DisplayText == "Ship00007"));
        Assert.Contains("Ship 7 (ship).", description!.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Ship 9 (ship).",
            await Hover(PackedEditor.Open("_ = Seeded.Ships.$$Ship00009;", reference)),
            StringComparison.Ordinal
        );
    }

    private static async Task<string> Hover((Document Document, int Caret) place)
    {
        var info = await QuickInfoService.GetService(place.Document)!.GetQuickInfoAsync(place.Document, place.Caret);
        return string.Join('\n', info!.Sections.Select(section => section.Text.ReplaceLineEndings("\n").TrimEnd()));
    }

    private static async Task<IReadOnlyList<CompletionItem>> Complete((Document Document, int Caret) place) =>
        (
            await CompletionService.GetService(place.Document)!.GetCompletionsAsync(place.Document, place.Caret)
        ).ItemsList;

    /// <summary>The output of a package author's build: the assembly with its documentation file.</summary>
    private static PortableExecutableReference Reference(SeedSet seeds)
    {
        SeedSet
            .CreateDriver(seeds.Texts)
            .RunGeneratorsAndUpdateCompilation(SeedSet.CreateCompilation(), out var compilation, out _);
        using var image = new MemoryStream();
        using var documentation = new MemoryStream();
        var emitted = compilation.Emit(image, xmlDocumentationStream: documentation);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return MetadataReference.CreateFromImage(
            image.ToArray(),
            documentation: XmlDocumentationProvider.CreateFromBytes(documentation.ToArray())
        );
    }
}
