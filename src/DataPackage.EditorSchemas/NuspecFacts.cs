using DataPackage.Engine;
using DataPackage.Engine.CSharp;
using DataPackage.Engine.Schema.Model;

namespace DataPackage.EditorSchemas;

/// <summary>What <c>datapackage.yaml</c> says of a package, by the names of NuGet's MSBuild properties.</summary>
internal static class NuspecFacts
{
    public static IEnumerable<(string Property, string Value)> Of(string path)
    {
        var seed = SeedOnDisk.Read(Path.GetFileName(path), path);
        var documents = new PackageCompiler([seed], CompilerOptions.None).Documents;
        return Of(PackageDescription.Of(documents, PackageFacts.Default));
    }

    /// <summary>Only what is stated.</summary>
    public static IEnumerable<(string Property, string Value)> Of(PackageDescription description) =>
        new (string Property, string? Value)[]
        {
            ("Title", description.Title),
            ("Description", description.Description),
            // NuGet splits authors at commas, and tags at semicolons and spaces.
            ("Authors", Join(",", description.Contributors.Select(each => each.Title), ',')),
            ("PackageTags", Join(" ", description.Keywords, ' ', ';', ',', '\t', '\n')),
            ("PackageLicenseExpression", SpdxLicenses.ExpressionOf(description.Licenses.Select(each => each.Name))),
        }
            .Where(pair => !string.IsNullOrEmpty(pair.Value))
            .Select(pair => (pair.Property, pair.Value!));

    /// <summary>The texts without the characters that separate them: these become spaces in names, hyphens in
    /// tags.</summary>
    private static string Join(string separator, IEnumerable<string?> texts, params char[] separators) =>
        string.Join(
            separator,
            texts
                .OfType<string>()
                .Select(text =>
                    string.Join(
                        separators.Contains(' ') ? "-" : " ",
                        text.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    )
                )
                .Where(text => text.Length > 0)
                .Distinct(StringComparer.Ordinal)
        );
}
