using DataPackage.Bench.Report;

namespace DataPackage.Bench.Sections;

/// <summary>A rebuild of the data package with a compiler of its own, compared with as many empty documented
/// properties; in seconds and bytes. Also with as little memory as the bars ask for. At the middle size also parts of
/// the build, without the documentation file and with its code in files instead of a generator; and what an editor
/// compiles.</summary>
internal sealed class BuildSection : ISection
{
    public const string Package = "data package";
    public const string Floor = "empty properties";
    public const string Undocumented = "data package, no documentation file";
    public const string Emitted = "its generated code alone";
    public const string AsLiterals = "data package, as literals";
    public const string AsResource = "data package, as a resource";
    public const string ForEditor = "data package, as an editor compiles it";
    public const string Limited = "data package, in little memory";
    public const string Build = "build";
    public const string Compiler = "compiler";
    public const string PeakMemory = "compiler's peak memory";
    public const string PeakOfProgram = "peak memory of the program before the compiler";

    private static readonly Job[] Jobs = [new("DataPackageData", Package), new("Floor", Floor)];
    private static readonly Job[] Parts =
    [
        new("DataPackageData", Undocumented, "-p:GenerateDocumentationFile=false"),
        new("EmittedCode", Emitted),
        new("DataPackageData", ForEditor, "-p:DataPackageDelivery=literals", "-p:_DataPackageIsForEditor=true"),
    ];

    /// <summary>The unit in which containers count memory.</summary>
    private const long Gibibyte = 1 << 30;

    /// <summary>The part of a container's memory that the runtime gives to the managed heap.</summary>
    private const double HeapOfMemory = 0.75;

    public string Name => "build";

    public SectionResult Run(Workspace workspace) =>
        new([.. workspace.Options.Sizes.SelectMany(size => Measure(workspace, size))]);

    private static IEnumerable<Figure> Measure(Workspace workspace, int size)
    {
        var other = workspace.IsLarge(size)
            ? new Job("DataPackageData", AsLiterals, "-p:DataPackageDelivery=literals")
            : new Job("DataPackageData", AsResource, "-p:DataPackageDelivery=resource");
        // The package itself comes last but one, so other sections see it whole, with its own delivery.
        Job[] jobs = size == workspace.Options.Middle ? [other, .. Parts, .. Jobs] : [other, .. Jobs];
        if (MemoryAt(workspace.Options, size) is { } memory)
            jobs = [new("DataPackageData", Limited) { HeapLimit = (long)(memory * Gibibyte * HeapOfMemory) }, .. jobs];
        // References must exist, and the restore must be done.
        foreach (var job in jobs)
            workspace.Build(job.Project, size);

        var samples = new List<(string Subject, string Measure, double Value)>();
        for (var round = 0; round < workspace.Options.FewRoundsAt(size); round++)
        {
            foreach (var job in jobs)
            {
                var (project, subject, settings) = job;
                var (elapsed, watch) = MeasuredBuild.Run(
                    [.. workspace.BuildArguments(project, size), .. settings],
                    workspace.Packages,
                    job.HeapLimit
                );
                samples.Add((subject, Build, elapsed.TotalSeconds));
                samples.Add((subject, Compiler, watch.Elapsed.TotalSeconds));
                samples.Add((subject, PeakMemory, watch.PeakBytes));
                if (watch.PeakBytesOfProgram > 0)
                    samples.Add((subject, PeakOfProgram, watch.PeakBytesOfProgram));
            }
        }

        return samples
            .GroupBy(sample => (sample.Subject, sample.Measure), sample => sample.Value)
            .Select(group => Figure.Of(size, group.Key.Subject, group.Key.Measure, group));
    }

    /// <summary>The memory, in GB, in which a package of this size must build; null if there is no bar.</summary>
    public static int? MemoryAt(Options options, int size) =>
        size == options.Middle ? 1
        : size == options.Large ? 4
        : null;

    private sealed record Job(string Project, string Subject, params IReadOnlyList<string> Settings)
    {
        public long? HeapLimit { get; init; }
    }
}
