using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Syntax;
using DataPackage.Generator.Incremental;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DataPackage.Generator.Tests;

/// <summary>The cost of each edit: the steps that run again, as the compiler itself tracks them.</summary>
public class IncrementalityTests
{
    private static readonly string[] StepsOfSeeds =
    [
        Steps.Read,
        Steps.Schema,
        Steps.Bind,
        Steps.Articles,
        Steps.Verify,
        Steps.Index,
        Steps.Link,
        Steps.Types,
        Steps.Packing,
        Steps.Package,
        Steps.Pack,
        Steps.IndexParts,
        Steps.WrittenIndexParts,
        Steps.Indexes,
        Steps.Reverses,
        Steps.ReverseRows,
        Steps.Layout,
        Steps.Data,
        Steps.Places,
        Steps.PlaceFiles,
    ];

    /// <summary>Seeds open in an editor: each edit is a run of the generator.</summary>
    private sealed class Session
    {
        /// <summary>Run once for all tests: the compiler follows every path from a seed to an output, for
        /// seconds.</summary>
        private static readonly Lazy<Session> Harbours = new(() => new Session(Samples.Harbours()));

        private readonly Dictionary<string, AdditionalText> _texts;
        private readonly Compilation _compilation;
        private GeneratorDriver _driver;

        public Session(SeedSet seeds, IReadOnlyDictionary<string, string>? options = null, bool isTracked = true)
        {
            _texts = seeds.Texts.ToDictionary(text => text.Path, StringComparer.Ordinal);
            _compilation = SeedSet.CreateCompilation();
            _driver = SeedSet
                .CreateDriver(_texts.Values, isTracked: isTracked, options: options)
                .RunGenerators(_compilation);
        }

        private Session(Session other) =>
            (_texts, _compilation, _driver) = (new(other._texts), other._compilation, other._driver);

        public static Session OfHarbours() => new(Harbours.Value);

        public GeneratorRunResult Result => _driver.GetRunResult().Results[0];

        public AdditionalText this[string path] => _texts[path];

        public GeneratorRunResult Run(Compilation compilation) => Run(_driver, compilation);

        public GeneratorRunResult Edit(string path, Func<string, string> edit) =>
            Replace(path, path, edit(_texts[path].GetText()!.ToString()));

        public GeneratorRunResult Rename(string path, string newPath) =>
            Replace(path, newPath, _texts[path].GetText()!.ToString());

        public GeneratorRunResult Add(string path, string text) =>
            Run(_driver.AddAdditionalTexts([_texts[path] = SeedSet.Seed(path, text)]), _compilation);

        public GeneratorRunResult Remove(string path) =>
            Run(_driver.RemoveAdditionalTexts([_texts[path]]), _compilation);

        private GeneratorRunResult Replace(string path, string newPath, string text)
        {
            // The driver identifies a seed by its object, so exactly that object must be replaced.
            var before = _texts[path];
            _texts.Remove(path);
            return Run(
                _driver.ReplaceAdditionalText(before, _texts[newPath] = SeedSet.Seed(newPath, text)),
                _compilation
            );
        }

        private GeneratorRunResult Run(GeneratorDriver driver, Compilation compilation)
        {
            _driver = driver.RunGenerators(compilation);
            return Result;
        }
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step) =>
        result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason);

    private static bool IsNew(IncrementalStepRunReason reason) =>
        reason
            is not (
                IncrementalStepRunReason.Cached
                or IncrementalStepRunReason.Unchanged
                or IncrementalStepRunReason.Removed
            );

    /// <summary>How many results of the step differ from the run before.</summary>
    private static int Changed(GeneratorRunResult result, string step) => Reasons(result, step).Count(IsNew);

    /// <summary>How many results of the step were computed, even if they then equalled those of the run
    /// before.</summary>
    private static int Ran(GeneratorRunResult result, string step) =>
        Reasons(result, step)
            .Count(reason => reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Removed));

    /// <summary>The steps with results that differ from the run before, each with their number.</summary>
    private static string ChangedSteps(GeneratorRunResult result) =>
        string.Join(
            ", ",
            StepsOfSeeds.Where(step => Changed(result, step) > 0).Select(step => $"{step} {Changed(result, step)}")
        );

    private static int SourcesWritten(GeneratorRunResult result) =>
        result
            .TrackedOutputSteps.SelectMany(step => step.Value)
            .SelectMany(run => run.Outputs)
            .Count(output => IsNew(output.Reason));

    [Fact]
    public void An_unrelated_edit_in_CSharp_costs_nothing()
    {
        var result = Session
            .OfHarbours()
            .Run(SeedSet.CreateCompilation().AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Unrelated;")));

        Assert.All(StepsOfSeeds.Append(Steps.Seeds), step => Assert.Equal(0, Ran(result, step)));
        Assert.Equal(0, SourcesWritten(result));
    }

    [Theory]
    [InlineData("ships/albatros.yaml", "name:", "Read 1, Bind 1, Verify 1")]
    [InlineData("harbours/old-port.yaml", "name:", "Read 1, Bind 1, Verify 1")]
    [InlineData("articles/log.md", "title:", "Read 1, Bind 1, Articles 1, Verify 1")]
    public void A_moved_line_changes_no_generated_code(string path, string moved, string expected)
    {
        var result = Session
            .OfHarbours()
            .Edit(path, text => text.Replace(moved, "# a comment\n\n" + moved, StringComparison.Ordinal));

        Assert.Equal(expected, ChangedSteps(result));
        Assert.Equal(0, SourcesWritten(result));
    }

    /// <summary>In a file of many entities, whose places do move.</summary>
    [Fact]
    public void A_moved_line_in_a_file_of_many_writes_the_file_of_places_and_no_other()
    {
        var result = new Session(Fleet()).Edit("ships.yaml", text => "# a comment\n" + text);

        Assert.Equal("Read 1, Bind 1, Verify 1, Places 1, PlaceFiles 1", ChangedSteps(result));
        Assert.Equal(1, SourcesWritten(result));
        // A place has six digits in two pieces of text; the rest of the generated code is a hundred times as long.
        var places = result.GeneratedSources.Single(source => source.HintName == "Ship.Places.g.cs").SourceText.Length;
        Assert.InRange(places, 1, result.GeneratedSources.Sum(source => source.SourceText.Length) / 50);
    }

    /// <summary>If the PDB names seeds, the accessors after the moved line are rewritten too: their documentation, but
    /// no packed data.</summary>
    [Fact]
    public void Where_debuggers_step_into_seeds_a_moved_line_writes_the_accessors_behind_it()
    {
        var session = new Session(Fleet(), new Dictionary<string, string> { ["DataPackageSeedLines"] = "true" });

        var first = session.Edit(
            "ships.yaml",
            text => text.Replace("ship-200:", "# a comment\nship-200:", StringComparison.Ordinal)
        );

        // The second and third of three files of accessors with 128 each.
        Assert.Equal("Read 1, Bind 1, Verify 1, Data 2, Places 1, PlaceFiles 1", ChangedSteps(first));
        Assert.Equal(3, SourcesWritten(first));
    }

    [Fact]
    public void Where_debuggers_step_into_seeds_a_moved_line_in_a_seed_of_its_own_writes_nothing()
    {
        var session = new Session(
            Samples.Harbours(),
            new Dictionary<string, string> { ["DataPackageSeedLines"] = "true" }
        );

        Assert.Equal(0, SourcesWritten(session.Edit("ships/boreas.yaml", text => "# a comment\n" + text)));
    }

    private static SeedSet Fleet() =>
        new SeedSet()
            .With("schema/Ship.yaml", "caption: name\nproperties:\n  name: { type: text, description: Her name. }\n")
            .With(
                "ships.yaml",
                string.Concat(
                    Enumerable.Range(0, 300).Select(i => $"ship-{i:000}: {{ name: The Good Ship Number {i} }}\n")
                )
            );

    [Theory]
    [InlineData("# a comment\n")]
    [InlineData("  \n\n")]
    public void A_comment_or_white_space_behind_the_values_changes_nothing_that_is_bound(string added)
    {
        var result = Session.OfHarbours().Edit("ships/boreas.yaml", text => text + added);

        Assert.Equal(0, Changed(result, Steps.Bind));
        Assert.Equal(0, SourcesWritten(result));
    }

    [Fact]
    public void A_saved_but_unchanged_seed_changes_nothing()
    {
        var result = Session.OfHarbours().Edit("ships/albatros.yaml", text => text);

        Assert.Equal("", ChangedSteps(result));
        Assert.Equal(1, Ran(result, Steps.Read));
        Assert.Equal(0, Ran(result, Steps.Bind));
        Assert.Equal(0, SourcesWritten(result));
    }

    [Fact]
    public void An_edited_value_is_read_and_linked_once_and_written_for_its_kind_alone()
    {
        var result = Session
            .OfHarbours()
            .Edit("ships/boreas.yaml", text => text.Replace("Boreas", "Boreas II", StringComparison.Ordinal));

        Assert.Equal(
            "Read 1, Bind 1, Verify 1, Link 1, Package 1, Pack 1, IndexParts 1, WrittenIndexParts 1, Indexes 1, Layout 1, Data 2",
            ChangedSteps(result)
        );
        Assert.All([Steps.Read, Steps.Bind, Steps.Verify, Steps.Link], step => Assert.Equal(1, Ran(result, step)));
        Assert.All([Steps.Index, Steps.Articles, Steps.Reverses], step => Assert.Equal(0, Ran(result, step)));
    }

    [Fact]
    public void An_edited_value_leaves_the_entities_of_other_seeds_the_very_objects_that_they_were()
    {
        var session = Session.OfHarbours();
        LinkedEntity[] Ships() =>
            [
                .. ((LinkedPackage)session.Result.TrackedSteps[Steps.Package].Single().Outputs.Single().Value)
                    .Kinds.Single(kind => kind.Name == "Ship")
                    .Entities,
            ];
        var before = Ships();

        session.Edit("ships/boreas.yaml", text => text.Replace("Boreas", "Boreas II", StringComparison.Ordinal));

        Assert.Same(before[0], Ships()[0]);
        Assert.NotSame(before[1], Ships()[1]);
    }

    [Fact]
    public void An_edited_reference_changes_the_reverses_and_links_no_other_seed()
    {
        var result = Session
            .OfHarbours()
            .Edit("ships/boreas.yaml", text => text.Replace("[albatros]", "[old-port]", StringComparison.Ordinal));

        Assert.Equal(
            "Read 1, Bind 1, Verify 1, Link 1, Package 1, Pack 1, Reverses 1, ReverseRows 1, Layout 1, Data 3",
            ChangedSteps(result)
        );
    }

    [Fact]
    public void An_edited_article_is_compared_with_those_who_cite_it_alone()
    {
        var seeds = Samples
            .Harbours()
            .With("articles/other.md", "---\ntitle: Other\n---\nNothing of ships.\n")
            .With("ships/cormorant.yaml", "name: Cormorant\ncitations: [{ article: other, quote: Nothing }]\n");

        var result = new Session(seeds).Edit(
            "articles/log.md",
            text => text.Replace("Some ship", "Some big ship", StringComparison.Ordinal)
        );

        // The article and the Albatros, whose passage has moved.
        Assert.Equal(
            "Read 1, Bind 1, Articles 1, Verify 2, Link 2, Package 1, Pack 2, Layout 1, Data 2",
            ChangedSteps(result)
        );
        Assert.Equal(2, Ran(result, Steps.Verify));
    }

    [Fact]
    public void An_edited_article_is_compared_with_citations_beside_single_values_too()
    {
        var seeds = Samples
            .Harbours()
            .With(
                "ships/cormorant.yaml",
                "name: Cormorant\ncalls: [{ harbour: old-port, cite: { article: log, quote: Old Port } }]\n"
            )
            .With(
                "harbours/new-port.yaml",
                "name: New Port\ndepth: { value: 4, cite: { article: other, quote: four metres } }\n"
            )
            .With("articles/other.md", "---\ntitle: Other\n---\nIt has four metres.\n");

        var result = new Session(seeds).Edit(
            "articles/log.md",
            text => text.Replace("Some ship", "Some big ship", StringComparison.Ordinal)
        );

        // The article, the Albatros and the Cormorant, but not the harbour, which cites another article.
        Assert.Equal(
            "Read 1, Bind 1, Articles 1, Verify 3, Link 3, Package 1, Pack 3, Layout 1, Data 2",
            ChangedSteps(result)
        );
        Assert.Equal(3, Ran(result, Steps.Verify));
    }

    [Fact]
    public void A_pin_that_is_no_longer_true_is_reported_and_generates_nothing_anew()
    {
        var session = Session.OfHarbours();

        var result = session.Edit(
            "articles/log.md",
            text => text.Replace("title:", $"sha256: {new string('0', 64)}\ntitle:", StringComparison.Ordinal)
        );

        Assert.Equal("DP3008", Assert.Single(result.Diagnostics).Id);
        Assert.Equal("Read 1, Bind 1, Articles 1, Verify 1", ChangedSteps(result));
    }

    [Fact]
    public void An_added_entity_is_the_only_one_that_is_read_and_whose_quotes_are_verified()
    {
        var result = Session.OfHarbours().Add("ships/cormorant.yaml", "name: Cormorant\n");

        Assert.Equal(
            "Read 1, Bind 1, Verify 1, Index 1, Link 1, Package 1, Pack 1, IndexParts 1, WrittenIndexParts 1, Indexes 1, Reverses 1, ReverseRows 1, Layout 1, Data 2, Places 1, PlaceFiles 1",
            ChangedSteps(result)
        );
    }

    [Fact]
    public void A_removed_entity_has_nothing_read_or_bound_anew()
    {
        var result = new Session(Samples.Harbours().With("ships/cormorant.yaml", "name: Cormorant\n")).Remove(
            "ships/cormorant.yaml"
        );

        Assert.Equal(
            "Index 1, Package 1, IndexParts 1, WrittenIndexParts 1, Indexes 1, Reverses 1, ReverseRows 1, Layout 1, Data 2, Places 1, PlaceFiles 1",
            ChangedSteps(result)
        );
    }

    [Fact]
    public void A_file_in_another_folder_of_its_kind_changes_nothing_but_the_place_of_its_entity()
    {
        var result = Session.OfHarbours().Rename("ships/boreas.yaml", "ships/small/boreas.yaml");

        Assert.Equal("Read 1, Bind 1, Verify 1, Places 1, PlaceFiles 1", ChangedSteps(result));
        Assert.Equal(1, SourcesWritten(result));
    }

    [Fact]
    public void A_renamed_file_is_another_entity()
    {
        var result = new Session(Samples.Harbours().With("ships/cormorant.yaml", "name: Cormorant\n")).Rename(
            "ships/cormorant.yaml",
            "ships/crane.yaml"
        );

        Assert.Equal(
            "Read 1, Bind 1, Verify 1, Index 1, Link 1, Package 1, Pack 1, IndexParts 1, WrittenIndexParts 1, Indexes 1, Layout 1, Data 2, Places 1, PlaceFiles 1",
            ChangedSteps(result)
        );
    }

    [Fact]
    public void A_changed_schema_binds_everything_anew_and_reads_nothing_else()
    {
        var result = Session
            .OfHarbours()
            .Edit("schema/Harbour.yaml", text => text.Replace("A code.", "Another code.", StringComparison.Ordinal));

        Assert.Equal(1, Ran(result, Steps.Declarations));
        Assert.Equal(0, Ran(result, Steps.Read));
        Assert.Equal(1, Changed(result, Steps.Schema));
        Assert.Equal(5, Ran(result, Steps.Bind));
        Assert.Equal(0, Changed(result, Steps.Bind));
        Assert.True(Changed(result, Steps.Types) > 0);
    }

    [Fact]
    public void After_many_edits_no_compilation_and_no_seed_of_earlier_ones_is_alive()
    {
        var session = new Session(Samples.Harbours(), isTracked: false);
        var earlier = new List<WeakReference>();
        for (var edit = 0; edit < 200; edit++)
            Edit(session, edit, earlier);

        Assert.Equal(400, earlier.Count);
        AssertGone(earlier, ofLastRuns: 6);
        GC.KeepAlive(session);
    }

    /// <summary>Fewer edits, because the compiler takes a second to record the steps of one.</summary>
    [Fact]
    public void After_an_edit_nothing_that_steps_made_of_earlier_ones_is_alive()
    {
        var session = Session.OfHarbours();
        var earlier = new List<WeakReference>();
        for (var edit = 0; edit < 8; edit++)
            AddValues(session, edit, earlier);

        Assert.Equal(16, earlier.Count);
        AssertGone(earlier, ofLastRuns: 6);
        GC.KeepAlive(session);
    }

    /// <param name="ofLastRuns">The number of last runs that may still be in use.</param>
    private static void AssertGone(List<WeakReference> earlier, int ofLastRuns)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.All(
            earlier.SkipLast(ofLastRuns),
            reference => Assert.False(reference.IsAlive, reference.Target?.ToString())
        );
    }

    /// <summary>A separate method, whose locals end with it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Edit(Session session, int edit, List<WeakReference> earlier)
    {
        var compilation = SeedSet.CreateCompilation($"class Version{edit};");
        session.Run(compilation);
        session.Edit("ships/boreas.yaml", text => $"name: Boreas {edit}\n");
        earlier.AddRange([new WeakReference(compilation), new WeakReference(session["ships/boreas.yaml"])]);
    }

    /// <inheritdoc cref="Edit"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddValues(Session session, int edit, List<WeakReference> earlier)
    {
        var result = session.Edit("ships/boreas.yaml", text => $"name: Boreas {edit}\n");
        var read = result
            .TrackedSteps[Steps.Read]
            .SelectMany(run => run.Outputs)
            .Select(output => (SeedDocument)output.Value)
            .Single(document => document.SeedPath == "ships/boreas.yaml");
        var linked = result
            .TrackedSteps[Steps.Link]
            .SelectMany(run => run.Outputs)
            .Select(output => (LinkedSeed)output.Value)
            .Single(seed => seed.Rows.Any(row => row.Self.Id == "boreas"));
        earlier.AddRange([new WeakReference(read), new WeakReference(linked)]);
    }

    [Fact]
    public void No_step_holds_on_to_a_compilation_or_to_the_text_of_a_seed()
    {
        var steps = Session.OfHarbours().Result.TrackedSteps;

        foreach (var step in StepsOfSeeds.Append(Steps.Target))
        foreach (var output in steps[step].SelectMany(run => run.Outputs))
            AssertPlain(output.Value, step, []);
    }

    private static void AssertPlain(object? node, string step, HashSet<object> seen)
    {
        if (node is null || node is string || !seen.Add(node))
            return;
        Assert.False(
            node is Compilation or ISymbol or SyntaxNode or SyntaxTree or Location or SourceText or AdditionalText,
            $"{step} holds a {node.GetType()}"
        );
        if (node is DiagnosticDescriptor || node.GetType().IsPrimitive || node.GetType().IsEnum)
            return;
        if (node is IEnumerable items)
            foreach (var item in items)
                AssertPlain(item, step, seen);
        else
            foreach (
                var field in node.GetType()
                    .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            )
                if (!field.FieldType.IsPointer)
                    AssertPlain(field.GetValue(node), step, seen);
    }

    /// <summary>The compiler cannot record the steps of ten thousand seeds, but each seed can count how often it is
    /// read.</summary>
    [Fact]
    public void Of_many_seeds_an_edited_value_reads_one_and_writes_three_files()
    {
        var reads = 0;
        AdditionalText Seed(int i, string name) =>
            new CountedSeed($"ships/ship-{i}.yaml", $"name: {name}\n", () => Interlocked.Increment(ref reads));
        var seeds = Enumerable.Range(0, 10_000).Select(i => Seed(i, $"Ship {i}")).ToList();
        var compilation = SeedSet.CreateCompilation();
        var driver = SeedSet
            .CreateDriver([
                .. new SeedSet().With("schema/Ship.yaml", "properties:\n  name: { type: text }\n").Texts,
                .. seeds,
            ])
            .RunGenerators(compilation);
        // A text that was not rewritten is the same object.
        var before = driver
            .GetRunResult()
            .Results[0]
            .GeneratedSources.Select(source => (object)source.SourceText)
            .ToHashSet(ReferenceEqualityComparer.Instance);
        string[] Written() =>
            [
                .. driver
                    .GetRunResult()
                    .Results[0]
                    .GeneratedSources.Where(source => !before.Contains(source.SourceText))
                    .Select(source => source.HintName),
            ];
        reads = 0;

        driver = driver.RunGenerators(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Unrelated;")));
        Assert.Equal(0, reads);
        Assert.Empty(Written());

        driver = driver.ReplaceAdditionalText(seeds[4_711], Seed(4_711, "Köln")).RunGenerators(compilation);
        Assert.Equal(1, reads);
        Assert.Equal(["Package_Info.g.cs", "Ship.Values.2.g.cs", "Ships.4096.g.cs"], Written());
    }

    private sealed class CountedSeed(string path, string text, Action read) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default)
        {
            read();
            return SourceText.From(text, System.Text.Encoding.UTF8);
        }
    }
}
