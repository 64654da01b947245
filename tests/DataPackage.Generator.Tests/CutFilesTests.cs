using DataPackage.Engine.Syntax;
using DataPackage.Generator.Incremental;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Tests;

/// <summary>A large file of many entities is read in pieces. Nobody can tell, except by the time that an edit
/// takes.</summary>
public class CutFilesTests
{
    private const int Count = 60;

    private static readonly DataPackageGenerator Tiny = new(new CutLengths(1, 64));

    private static readonly DataPackageGenerator Whole = new(new CutLengths(int.MaxValue, int.MaxValue));

    private static readonly string[] Ships =
    [
        .. Enumerable
            .Range(0, Count)
            .Select(i =>
                $"- id: ship-{i}\n  name: Ship {i}\n  home: old-port\n  met: [ship-{(i + 7) % Count}]\n"
                + "  calls:\n    - { harbour: new-port }\n"
            ),
    ];

    private static SeedSet With(IEnumerable<string> ships, string path = "ships.yaml") =>
        Samples.Harbours().With(path, string.Concat(ships));

    private static IEnumerable<string> With(int ship, string item) =>
        Ships.Select((each, i) => i == ship ? item : each);

    private static void AssertSame(SeedSet seeds)
    {
        var (whole, cut) = (seeds.Generate(generator: Whole), seeds.Generate(generator: Tiny));

        Assert.Null(cut.Exception);
        Assert.Equal(whole.Messages, cut.Messages);
        Assert.Equal(whole.Texts.Order(StringComparer.Ordinal), cut.Texts.Order(StringComparer.Ordinal));
        Assert.Equal(
            whole.Sources.Select(source => (source.HintName, source.SourceText.ToString())),
            cut.Sources.Select(source => (source.HintName, source.SourceText.ToString()))
        );
    }

    [Fact]
    public void Right_entities_are_the_same_as_from_a_whole_file()
    {
        AssertSame(With(Ships));
        AssertSame(
            With(
                Ships.Select(ship =>
                    "ship"
                    + ship.Replace("- id: ship", "", StringComparison.Ordinal)
                        .Replace("\n  name", ":\n  name", StringComparison.Ordinal)
                )
            )
        );
        AssertSame(With(Ships, "ships/all.yaml"));
        AssertSame(With(Ships.Select(ship => ship.Replace("\n", "\r\n", StringComparison.Ordinal))));
    }

    /// <summary>Each is in one of many entities; some are about another one, above or below.</summary>
    [Theory]
    [InlineData("- id: ship-30\n  name: Ship\n  met: [shap-3]\n")]
    [InlineData("- id: ship-30\n  nam: Ship\n")]
    [InlineData("- id: ship-30\n  name: [1, 2]\n  calls: none\n")]
    [InlineData("- id: ship-30\n  name: { en: A, EN: B }\n")]
    [InlineData("- id: ship-30\n  name: A\n  name: B\n")]
    [InlineData("- id: ship-3\n  name: The id of another one\n")]
    [InlineData("- id: albatros\n  name: The id of one in another file\n")]
    [InlineData("- name: No id\n")]
    [InlineData("- id: Not a slug\n  name: Ship\n")]
    [InlineData("- id: ship-30\n  name: Ship\n  csharpName: Ship3\n")]
    [InlineData("- id: ship-30\n  name: Ship\n  formerIds: [ship-3, ship-300]\n")]
    [InlineData("- id: ship-30\n  name: Ship\n  citations: [{ article: log, quote: nobody wrote this }]\n")]
    [InlineData("- id: ship-30\n  name: \"no end\n")]
    [InlineData("- id: ship-30\n  name: [no, end\n")]
    [InlineData("- id: ship-30\n name: too far left\n")]
    [InlineData("- id: ship-30\n  name: *nobody\n")]
    [InlineData("- id: ship-30\n  name: \u0007\n")]
    [InlineData("- id: ship-30\n  name: \u202Eturned\n")]
    [InlineData("- a text\n")]
    [InlineData("- [a, list]\n")]
    [InlineData("-\n")]
    public void A_mistake_is_reported_as_in_a_whole_file(string item)
    {
        AssertSame(With(With(30, item)));
        AssertSame(With(With(0, item)));
        AssertSame(With(With(Count - 1, item)));
        // Another one has other places.
        AssertSame(With(With(12, "- id: ship-12\n  name: Ship\n\n  home: nowhere\n").Append(item)));
    }

    [Theory]
    [InlineData("name:\n  name: An id that is a property\n")]
    [InlineData("name: The file is one entity\n")]
    [InlineData("some: text\n")]
    [InlineData("nothing:\n")]
    [InlineData("ship-3:\n  name: A key that is repeated\n")]
    public void What_one_entry_of_a_mapping_says_of_the_others_is_the_same(string entry) =>
        AssertSame(With(Enumerable.Range(0, Count).Select(i => $"ship-{i}:\n  name: Ship {i}\n").Append(entry)));

    [Fact]
    public void Values_that_must_be_unique_are_compared_over_all_pieces()
    {
        static string Harbour(int i, string code) => $"- id: port-{i}\n  name: Port {i}\n  code: {code}\n";
        AssertSame(
            Samples
                .Harbours()
                .With("harbours.yaml", Harbour(1, "DE") + Harbour(2, "NL") + Harbour(3, "DE") + Harbour(4, "FR"))
        );
    }

    [Fact]
    public void Of_many_mistakes_as_many_are_shown_as_of_a_whole_file()
    {
        static string Ship(int i, string met) => $"- id: ship-{i}\n  name: Ship {i}\n  met: [{met}]\n";
        var unknown = Enumerable.Range(0, 300).Select(i => Ship(i, "albatroz")).ToList();
        AssertSame(With(unknown));
        var mistyped = Enumerable.Range(0, 300).Select(i => $"- id: ship-{i}\n  naim: Ship {i}\n").ToList();
        AssertSame(With(mistyped));
    }

    [Theory]
    [InlineData("- id: boat-30\n  size: 30\n  crew: [{ name: A }, { rank: B, name: C }]\n  late: true\n")]
    [InlineData("- id: boat-30\n  size: a text\n")]
    [InlineData("- id: boat-3\n  size: 1\n")]
    [InlineData("- size: 1\n")]
    [InlineData("- id: \"!\"\n  size: 1\n")]
    [InlineData("- boat\n")]
    [InlineData("- id: boat-30\n  size: [1\n")]
    [InlineData("-\n")]
    public void A_kind_is_inferred_as_from_a_whole_file(string item)
    {
        static string Boat(int i) => $"- id: boat-{i}\n  size: {i}\n  crew: [{{ name: N{i} }}]\n";
        IEnumerable<string> With(int at) => Enumerable.Range(0, Count).Select(i => i == at ? item : Boat(i));
        foreach (var at in (int[])[0, 30, Count - 1])
        {
            AssertSame(new SeedSet().With("boats.yaml", string.Concat(With(at))));
            AssertSame(new SeedSet().With("boats/all.yaml", string.Concat(With(at))).With("boats/x.yaml", "size: 1\n"));
        }
    }

    [Theory]
    [InlineData("b-2:\n  beam: 1\n  crew: { captain: A }\n")]
    [InlineData("b-2:\n")]
    [InlineData("b-2: a text\n")]
    [InlineData("b-2: [a, list]\n")]
    [InlineData("b-2:\n  size\n")]
    public void A_kind_is_inferred_from_a_mapping_as_from_a_whole_file(string entry)
    {
        string Boats(int at) =>
            string.Concat(Enumerable.Range(0, Count).Select(i => i == at ? entry : $"boat-{i}:\n  size: {i}\n"));
        AssertSame(new SeedSet().With("boats.yaml", Boats(0)));
        AssertSame(new SeedSet().With("boats.yaml", Boats(Count - 1)));
        AssertSame(
            new SeedSet()
                .With("datapackage.yaml", "namespace: Seeded\nkinds:\n  Boat: { source: fleet/*.yaml }\n")
                .With("fleet/boats.yaml", Boats(30))
        );
    }

    private sealed class Session
    {
        private readonly Compilation _compilation = SeedSet.CreateCompilation();
        private AdditionalText _text;
        private GeneratorDriver _driver;

        public Session(IEnumerable<string> ships)
            : this(With(ships)) { }

        public Session(SeedSet seeds)
        {
            var texts = seeds.Texts;
            _text = texts.Single(text => text.Path == "ships.yaml");
            _driver = SeedSet.CreateDriver(texts, generator: Tiny).RunGenerators(_compilation);
        }

        public GeneratorRunResult Result => _driver.GetRunResult().Results[0];

        public GeneratorRunResult Edit(IEnumerable<string> ships, Action<string>? beforeStep = null)
        {
            var edited = SeedSet.Seed("ships.yaml", string.Concat(ships));
            StepGuard.BeforeStep.Value = beforeStep;
            try
            {
                _driver = _driver.ReplaceAdditionalText(_text, edited).RunGenerators(_compilation);
            }
            finally
            {
                StepGuard.BeforeStep.Value = null;
            }

            _text = edited;
            return Result;
        }

        /// <summary>How often an edit runs a step.</summary>
        public Dictionary<string, int> Runs(IEnumerable<string> ships)
        {
            var runs = new Dictionary<string, int>(StringComparer.Ordinal);
            Edit(ships, step => runs[step] = runs.GetValueOrDefault(step) + 1);
            return runs;
        }
    }

    [Fact]
    public void An_edited_entity_has_few_others_read_and_linked_again()
    {
        var session = new Session(Ships);
        Assert.Empty(session.Result.Diagnostics);

        var runs = session.Runs(With(30, Ships[30].Replace("Ship 30", "Albatros II", StringComparison.Ordinal)));

        Assert.All(
            (string[])[Steps.Read, Steps.Bind, Steps.Verify, Steps.Link],
            step => Assert.InRange(runs[step], 1, 2)
        );
        Assert.Equal(1, runs[Steps.Pack]);
        Assert.DoesNotContain(Steps.Index, runs.Keys);
    }

    [Fact]
    public void An_edited_entity_of_an_inferred_kind_infers_nothing_again()
    {
        string[] boats = [.. Enumerable.Range(0, Count).Select(i => $"- id: boat-{i}\n  size: {i}\n")];
        var session = new Session(new SeedSet().With("ships.yaml", string.Concat(boats)));

        var runs = session.Runs(
            boats.Select((boat, i) => i == 30 ? boat.Replace("size: 30", "size: 3100", StringComparison.Ordinal) : boat)
        );

        Assert.All((string[])[Steps.Read, Steps.Bind, Steps.Link], step => Assert.InRange(runs[step], 1, 2));
        Assert.DoesNotContain(Steps.Infer, runs.Keys);
        Assert.DoesNotContain(Steps.Schema, runs.Keys);
    }

    [Fact]
    public void Entities_that_a_comment_moves_are_neither_read_nor_bound_again_but_their_messages_move()
    {
        var ships = With(40, "- id: ship-40\n  name: Ship\n  home: nowhere\n").ToList();
        var session = new Session(ships);
        var (before, sources) = (Assert.Single(session.Result.Diagnostics), SourcesOf(session.Result));

        var runs = session.Runs(ships.Select((ship, i) => i == 5 ? ship + "# one more line\n" : ship));

        Assert.InRange(runs[Steps.Read], 1, 2);
        Assert.InRange(runs[Steps.Bind], 1, 2);
        Assert.DoesNotContain(Steps.Pack, runs.Keys);
        var after = Assert.Single(session.Result.Diagnostics);
        Assert.Equal(
            before.Location.GetLineSpan().StartLinePosition.Line + 1,
            after.Location.GetLineSpan().StartLinePosition.Line
        );
        Assert.Equal(before.Location.SourceSpan.Length, after.Location.SourceSpan.Length);
        Assert.Equal(["Ship.Places.g.cs"], SourcesOf(session.Result).Except(sources).Select(source => source.Name));
    }

    private static IEnumerable<(string Name, string Text)> SourcesOf(GeneratorRunResult result) =>
        [.. result.GeneratedSources.Select(source => (source.HintName, source.SourceText.ToString()))];

    [Fact]
    public void A_file_that_an_edit_tears_is_whole_and_is_in_pieces_again_when_it_is_mended()
    {
        var session = new Session(Ships);
        var right = SourcesOf(session.Result);
        var broken = With(30, "- id: ship-30\n  name: \"no end\n").ToList();

        var torn = session.Edit(broken);
        var expected = With(broken).Generate(generator: Whole);
        Assert.Equal(expected.Messages, torn.Diagnostics.Select(Generated.Place).Order(StringComparer.Ordinal));
        Assert.Equal(expected.Sources.Count, torn.GeneratedSources.Length);

        var runs = session.Runs(Ships);
        Assert.Empty(session.Result.Diagnostics);
        Assert.Equal(right, SourcesOf(session.Result));
        Assert.InRange(runs[Steps.Read], 1, 2);
    }

    [Fact]
    public void What_repeats_a_protected_article_over_several_entities_is_found_as_in_a_whole_file() =>
        AssertSame(
            Samples
                .Harbours()
                .With(
                    "articles/secret.md",
                    "---\ntitle: Secret\nredistribute: false\n---\nNobody tells what it says here, or so they say.\n"
                )
                .With(
                    "ships.yaml",
                    "- id: nobody-tells\n  name: what it says\n- id: here-or\n  name: so they say\n"
                        + string.Concat(Ships)
                )
        );
}
