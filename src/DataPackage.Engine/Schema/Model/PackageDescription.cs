using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Model;

/// <summary>What <c>datapackage.yaml</c> says of the package for its users; no other step needs it. Named as in the
/// Data Package standard (Frictionless Data, version 2).</summary>
internal sealed record PackageDescription
{
    /// <summary>Null if not stated.</summary>
    public required string? Name { get; init; }

    /// <summary>Null if not stated.</summary>
    public required string? Title { get; init; }

    /// <summary>Null if not stated.</summary>
    public required string? Description { get; init; }

    public required EquatableArray<string> Keywords { get; init; }

    /// <summary>The default language of localized text (BCP 47).</summary>
    public required string Language { get; init; }

    /// <summary>In the order of the file, as are the sources and the contributors.</summary>
    public required EquatableArray<DescribedLicense> Licenses { get; init; }

    public required EquatableArray<DescribedSource> Sources { get; init; }

    public required EquatableArray<DescribedContributor> Contributors { get; init; }

    /// <summary>Values of the wrong shape are left out: they were reported when the schema was read.</summary>
    public static PackageDescription Of(IEnumerable<SeedDocument> declarations, PackageFacts facts)
    {
        var root =
            declarations.FirstOrDefault(document => SeedPaths.IsPackageFacts(document.SeedPath))?.Root as SeedMapping;
        return new PackageDescription
        {
            Name = Text(root, "name"),
            Title = Text(root, "title"),
            Description = Text(root, "description"),
            Keywords = root?.ValueOf("keywords") is SeedSequence keywords
                ? keywords.Items.Select(Text).OfType<string>().ToEquatableArray()
                : default,
            Language = facts.Language,
            Licenses = All(
                root,
                "licenses",
                license => new DescribedLicense(Text(license, "name"), Text(license, "title"), Text(license, "path"))
            ),
            Sources = All(
                root,
                "sources",
                source => new DescribedSource(Text(source, "title"), Text(source, "path"), Text(source, "email"))
            ),
            Contributors = All(
                root,
                "contributors",
                contributor => new DescribedContributor(
                    Text(contributor, "title"),
                    Text(contributor, "role"),
                    Text(contributor, "path"),
                    Text(contributor, "email")
                )
            ),
        };
    }

    private static string? Text(SeedMapping? mapping, string key) => Text(mapping?.ValueOf(key));

    private static string? Text(SeedNode? node) =>
        node is SeedScalar { IsNull: false } scalar && scalar.Text.Trim() is { Length: > 0 } text ? text : null;

    private static EquatableArray<T> All<T>(SeedMapping? root, string key, Func<SeedMapping, T> read) =>
        root?.ValueOf(key) is SeedSequence list
            ? list.Items.OfType<SeedMapping>().Select(read).ToEquatableArray()
            : default;
}

internal sealed record DescribedLicense(string? Name, string? Title, string? Path);

internal sealed record DescribedSource(string? Title, string? Path, string? Email);

internal sealed record DescribedContributor(string? Title, string? Role, string? Path, string? Email);
