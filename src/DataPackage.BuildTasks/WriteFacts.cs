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

    /// <summary>The full path of the file to write.</summary>
    [Required]
    public string File { get; set; } = "";

    protected override bool Run()
    {
        var request = new EditorRequest(
            ProjectFolder,
            EditorFiles.Plain(Uri.UnescapeDataString(SeedsPath)),
            File,
            [
                .. SeedItem
                    .In(Seeds, ProjectFolder, SeedsPath, (_, _) => { })
                    .Select(seed => (seed.SeedPath, seed.FullPath))
                    .Distinct(),
            ]
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

        if (reason.Length > 0)
            LogError("DP4012", reason);
        else
            LogError(null, "DataPackage: the facts of the package could not be written.");
        return false;
    }
}
