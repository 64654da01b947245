using Microsoft.Build.Framework;

namespace DataPackage.BuildTasks;

/// <summary>Starts the program that writes schemas for editors.</summary>
/// <remarks>Editor support must not fail a build, nor warn where warnings are errors: failures are logged as
/// messages.</remarks>
public sealed class WriteEditorSchemas : ProgramTask
{
    [Required]
    public string EditorFolder { get; set; } = "";

    [Output]
    public bool Succeeded { get; set; }

    /// <summary>The kinds that no schema declares, separated by commas.</summary>
    [Output]
    public string Inferred { get; set; } = "";

    protected override bool Run()
    {
        try
        {
            Succeeded = RunProgram([Path.Combine(EditorFolder, EditorFiles.Request)], LogOutput) == 0;
            var folder = new OwnFolder(EditorFolder);
            if (Succeeded)
                folder.WriteAnew(EditorFiles.Stamp, []);
            if (Succeeded)
                Inferred = string.Join(", ", PinSchemas.InferredIn(folder).Select(Path.GetFileNameWithoutExtension));
        }
        catch (Exception failure)
            when (failure is IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception)
        {
            LogMessage(MessageImportance.High, $"DataPackage: {failure.Message}");
            Succeeded = false;
        }

        if (!Succeeded)
            LogMessage(
                MessageImportance.High,
                "DataPackage: the schemas for editors could not be written; the build goes on without them. "
                    + "DataPackageEditorSchemas=false in the project turns them off."
            );
        return true;
    }
}
