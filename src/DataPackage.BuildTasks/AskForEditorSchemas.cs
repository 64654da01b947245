using DataPackage.Engine.Syntax;
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

    /// <summary>The target that waits for the program; empty if the build has nothing to tell of it.</summary>
    [Output]
    public string WhatToAwait { get; set; } = "";

    protected override bool Run()
    {
        var seeds = SeedItem.In(Seeds, ProjectFolder, SeedsPath, (_, _) => { });
        var request = new EditorRequest(
            ProjectFolder,
            EditorFiles.Plain(Uri.UnescapeDataString(SeedsPath)),
            EditorFiles.Plain(EditorFolder),
            SeedItem.PathsOf(seeds)
        );
        try
        {
            var folder = new OwnFolder(EditorFolder);
            folder.WriteWhereItDiffers(EditorFiles.Request, request.ToBytes());
            if (MayInferOthers(folder, seeds))
                WhatToAwait = "WriteDataPackageEditorSchemas";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Editor support must not fail a build; the next task reports it.
            LogMessage(MessageImportance.High, $"DataPackage: {failure.Message}");
        }

        return true;
    }

    /// <summary>Whether other kinds may be inferred than by the last build: an edited value changes none.</summary>
    private static bool MayInferOthers(OwnFolder folder, List<SeedItem> seeds) =>
        folder.TimeOf(EditorFiles.Stamp) is not { } last
        || folder.TimeOf(EditorFiles.Request) > last
        || seeds.Exists(seed =>
            SeedPaths.IsDeclaration(seed.SeedPath) && File.GetLastWriteTimeUtc(seed.FullPath) > last
        );
}
