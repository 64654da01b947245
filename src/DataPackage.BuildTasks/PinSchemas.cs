using System.Text;
using DataPackage.Engine.Syntax;
using Microsoft.Build.Framework;

namespace DataPackage.BuildTasks;

/// <summary>Copies the inferred schemas into the seeds. A schema that exists there was written by hand, and
/// stays.</summary>
public sealed class PinSchemas : BuildTask
{
    private const string Folder = "schema/";

    [Required]
    public string EditorFolder { get; set; } = "";

    [Required]
    public string SeedsPath { get; set; } = "";

    /// <summary>The seeds folder as the project names it, for messages.</summary>
    public string SeedsName { get; set; } = "";

    /// <summary>The files of inferred schemas, as paths below the folder.</summary>
    internal static IEnumerable<string> InferredIn(OwnFolder folder) =>
        folder
            .Names()
            .Where(name =>
                name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(".yaml", StringComparison.Ordinal)
            );

    protected override bool Run()
    {
        var written = new OwnFolder(EditorFolder);
        var target = Path.Combine(Uri.UnescapeDataString(SeedsPath), Folder.TrimEnd('/'));
        if (Links.IsLink(target))
            throw new IOException($"'{target}' is a symbolic link, and nothing is written through one");
        var pinned = new List<string>();
        foreach (var name in InferredIn(written))
        {
            var path = Path.Combine(target, Path.GetFileName(name));
            if (SeedNames.Refuse(name) is not null || Links.IsTaken(path))
                continue;
            OwnFolder.Create(path, new UTF8Encoding(false).GetBytes(written.ReadText(name)));
            pinned.Add(Path.GetFileNameWithoutExtension(name));
        }

        LogMessage(
            MessageImportance.High,
            pinned.Count == 0
                ? "No kind was inferred: all have a schema"
                : $"Pinned in {SeedsName.TrimEnd('/', '\\')}/schema: {string.Join(", ", pinned)}"
        );
        return true;
    }
}
