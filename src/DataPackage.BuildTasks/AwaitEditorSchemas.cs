using Microsoft.Build.Framework;

namespace DataPackage.BuildTasks;

/// <summary>Waits until the schemas for editors are written.</summary>
/// <remarks>Editor support must not fail a build, nor warn where warnings are errors: failures are logged as
/// messages.</remarks>
public sealed class AwaitEditorSchemas : BuildTask, ICancelableTask
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);

    private volatile bool _isCancelled;

    [Required]
    public string EditorFolder { get; set; } = "";

    /// <summary>The program that writes them; 0 if none could be started.</summary>
    public int Process { get; set; }

    [Output]
    public bool Succeeded { get; set; }

    /// <summary>The kinds that no schema declares, separated by commas.</summary>
    [Output]
    public string Inferred { get; set; } = "";

    public void Cancel() => _isCancelled = true;

    protected override bool Run()
    {
        try
        {
            var folder = new OwnFolder(EditorFolder);
            while (!_isCancelled && Process != 0 && !HasEnded(folder) && IsRunning(Process))
                Thread.Sleep(BetweenLooks);
            Succeeded = folder.Has(EditorFiles.Stamp);
            if (Succeeded)
                Inferred = string.Join(", ", PinSchemas.InferredIn(folder).Select(Path.GetFileNameWithoutExtension));
            else if (folder.Has(EditorFiles.Failure))
                LogMessage(MessageImportance.High, folder.ReadText(EditorFiles.Failure));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogMessage(MessageImportance.High, $"DataPackage: {failure.Message}");
        }

        if (!Succeeded && !_isCancelled)
            LogMessage(
                MessageImportance.High,
                "DataPackage: the schemas for editors could not be written; the build goes on without them. "
                    + "DataPackageEditorSchemas=false in the project turns them off."
            );
        return true;
    }

    private static bool HasEnded(OwnFolder folder) => folder.Has(EditorFiles.Stamp) || folder.Has(EditorFiles.Failure);

    private static bool IsRunning(int number)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(number);
            return !process.HasExited;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
