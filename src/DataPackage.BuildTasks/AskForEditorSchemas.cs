using Microsoft.Build.Framework;

namespace DataPackage.BuildTasks;

/// <summary>Writes the request for the program that writes schemas for editors. Rewrites the file only if it
/// differs.</summary>
public sealed class AskForEditorSchemas : BuildTask
{
    public ITaskItem[] Seeds { get; set; } = [];

    [Required]
    public string ProjectFolder { get; set; } = "";

    [Required]
    public string SeedsPath { get; set; } = "";

    [Required]
    public string EditorFolder { get; set; } = "";

    protected override bool Run()
    {
        var seeds = SeedItem.In(Seeds, ProjectFolder, SeedsPath, (_, _) => { });
        var request = new EditorRequest(
            ProjectFolder,
            EditorFiles.Plain(Uri.UnescapeDataString(SeedsPath)),
            EditorFiles.Plain(EditorFolder),
            [
                .. seeds
                    .Select(seed => (seed.SeedPath, seed.FullPath))
                    .Distinct()
                    .OrderBy(seed => seed.SeedPath, StringComparer.Ordinal),
            ]
        );
        try
        {
            new OwnFolder(EditorFolder).WriteWhereItDiffers(EditorFiles.Request, request.ToBytes());
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Editor support must not fail a build; the next task reports it.
            LogMessage(MessageImportance.High, $"DataPackage: {failure.Message}");
        }

        return true;
    }
}
