using System.Diagnostics;
using DataPackage.Bench.Data;
using DataPackage.Bench.Report;
using DataPackage.Generator.Incremental;
using Microsoft.CodeAnalysis;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DataPackage.Bench.Sections;

/// <summary>The time of the generator in the compiler's driver, from nothing and after an edit, compared with the least
/// possible time; in milliseconds. Parsed files and steps run again are counted over few persons, because the
/// compiler's recording of steps slows down as their number grows.</summary>
internal sealed class GeneratorSection : ISection
{
    /// <summary>Each entity in its own file.</summary>
    public const string InFiles = "one file each";

    /// <summary>All entities of a kind in one file.</summary>
    public const string InCollections = "one file for each kind";

    public const string EventLoop = "bare YAML event loop";

    /// <summary>What parsing the edited file as a whole would take at least.</summary>
    public const string EventsOfEdited = "bare YAML event loop, the edited file alone";

    /// <summary>The documents that the library builds from the same events, all of them kept.</summary>
    public const string Trees = "trees of the YAML library";

    public const string ReadFiles = "reading the files";

    /// <summary>The suffixes of measures that are counts instead of times.</summary>
    public const string FilesParsed = ", files parsed";
    public const string StepsRun = ", steps run";

    /// <summary>The number of persons for which files and steps are counted.</summary>
    public const int CountedPersons = 3;

    /// <summary>An editor's compiler has run for a while. Code that runs once per edit takes this many edits until the
    /// jit has fully optimized it.</summary>
    private const int WarmUpRounds = 5;

    public string Name => "generator";

    public SectionResult Run(Workspace workspace)
    {
        var options = workspace.Options;
        return new SectionResult([
            .. ((string[])[InFiles, InCollections]).SelectMany(layout =>
                (IEnumerable<Figure>)
                    [
                        .. Time(
                            workspace.DataOf(options.Middle),
                            options.Middle,
                            layout,
                            options.RoundsAt(options.Middle)
                        ),
                        .. Count(DatasetMaker.Make(CountedPersons), layout),
                    ]
            ),
        ]);
    }

    private static IEnumerable<Figure> Time(DataFolder data, int size, string layout, int rounds)
    {
        Seed[] seeds = [.. SeedsOf(data.Dataset, layout)];
        Seed[] edited = [.. seeds.Where(seed => seed.Path == EditedPath(data.Dataset, layout))];
        var runs = RunsOf(data.Dataset, seeds, layout, tracksSteps: false);
        var samples = new List<(string Measure, double Milliseconds)>();
        for (var round = -WarmUpRounds; round < rounds; round++)
        {
            if (round == 0)
                samples.Clear();
            Sample(ReadFiles, () => ReadAll(layout == InFiles ? $"{data}/seeds" : $"{data}/collections"));
            Sample(EventLoop, () => ParseAll(seeds));
            Sample(EventsOfEdited, () => ParseAll(edited));
            Sample(Trees, () => LoadAll(seeds));
            foreach (var (name, run) in runs.Prepare(round))
                Sample(name, () => run());
        }

        return samples
            .GroupBy(sample => sample.Measure, sample => sample.Milliseconds)
            .Select(group => Figure.Of(size, layout, group.Key, group));

        void Sample(string measure, Action action)
        {
            GC.Collect();
            var start = Stopwatch.GetTimestamp();
            action();
            samples.Add((measure, Stopwatch.GetElapsedTime(start).TotalMilliseconds));
        }
    }

    private static IEnumerable<Figure> Count(Dataset data, string layout)
    {
        foreach (
            var (name, run) in RunsOf(data, [.. SeedsOf(data, layout)], layout, tracksSteps: true).Prepare(round: 0)
        )
        {
            var result = run().GetRunResult().Results[0];
            yield return Figure.Of(
                CountedPersons,
                layout,
                name + FilesParsed,
                CountRuns(result, step => step == Steps.Read)
            );
            yield return Figure.Of(CountedPersons, layout, name + StepsRun, CountRuns(result, IsOwn));
        }
    }

    private static IEnumerable<Seed> SeedsOf(Dataset dataset, string layout) =>
        layout == InFiles ? SeedWriter.InFiles(dataset) : SeedWriter.InCollections(dataset);

    private static GeneratorRuns RunsOf(Dataset data, Seed[] seeds, string layout, bool tracksSteps) =>
        new(seeds, EditedPath(data, layout), data.Sample.Name.En, tracksSteps);

    private static string EditedPath(Dataset data, string layout) =>
        layout == InFiles ? $"persons/{data.Sample.Id}.yaml" : "persons.yaml";

    private static void ReadAll(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            File.ReadAllText(file);
    }

    /// <summary>Keeps all documents, as a parser of edited files only would: kept memory costs the garbage collector
    /// more than freed memory.</summary>
    private static void LoadAll(IEnumerable<Seed> seeds)
    {
        var trees = new List<YamlStream>();
        foreach (var seed in seeds.Where(IsYaml))
        {
            trees.Add([]);
            trees[^1].Load(new StringReader(seed.Text));
        }

        GC.KeepAlive(trees);
    }

    private static bool IsYaml(Seed seed) => seed.Path.EndsWith(".yaml", StringComparison.Ordinal);

    private static void ParseAll(IEnumerable<Seed> seeds)
    {
        foreach (var seed in seeds.Where(IsYaml))
        {
            var parser = new Parser(new StringReader(seed.Text));
            while (parser.MoveNext()) { }
        }
    }

    /// <summary>Counts results that are not those of the run before.</summary>
    private static int CountRuns(GeneratorRunResult result, Func<string, bool> isAsked) =>
        result
            .TrackedSteps.Where(step => isAsked(step.Key))
            .SelectMany(step => step.Value)
            .SelectMany(run => run.Outputs)
            .Count(output =>
                output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)
            );

    private static bool IsOwn(string step) =>
        step
            is Steps.Seeds
                or Steps.Read
                or Steps.Schema
                or Steps.Bind
                or Steps.Link
                or Steps.Target
                or Steps.Types
                or Steps.Data;
}
