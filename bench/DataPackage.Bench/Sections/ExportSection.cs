using DataPackage.Bench.Report;

namespace DataPackage.Bench.Sections;

/// <summary>The command <c>datapackage export</c> as a whole process, in each form and in all forms, beside
/// <c>check</c>; in microseconds and bytes.</summary>
internal sealed class ExportSection : ISection
{
    public const string Check = "check";
    public const string All = "all forms";
    public const string Peak = "peak memory";

    public static readonly string[] Forms =
    [
        "csv",
        "json",
        "jsonld",
        "sqlite",
        "typescript",
        "markdown",
        "parquet",
        "ftm",
    ];

    public string Name => "export";

    public SectionResult Run(Workspace workspace)
    {
        var tool = ToolSection.Build(workspace);
        var size = workspace.Options.Middle;
        var seeds = Path.Combine(workspace.DataOf(size).ToString(), "seeds");
        var scratch = Path.Combine(Scratch(workspace), "datapackage-bench-export");
        string[] Export(params string[] forms) =>
            ["export", .. forms, "--output", Path.Combine(scratch, string.Join('-', forms)), "--seeds", seeds];
        ProcessJob Job(string subject, string[] arguments) =>
            new(size, subject, "", tool, workspace.Options.FewRoundsAt(size), arguments);
        var result = new SectionResult([
            .. ProcessJob.RunInterleaved([
                Job(Check, ["check", seeds]),
                .. Forms.Select(form => Job(form, Export(form))),
                Job(All, Export(Forms)),
            ]),
            Figure.Of(size, All, Peak, ToolSection.PeakOf(tool, Export(Forms))),
        ]);
        Directory.Delete(scratch, recursive: true);
        return result;
    }

    /// <summary>Where files are in memory, if the system has such a place with room; else on the disk.</summary>
    /// <remarks>What is measured is the command, not the disk. Some file systems take long to make files after others
    /// were removed, as each export removes the one before: ext4 without a journal took 10 s of 18 for
    /// that.</remarks>
    public static string Scratch(Workspace workspace)
    {
        const string memory = "/dev/shm";
        const long room = 4L << 30;
        return Directory.Exists(memory) && new DriveInfo(memory).AvailableFreeSpace > room
            ? memory
            : workspace.ToolFolder;
    }
}
