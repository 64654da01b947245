using Microsoft.Build.Framework;

namespace DataPackage.BuildTasks;

/// <summary>Removes the schemas for editors, and nothing else that may be in their folder.</summary>
public sealed class RemoveEditorSchemas : BuildTask
{
    [Required]
    public string EditorFolder { get; set; } = "";

    protected override bool Run()
    {
        try
        {
            new OwnFolder(EditorFolder).Remove(EditorFiles.Request, EditorFiles.Stamp);
        }
        catch (IOException link)
        {
            // What remains is no reason not to clean the rest.
            LogMessage(MessageImportance.High, $"DataPackage: the schemas for editors stay: {link.Message}");
        }

        return true;
    }
}
