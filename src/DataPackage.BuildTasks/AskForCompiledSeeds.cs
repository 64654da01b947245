using Microsoft.Build.Framework;

namespace DataPackage.BuildTasks;

/// <summary>Writes the request to compile seeds, with all that the result depends on. Rewrites the file only if it
/// differs.</summary>
public sealed class AskForCompiledSeeds : BuildTask
{
    public ITaskItem[] Seeds { get; set; } = [];

    [Required]
    public string ProjectFolder { get; set; } = "";

    [Required]
    public string SeedsPath { get; set; } = "";

    public string RootNamespace { get; set; } = "";

    /// <summary>The name of the seeds folder, percent-encoded, as the generator gets it.</summary>
    public string SeedsFolder { get; set; } = "";

    public string HasLines { get; set; } = "";

    public ITaskItem[] References { get; set; } = [];

    /// <summary>The program that is asked. The path of a package names its version.</summary>
    [Required]
    public string Program { get; set; } = "";

    [Required]
    public string Folder { get; set; } = "";

    protected override bool Run()
    {
        var request = new CompileRequest(
            Program,
            RootNamespace,
            Uri.UnescapeDataString(SeedsFolder),
            string.Equals(HasLines, "true", StringComparison.OrdinalIgnoreCase),
            [.. References.Select(reference => reference.GetMetadata("FullPath"))],
            SeedItem.PathsOf(SeedItem.In(Seeds, ProjectFolder, SeedsPath, (_, _) => { }))
        );
        new OwnFolder(Folder).WriteWhereItDiffers(CompiledFiles.Request, request.ToBytes());
        return true;
    }
}
