using System.Reflection;
using DataPackage.Tool.Editing;

namespace DataPackage.Tool.Packages;

/// <summary>The seeds that a new package starts with. They are those of the templates for <c>dotnet new</c>.</summary>
internal static class Sample
{
    /// <summary>Only the facts about the package.</summary>
    public const string None = "none";

    private static readonly Assembly Own = typeof(Sample).Assembly;

    public static IReadOnlyList<string> Names { get; } = [None, "ships", "articles"];

    /// <summary>Paths below the package's folder, and texts.</summary>
    public static IReadOnlyList<(string Path, string Text)> Read(
        string sample,
        string packageNamespace,
        string language,
        string citations
    )
    {
        // As resources are named on the machine that built the tool.
        var resources = Own.GetManifestResourceNames()
            .ToDictionary(name => name.Replace('\\', '/'), name => name, StringComparer.Ordinal);
        return
        [
            .. from pair in resources.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            let parts = pair.Key.Split('/', 2)
            where parts[0] == None || parts[0] == sample
            let text = ReadText(pair.Value)
                .Replace("FleetPackage", packageNamespace, StringComparison.Ordinal)
                .Replace("FleetNamespace", packageNamespace, StringComparison.Ordinal)
                .Replace("the-language", YamlText.Scalar(language), StringComparison.Ordinal)
                .Replace("the-policy", citations, StringComparison.Ordinal)
            select (parts[1], text),
        ];
    }

    private static string ReadText(string resource)
    {
        using var reader = new StreamReader(Own.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
