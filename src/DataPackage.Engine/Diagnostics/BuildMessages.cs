namespace DataPackage.Engine.Diagnostics;

/// <summary>The messages of the rules that the build reports before there is a compiler, in the words of
/// those of the engine.</summary>
internal static class BuildMessages
{
    public const string Links =
        "Symbolic links are not followed, and these seeds are some: {0}. "
        + "Put the files themselves there; or set the property DataPackageFollowLinks to true, where nobody else can "
        + "add links";

    /// <summary>The path, and why.</summary>
    public const string Name = "A seed may not be called '{0}': {1}; rename it";

    /// <summary>Of two paths that are one to some file systems.</summary>
    public static string SameAs(string place, string other) =>
        place == other
            ? "it is there twice"
            : $"'{place}' is '{other}' where case, or how a letter is encoded, makes no difference";
}
