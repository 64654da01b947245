using Microsoft.Build.Framework;

namespace DataPackage.BuildTasks;

/// <summary>Starts the program that writes schemas for editors, beside the compiler. <see cref="AwaitEditorSchemas"/>
/// tells how it ended.</summary>
public sealed class StartEditorSchemas : ProgramTask
{
    [Required]
    public string EditorFolder { get; set; } = "";

    /// <summary>The target that waits for the program; empty if the build has nothing to tell of it.</summary>
    public string WhatAwaits { get; set; } = "";

    /// <summary>The number that the system gives to the program; 0 if it could not be started.</summary>
    [Output]
    public int Process { get; set; }

    protected override bool Run()
    {
        try
        {
            // Until the program has ended well, the next build starts it again.
            new OwnFolder(EditorFolder).Delete(EditorFiles.Stamp, EditorFiles.Failure);
            Process = StartProgram([Path.Combine(EditorFolder, EditorFiles.Request)], isAwaited: WhatAwaits.Length > 0);
        }
        catch (Exception failure)
            when (failure is IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception)
        {
            LogMessage(MessageImportance.High, $"DataPackage: {failure.Message}");
        }

        return true;
    }
}
