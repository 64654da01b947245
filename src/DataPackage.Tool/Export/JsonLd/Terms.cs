using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;

namespace DataPackage.Tool.Export.JsonLd;

/// <summary>The terms of JSON-LD for kinds and properties: those of schema.org where it has the same notion, else those
/// of the package.</summary>
/// <param name="package">The namespace of the package: the only name by which other packages know it.</param>
internal sealed class Terms(string package)
{
    /// <summary>The prefix of what only the package defines.</summary>
    public const string Own = "dp";

    /// <summary>The prefix of what is said of values in every package.</summary>
    public const string Said = "said";

    public const string Schema = "schema";
    public const string Annotation = "oa";

    public const string Rdf = "rdf";

    private const string Root = "urn:datapackage:";

    /// <summary>The types of schema.org whose notion is that of a kind of the same name.</summary>
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "Article",
        "Book",
        "City",
        "Country",
        "CreativeWork",
        "Event",
        "Language",
        "Organization",
        "Person",
        "Place",
        "Product",
    };

    /// <summary>The properties of schema.org that every type has, or those of the type before the dot.</summary>
    private static readonly Dictionary<string, string> Properties = new(StringComparer.Ordinal)
    {
        ["name"] = "name",
        ["aliases"] = "alternateName",
        ["summary"] = "disambiguatingDescription",
        ["description"] = "description",
        ["url"] = "url",
        ["Article.title"] = "name",
        ["Article.language"] = "inLanguage",
        ["Article.license"] = "license",
        ["Event.date"] = "startDate",
        ["Event.endDate"] = "endDate",
        ["Event.place"] = "location",
        ["Event.superEvent"] = "superEvent",
        ["Event.about"] = "about",
        ["Person.birthDate"] = "birthDate",
        ["Person.deathDate"] = "deathDate",
        ["Person.birthPlace"] = "birthPlace",
        ["Person.deathPlace"] = "deathPlace",
    };

    /// <summary>What each prefix stands for.</summary>
    public IEnumerable<(string Prefix, string Address)> Prefixes =>
        [
            (Own, $"{Package}:"),
            (Said, $"{Root}said:"),
            (Schema, "https://schema.org/"),
            (Annotation, "http://www.w3.org/ns/oa#"),
            ("xsd", "http://www.w3.org/2001/XMLSchema#"),
            ("edtf", "http://id.loc.gov/datatypes/edtf/"),
            (Rdf, "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
        ];

    /// <summary>What identifies the package.</summary>
    public string Package => Root + Uri.EscapeDataString(package);

    /// <summary>The types of a kind's entities.</summary>
    public static IEnumerable<string> Of(Kind kind)
    {
        if (Types.Contains(kind.Name) && !kind.IsEmbedded)
            yield return $"{Schema}:{kind.Name}";
        yield return $"{Own}:{Uri.EscapeDataString(kind.Name)}";
    }

    private readonly Dictionary<(string Kind, string Property), string> _terms = [];

    /// <summary>The package's own term for a property.</summary>
    public static string OwnOf(Property property) => $"{Own}:{Uri.EscapeDataString(property.Name)}";

    /// <summary>No two properties of a kind have the same term.</summary>
    public string Of(Kind kind, Property property)
    {
        if (!_terms.TryGetValue((kind.Name, property.Name), out var term))
            _terms[(kind.Name, property.Name)] = term =
                FindShared(kind, property) is { } shared
                && kind.Properties.First(each => FindShared(kind, each) == shared) == property
                    ? $"{Schema}:{shared}"
                    : OwnOf(property);
        return term;
    }

    private static string? FindShared(Kind kind, Property property)
    {
        var isText = property.Form == ValueForm.Localized || property.Scalar is { IsString: true };
        if (kind.IsEmbedded)
            return null;
        if (Types.Contains(kind.Name) && Properties.TryGetValue($"{kind.Name}.{property.Name}", out var ofType))
            return ofType;
        return isText && Properties.TryGetValue(property.Name, out var ofAll) ? ofAll : null;
    }

    public string Of(EntityLink entity) => Of(entity.Kind, entity.Id);

    public string Of(string kind, string id) => $"{Package}:{Uri.EscapeDataString(kind)}/{Uri.EscapeDataString(id)}";

    /// <summary>As the other package calls it in its own export.</summary>
    /// <param name="range">A kind and the namespace of the package that it is of, with an @ between.</param>
    public static string OfExternal(string range, string id)
    {
        var at = range.IndexOf('@', StringComparison.Ordinal);
        var (kind, other) = at < 0 ? (range, "") : (range[..at], range[(at + 1)..]);
        // Where the other package's ids are not known, a reference is as the seed writes it.
        var bare = id.EndsWith("@" + other, StringComparison.Ordinal) ? id[..^(other.Length + 1)] : id;
        return new Terms(other).Of(kind, bare);
    }
}
