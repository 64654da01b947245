using System.Collections;
using Microsoft.Build.Framework;

namespace DataPackage.Consumer.Tests;

/// <summary>The MSBuild engine of a task that no build calls: records the log.</summary>
internal sealed class RecordingEngine : IBuildEngine
{
    /// <summary>As the build prints them.</summary>
    public List<string> Errors { get; } = [];

    public List<string> Messages { get; } = [];

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => "App.csproj";

    public bool BuildProjectFile(
        string projectFileName,
        string[] targetNames,
        IDictionary globalProperties,
        IDictionary targetOutputs
    ) => throw new NotSupportedException();

    public void LogCustomEvent(CustomBuildEventArgs e) { }

    public void LogErrorEvent(BuildErrorEventArgs e) => Errors.Add($"{e.File} : error {e.Code}: {e.Message}");

    public void LogMessageEvent(BuildMessageEventArgs e) => Messages.Add(e.Message!);

    public void LogWarningEvent(BuildWarningEventArgs e) { }
}
