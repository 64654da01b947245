namespace DataPackage.BuildTasks;

/// <summary>What the folder of schemas for editors holds beside what its manifest has.</summary>
internal static class EditorFiles
{
    /// <summary>What the program was asked last.</summary>
    public const string Request = "seeds";

    /// <summary>Written when it has done so; its time is what tells the build that there is nothing to do.</summary>
    public const string Stamp = "written";

    /// <summary>The path of a folder without a separator at its end.</summary>
    public static string Plain(string folder) =>
        folder.TrimEnd('/', Path.DirectorySeparatorChar) is { Length: > 0 } plain ? plain : folder;
}
