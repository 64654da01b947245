using DataPackage.Bench.Report;

namespace DataPackage.Bench.Sections;

/// <summary>The size of a data package in a trimmed program that names one of its entities; in bytes.</summary>
internal sealed class TrimSection : ISection
{
    public const string Before = "data assembly";
    public const string Trimmed = "data assembly, trimmed";
    public const string Native = "native program";

    private const string Program = "OneAccessor";

    public string Name => "trim";

    public SectionResult Run(Workspace workspace)
    {
        var size = workspace.Options.Middle;
        var figures = new List<Figure>
        {
            Figure.Of(size, Before, "", LengthOf(workspace.Build("DataPackageData", size), "DataPackageData.dll")),
            Figure.Of(size, Trimmed, "", LengthOf(workspace.Publish(Program, size, "trimmed"), "DataPackageData.dll")),
        };
        if (Workspace.Linker is not null)
            figures.Add(Figure.Of(size, Native, "", LengthOf(workspace.Publish(Program, size, "aot"), Program)));
        return new SectionResult(figures);
    }

    private static long LengthOf(string folder, string file) => new FileInfo(Path.Combine(folder, file)).Length;
}
