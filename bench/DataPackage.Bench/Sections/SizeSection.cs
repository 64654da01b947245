using System.IO.Compression;
using DataPackage.Bench.Report;

namespace DataPackage.Bench.Sections;

/// <summary>The size of a data package on disk and as a NuGet package, compared with that of its values; in
/// bytes.</summary>
internal sealed class SizeSection : ISection
{
    public const string Assembly = "assembly";
    public const string Documentation = "documentation";
    public const string Zipped = "both, zipped";
    public const string Values = "values";
    public const string Entities = "entities";
    public const string NameKeys = "name keys";

    public string Name => "size";

    public SectionResult Run(Workspace workspace) =>
        new([.. workspace.Options.Sizes.SelectMany(size => Measure(workspace, size))]);

    private static IEnumerable<Figure> Measure(Workspace workspace, int size)
    {
        var assembly = Path.Combine(workspace.Build("DataPackageData", size), "DataPackageData.dll");
        var documentation = Path.ChangeExtension(assembly, ".xml");
        var dataset = workspace.DataOf(size).Dataset;
        yield return Figure.Of(size, Assembly, "", new FileInfo(assembly).Length);
        yield return Figure.Of(size, Documentation, "", new FileInfo(documentation).Length);
        yield return Figure.Of(size, Zipped, "", ZippedLength(assembly, documentation));
        yield return Figure.Of(size, Values, "", dataset.ValueBytes);
        yield return Figure.Of(size, Entities, "", dataset.EntityCount);
        yield return Figure.Of(size, NameKeys, "", dataset.NameKeyCount);
    }

    private static long ZippedLength(params ReadOnlySpan<string> files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var file in files)
                archive.CreateEntryFromFile(file, Path.GetFileName(file), CompressionLevel.Optimal);
        return stream.Length;
    }
}
