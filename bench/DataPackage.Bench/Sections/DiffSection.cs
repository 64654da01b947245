using DataPackage.Bench.Report;

namespace DataPackage.Bench.Sections;

/// <summary>The command <c>datapackage diff</c> as a whole process, of two folders, beside <c>check</c>; in
/// microseconds.</summary>
internal sealed class DiffSection : ISection
{
    public const string Check = "check";
    public const string Folders = "diff of two folders";

    public string Name => "diff";

    public SectionResult Run(Workspace workspace)
    {
        var tool = ToolSection.Build(workspace);
        var size = workspace.Options.Large;
        var seeds = Path.Combine(workspace.DataOf(size).ToString(), "seeds");
        var edited = Path.Combine(workspace.ToolFolder, "edited");
        CopyEdited(seeds, edited);
        var rounds = workspace.Options.FewRoundsAt(size);
        return new SectionResult(
            ProcessJob.RunInterleaved([
                new ProcessJob(size, Check, "", tool, rounds, "check", seeds),
                new ProcessJob(size, Folders, "", tool, rounds, "diff", seeds, edited),
            ])
        );
    }

    /// <summary>Every hundredth entity has got a former id.</summary>
    private static void CopyEdited(string from, string to)
    {
        if (Directory.Exists(to))
            Directory.Delete(to, recursive: true);
        var files = Directory.GetFiles(from, "*", SearchOption.AllDirectories);
        for (var i = 0; i < files.Length; i++)
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, files[i]));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            var name = Path.GetFileName(files[i]);
            if (
                i % 100 == 0
                && name.EndsWith(".yaml", StringComparison.Ordinal)
                && char.IsAsciiLetterLower(name[0])
                && Path.GetDirectoryName(copy) != to
            )
                File.WriteAllText(
                    copy,
                    $"formerIds: [former-{name[..^".yaml".Length]}]\n" + File.ReadAllText(files[i])
                );
            else
                File.Copy(files[i], copy);
        }
    }
}
