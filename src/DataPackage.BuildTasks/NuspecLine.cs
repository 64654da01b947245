namespace DataPackage.BuildTasks;

/// <summary>One property of a nuspec, as the program with the engine prints it for the task: a line in ASCII, because
/// the encoding of a console differs from machine to machine.</summary>
internal static class NuspecLine
{
    public static string Write(string property, string value) => property + "=" + Uri.EscapeDataString(value);

    /// <summary>Null if the line is something else.</summary>
    public static (string Property, string Value)? Read(string line) =>
        line.IndexOf('=') is > 0 and var end
            ? (line.Substring(0, end), Uri.UnescapeDataString(line.Substring(end + 1)))
            : null;
}
