using Microsoft.Build.Framework;

namespace DataPackage.BuildTasks;

/// <summary>Writes what a package publishes into a file that is packed with it. Fails if the version promises more than
/// the package keeps (DP4012).</summary>
public sealed class WriteFacts : ProgramTask
{
    public ITaskItem[] Seeds { get; set; } = [];

    [Required]
    public string ProjectFolder { get; set; } = "";

    [Required]
    public string SeedsPath { get; set; } = "";

    public string RootNamespace { get; set; } = "";

    [Required]
    public string PackageVersion { get; set; } = "";

    /// <summary>The assembly that was built before; empty if this build compiles it.</summary>
    public string BuiltAssembly { get; set; } = "";

    /// <summary>The full path of the file to write.</summary>
    [Required]
    public string File { get; set; } = "";

    protected override bool Run()
    {
        if (FindNewer() is { } newer)
        {
            LogError(
                null,
                $"DataPackage: {newer} is newer than {BuiltAssembly}, so the facts of the package would not be those "
                    + "of its code. Pack without --no-build."
            );
            return false;
        }

        var request = new EditorRequest(
            ProjectFolder,
            EditorFiles.Plain(Uri.UnescapeDataString(SeedsPath)),
            File,
            SeedItem.PathsOf(SeedItem.In(Seeds, ProjectFolder, SeedsPath, (_, _) => { }))
        );
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        var list = File + ".seeds";
        System.IO.File.WriteAllBytes(list, request.ToBytes());
        var reason = "";
        try
        {
            if (RunProgram(["facts", list, RootNamespace, PackageVersion], line => reason += line) != 0)
                reason = "";
            else if (reason.Length == 0)
                return true;
        }
        catch (System.ComponentModel.Win32Exception failure)
        {
            LogMessage(MessageImportance.High, $"DataPackage: {failure.Message}");
        }

        if (reason.IndexOf(": ", StringComparison.Ordinal) is > 0 and var end)
            LogError(reason.Substring(0, end), reason.Substring(end + 2));
        else
            LogError(null, "DataPackage: the facts of the package could not be written.");
        return false;
    }

    /// <summary>A seed that was changed after the assembly was built.</summary>
    private string? FindNewer()
    {
        if (!System.IO.File.Exists(BuiltAssembly))
            return null;
        var built = System.IO.File.GetLastWriteTimeUtc(BuiltAssembly);
        return Seeds
            .Select(seed => seed.GetMetadata("FullPath"))
            .FirstOrDefault(seed => System.IO.File.GetLastWriteTimeUtc(seed) > built);
    }
}
