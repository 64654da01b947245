namespace DataPackage.BuildTasks;

/// <summary>The files in the folder of editor schemas that its manifest does not list.</summary>
internal static class EditorFiles
{
    /// <summary>The last request to the program.</summary>
    public const string Request = "seeds";

    /// <summary>Written when the program has finished. Its time is that at which the program began to read, so the next
    /// build knows whether a seed was saved since.</summary>
    public const string Stamp = "written";

    /// <summary>Why the program could not finish.</summary>
    public const string Failure = "failure";

    /// <summary>The path of a folder without a separator at the end.</summary>
    public static string Plain(string folder) =>
        folder.TrimEnd('/', Path.DirectorySeparatorChar) is { Length: > 0 } plain ? plain : folder;
}
