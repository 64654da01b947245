using Microsoft.Build.Framework;

namespace DataPackage.BuildTasks;

/// <summary>Removes the schemas for editors; keeps other files in their folder.</summary>
public sealed class RemoveEditorSchemas : BuildTask
{
    [Required]
    public string EditorFolder { get; set; } = "";

    protected override bool Run()
    {
        try
        {
            new OwnFolder(EditorFolder).Remove(EditorFiles.Request, EditorFiles.Stamp, EditorFiles.Failure);
        }
        catch (IOException link)
        {
            // Files that stay must not stop the rest of the clean.
            LogMessage(MessageImportance.High, $"DataPackage: the schemas for editors stay: {link.Message}");
        }

        return true;
    }
}
