using DataPackage.Engine.Diagnostics;
using Microsoft.Build.Framework;

namespace DataPackage.BuildTasks;

/// <summary>What all tasks have: MSBuild's log, in which text from outside stays on its line.</summary>
/// <remarks>Of MSBuild's interface alone, and not of its helpers, which would bring dependencies along.</remarks>
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
        // The last is what .NET makes of a file that is larger than its user may write.
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            LogError(null, $"DataPackage: {failure.Message}");
            return false;
        }
    }

    /// <summary>Where an error is shown to be.</summary>
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
