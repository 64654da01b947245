namespace DataPackage.Engine.Diagnostics;

/// <summary>The messages of rules that the build reports before the compiler runs, in the same words as the
/// engine's.</summary>
internal static class BuildMessages
{
    public const string Links =
        "Symbolic links are not followed, and these seeds are some: {0}. "
        + "Put the files themselves there; or set the property DataPackageFollowLinks to true, where nobody else can "
        + "add links";

    /// <summary>Takes the path and the reason.</summary>
    public const string Name = "A seed may not be called '{0}': {1}; rename it";

    /// <summary>The reason to refuse one of two paths that some file systems take for one.</summary>
    public static string SameAs(string place, string other) =>
        place == other
            ? "it is there twice"
            : $"'{place}' is '{other}' where case, or how a letter is encoded, makes no difference";
}
