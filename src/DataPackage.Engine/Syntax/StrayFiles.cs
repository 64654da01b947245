using DataPackage.Shared.Text;

namespace DataPackage.Engine.Syntax;

/// <summary>Files that people keep beside data and that hold none: README, CHANGELOG, LICENSE.</summary>
internal static class StrayFiles
{
    private static readonly HashSet<string> Names = new(
        (
            "readme changelog changes history news license licence licenses licences copying notice version authors "
            + "contributors maintainers contributing codeofconduct security support governance todo credits "
            + "acknowledgements acknowledgments citation install upgrading migration releasenotes codeowners"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>Whether a file of this path may be one, so that other files of its folder decide what the folder
    /// holds.</summary>
    public static bool MayBe(string path) => IsPlain(path) || (IsMarkdown(path) && IsKnown(path));

    /// <summary>Whether a file is one by its name; if it has no metadata, it is left alone.</summary>
    public static bool IsKnown(string path)
    {
        var name = LetterCase.ToLower(path.Substring(path.LastIndexOf('/') + 1));
        var stem = name.IndexOf('.') is > 0 and var dot ? name.Substring(0, dot) : name;
        // LICENSE-MIT.txt, README_de.md.
        var word = stem.Split('-', '_', ' ')[0];
        return Names.Contains(word) || Names.Contains(stem.Replace("-", "").Replace("_", ""));
    }

    private static bool IsMarkdown(string path) => path.EndsWith(".md", IgnoreCase);

    private static bool IsPlain(string path) => path.EndsWith(".txt", IgnoreCase);

    private const StringComparison IgnoreCase = StringComparison.OrdinalIgnoreCase;
}
