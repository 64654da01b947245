using System.IO.Compression;
using DataPackage.Bench.Report;

namespace DataPackage.Bench.Sections;

/// <summary>The command <c>datapackage site</c> as a whole process, in one language, beside <c>check</c>, which is a
/// part of it; in microseconds and bytes.</summary>
internal sealed class SiteSection : ISection
{
    public const string Check = "check";
    public const string Empty = "into an empty folder";
    public const string Again = "again, nothing has changed";
    public const string Peak = "peak memory";
    public const string Files = "files";
    public const string Size = "size";
    public const string Page = "nine of ten pages of entities, gzip";
    public const string Styles = "styles";
    public const string Scripts = "scripts of a page";

    public string Name => "site";

    public SectionResult Run(Workspace workspace)
    {
        var tool = ToolSection.Build(workspace);
        var options = workspace.Options;
        return new SectionResult([
            .. new[] { options.Middle, options.Large }.Distinct().SelectMany(size => Measure(workspace, tool, size)),
        ]);
    }

    private static IEnumerable<Figure> Measure(Workspace workspace, string tool, int size)
    {
        var seeds = Path.Combine(workspace.DataOf(size).ToString(), "seeds");
        var target = Path.Combine(ExportSection.Scratch(workspace), "datapackage-bench-site");
        string[] arguments = ["site", "--output", target, "--seeds", seeds];
        var rounds = workspace.Options.FewRoundsAt(size);
        var figures = new List<Figure>();
        for (var round = 0; round < rounds; round++)
        {
            if (Directory.Exists(target))
                Directory.Delete(target, recursive: true);
            figures.AddRange(
                ProcessJob.RunInterleaved([
                    new ProcessJob(size, Check, "", tool, 1, "check", seeds),
                    new ProcessJob(size, Empty, "", tool, 1, arguments),
                    new ProcessJob(size, Again, "", tool, 1, arguments),
                ])
            );
        }

        foreach (var subject in figures.GroupBy(figure => (figure.Subject, figure.Measure)))
            yield return Figure.Of(
                size,
                subject.Key.Subject,
                subject.Key.Measure,
                subject.Select(figure => figure.Median)
            );
        Directory.Delete(target, recursive: true);
        yield return Figure.Of(size, Empty, Peak, ToolSection.PeakOf(tool, arguments));
        foreach (var figure in SizesOf(target, size))
            yield return figure;
        Directory.Delete(target, recursive: true);
    }

    private static IEnumerable<Figure> SizesOf(string target, int size)
    {
        var files = new DirectoryInfo(target).GetFiles("*", SearchOption.AllDirectories);
        yield return Figure.Of(size, Files, Files, files.Length);
        yield return Figure.Of(size, Size, Size, files.Sum(file => file.Length));
        var pages = Directory
            .GetFiles(Path.Combine(target, "en", "persons"), "index.html", SearchOption.AllDirectories)
            .Select(ZippedSize)
            .Order()
            .ToList();
        yield return Figure.Of(size, Page, Size, pages[pages.Count * 9 / 10]);
        var assets = Path.Combine(target, "assets");
        yield return Figure.Of(size, Styles, Size, Directory.GetFiles(assets, "*.css").Sum(SizeOf));
        // Every page has the first, and no page has two others.
        var others = Directory.GetFiles(assets, "*.js").Where(file => Path.GetFileName(file) != "site.js");
        yield return Figure.Of(size, Scripts, Size, SizeOf(Path.Combine(assets, "site.js")) + others.Max(SizeOf));
    }

    private static double SizeOf(string file) => new FileInfo(file).Length;

    private static double ZippedSize(string file)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(file));
        return zipped.Length;
    }
}
