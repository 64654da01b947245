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
        var target = Path.Combine(workspace.ToolFolder, "exported");
        string[] Export(params string[] forms) => ["export", .. forms, "--output", target, "--seeds", seeds];
        ProcessJob Job(string subject, string[] arguments) =>
            new(subject, "", tool, workspace.Options.FewRoundsAt(size), arguments);
        return new SectionResult([
            .. ProcessJob.RunInterleaved(
                size,
                [
                    Job(Check, ["check", seeds]),
                    .. Forms.Select(form => Job(form, Export(form))),
                    Job(All, Export(Forms)),
                ]
            ),
            Figure.Of(size, All, Peak, ToolSection.PeakOf(tool, Export(Forms))),
        ]);
    }
}
