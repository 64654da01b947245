using DataPackage.Engine.Diagnostics;

namespace DataPackage.Tool.Sessions;

/// <summary>The surroundings of a run: streams, the folder at hand, and whether it is to end.</summary>
internal sealed class Session
{
    /// <summary>Results; nothing else is written here.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Everything that is no result.</summary>
    public required TextWriter Errors { get; init; }

    /// <summary>The full path of the folder that relative paths start from.</summary>
    public required string Folder { get; init; }

    public Terminal OutputTerminal { get; init; } = Terminal.None;

    public Terminal ErrorTerminal { get; init; } = Terminal.None;

    public CancellationToken Cancellation { get; init; }

    /// <summary>Writes a line of the result.</summary>
    public void Write(string line = "")
    {
        Cancellation.ThrowIfCancellationRequested();
        WriteDone(line);
    }

    /// <summary>Writes a line about what is done. A signal comes too late for that, and the run ends as if there were
    /// none.</summary>
    public void WriteDone(string line)
    {
        Output.Write(line);
        Output.Write('\n');
    }

    /// <summary>Writes a line that is no result.</summary>
    public void Tell(string line)
    {
        Errors.Write(Visible(line));
        Errors.Write('\n');
        Errors.Flush();
    }

    public void Flush() => Output.Flush();

    /// <summary>The full path of what an argument names, without a separator at its end.</summary>
    public string Resolve(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, Folder));

    /// <summary>A path as it is shown: from the folder at hand, with forward slashes.</summary>
    public string Show(string path) => Path.GetRelativePath(Folder, path).Replace('\\', '/');

    /// <summary>A text from seeds on one line, without characters that steer a terminal.</summary>
    public static string Visible(string text) =>
        // Most texts, found far faster than by asking for each character.
        text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0
            ? text
            : MessageText.Visible(text);
}
