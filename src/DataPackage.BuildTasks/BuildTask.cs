using DataPackage.Engine.Diagnostics;
using Microsoft.Build.Framework;

namespace DataPackage.BuildTasks;

/// <summary>The base of all tasks: logs to MSBuild, and keeps text from outside on one line.</summary>
/// <remarks>Implements MSBuild's interface itself, because MSBuild's base class would bring dependencies.</remarks>
public abstract class BuildTask : ITask
{
    public IBuildEngine BuildEngine { get; set; } = null!;

    public ITaskHost? HostObject { get; set; }

    public bool Execute()
    {
        try
        {
            return Run();
        }
        // .NET throws an ArgumentException for a file that is larger than its user may write.
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            LogError(null, $"DataPackage: {failure.Message}");
            return false;
        }
    }

    /// <summary>The file that errors point to.</summary>
    public string? ProjectFile { get; set; }

    protected abstract bool Run();

    protected void LogError(string? code, string message) =>
        BuildEngine.LogErrorEvent(
            new BuildErrorEventArgs(
                null,
                code,
                MessageText.Of(ProjectFile ?? BuildEngine.ProjectFileOfTaskNode),
                0,
                0,
                0,
                0,
                MessageText.Visible(message),
                null,
                nameof(DataPackage)
            )
        );

    protected void LogMessage(MessageImportance importance, string message) =>
        BuildEngine.LogMessageEvent(
            new BuildMessageEventArgs(MessageText.Visible(message), null, nameof(DataPackage), importance)
        );
}
