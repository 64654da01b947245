namespace DataPackage.Tool.Sessions;

/// <summary>Ends a run with a message and an exit code.</summary>
internal sealed class StopException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    /// <summary>The arguments ask for what cannot be.</summary>
    public static StopException Usage(string message) => new(Sessions.ExitCode.Usage, message);

    /// <summary>The work cannot be done here.</summary>
    public static StopException NotStarted(string message) => new(Sessions.ExitCode.NotStarted, message);

    /// <summary>The seeds do not have what is asked for, or have mistakes that stand in the way.</summary>
    public static StopException Findings(string message) => new(Sessions.ExitCode.Findings, message);

    /// <summary>Whether a failure is one of files, so that its message helps whoever ran the tool. For a file that is
    /// larger than its user may write, .NET has an exception of its own.</summary>
    public static bool IsOfFiles(Exception failure) =>
        failure is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException { ParamName: "value" };
}
