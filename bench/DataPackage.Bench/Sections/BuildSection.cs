using System.Diagnostics;
using DataPackage.Bench.Report;

namespace DataPackage.Bench.Sections;

/// <summary>A rebuild of the data package beside one of as many empty documented properties, with a compiler of its own; in seconds and bytes.
/// At the middle size also of parts of the package's build: without the file of documentation, and with its code in files instead of a generator.</summary>
internal sealed class BuildSection : ISection
{
    public const string Package = "data package";
    public const string Floor = "empty properties";
    public const string Undocumented = "data package, no documentation file";
    public const string Emitted = "its generated code alone";
    public const string Build = "build";
    public const string Compiler = "compiler";
    public const string PeakMemory = "compiler's peak memory";

    private static readonly Job[] Jobs = [new("DataPackageData", Package), new("Floor", Floor)];
    private static readonly Job[] Parts = [new("DataPackageData", Undocumented, "-p:GenerateDocumentationFile=false"), new("EmittedCode", Emitted)];

    public string Name => "build";

    public SectionResult Run(Workspace workspace) => new([.. workspace.Options.Sizes.SelectMany(size => Measure(workspace, size))]);

    private static IEnumerable<Figure> Measure(Workspace workspace, int size)
    {
        // The parts come first, so that what other sections look at is the whole package.
        Job[] jobs = size == workspace.Options.Middle ? [.. Parts, .. Jobs] : Jobs;
        // What they refer to must be there, and the restore done.
        foreach (var job in jobs) workspace.Build(job.Project, size);

        var samples = new List<(string Subject, string Measure, double Value)>();
        for (var round = 0; round < workspace.Options.FewRoundsAt(size); round++)
        {
            foreach (var (project, subject, settings) in jobs)
            {
                var start = Stopwatch.GetTimestamp();
                using var build = Tool.Start(Tool.Dotnet, Path.GetTempPath(), ["build", .. workspace.BuildArguments(project, size),
                    "--no-restore", "--no-incremental", "-p:BuildProjectReferences=false", "-p:UseSharedCompilation=false", "-nodeReuse:false", "-p:EmitCompilerGeneratedFiles=false", .. settings]);
                var watch = CompilerWatch.Follow(build);
                Tool.Finish(build);
                samples.Add((subject, Build, Stopwatch.GetElapsedTime(start).TotalSeconds));
                samples.Add((subject, Compiler, watch.Elapsed.TotalSeconds));
                samples.Add((subject, PeakMemory, watch.PeakBytes));
            }
        }

        return samples.GroupBy(sample => (sample.Subject, sample.Measure), sample => sample.Value)
            .Select(group => Figure.Of(size, group.Key.Subject, group.Key.Measure, group));
    }

    private sealed record Job(string Project, string Subject, params IReadOnlyList<string> Settings);
}
