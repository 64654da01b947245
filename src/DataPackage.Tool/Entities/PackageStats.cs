using System.Globalization;
using System.Text.Json;
using DataPackage.Engine;
using DataPackage.Engine.Articles;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;

namespace DataPackage.Tool.Entities;

/// <summary>What a package has and lacks, in numbers.</summary>
internal sealed class PackageStats
{
    /// <summary>A property that fewer entities state is rarely stated, in percent.</summary>
    private const int Rare = 20;

    public required IReadOnlyList<KindStats> Kinds { get; init; }

    /// <summary>The properties that some entities state, but few.</summary>
    public required IReadOnlyList<RareProperty> RarelyStated { get; init; }

    /// <summary>One line for each property whose texts have not all languages of the package.</summary>
    public required IReadOnlyList<string> MissingLanguages { get; init; }

    /// <summary>The ids of articles whose text is not the one that was pinned.</summary>
    public required IReadOnlyList<string> StalePins { get; init; }

    public static PackageStats Of(PackageCompiler compiler)
    {
        var languages = SeedLanguages(compiler);
        return new PackageStats
        {
            Kinds = [.. compiler.Package.Kinds.Select(kind => KindStats.Of(compiler.Schema[kind.Name], kind))],
            RarelyStated = [.. compiler.Package.Kinds.SelectMany(kind => Rarely(compiler.Schema[kind.Name], kind))],
            MissingLanguages =
            [
                .. compiler.Package.Kinds.SelectMany(kind => Missing(compiler.Schema[kind.Name], kind, languages)),
            ],
            StalePins =
            [
                .. StaleArticles
                    .Find(compiler.Bound, compiler.Articles, CancellationToken.None)
                    .Select(message => message.Arguments[0]),
            ],
        };
    }

    private static List<string> SeedLanguages(PackageCompiler compiler) =>
        [
            .. compiler
                .Package.Kinds.SelectMany(kind => kind.Entities)
                .SelectMany(entity => entity.Values)
                .OfType<LocalizedValue>()
                .SelectMany(LanguagesOf)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    private static IEnumerable<string> LanguagesOf(LocalizedValue value) =>
        value.Entries.Select(entry => entry.Language);

    private static IEnumerable<RareProperty> Rarely(Kind kind, LinkedKind linked) =>
        from property in kind.Properties
        let stated = linked.Entities.Count(entity => entity.Values[kind.IndexOf(property.Name)] is not null)
        where stated > 0 && stated * 100 < linked.Entities.Count * Rare
        select new RareProperty(kind.Name, property, stated, linked.Entities.Count);

    private static IEnumerable<string> Missing(Kind kind, LinkedKind linked, List<string> languages) =>
        from property in kind.Properties
        where property is { IsLocalized: true, IsMany: false }
        let texts = linked
            .Entities.Select(entity => entity.Values[kind.IndexOf(property.Name)])
            .OfType<LocalizedValue>()
            .ToList()
        from language in languages
        let lacking = texts.Count(text => !LanguagesOf(text).Contains(language, StringComparer.Ordinal))
        where lacking > 0
        select $"{kind.Name}.{property.Name}: {language} in {Invariant(lacking)} of {Invariant(texts.Count)}";

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("kinds");
        foreach (var kind in Kinds)
            kind.Write(json);
        json.WriteEndArray();
        WriteLines("rarelyStated", RarelyStated.Select(each => each.Line), json);
        WriteLines("missingLanguages", MissingLanguages, json);
        WriteLines("stalePins", StalePins, json);
        json.WriteEndObject();
    }

    private static void WriteLines(string name, IEnumerable<string> lines, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var line in lines)
            json.WriteStringValue(line);
        json.WriteEndArray();
    }
}

/// <param name="Stated">The entities that state it, of all of the kind.</param>
internal sealed record RareProperty(string Kind, Property Property, int Stated, int Entities)
{
    public string Line => FormattableString.Invariant($"{Kind}.{Property.Name}: {Stated} of {Entities}");
}

/// <param name="Cited">The entities with a citation.</param>
/// <param name="Values">The values that its entities state.</param>
/// <param name="CitedValues">Those that a citation names.</param>
internal sealed record KindStats(string Kind, int Entities, int Cited, int Values, int CitedValues)
{
    public static KindStats Of(Kind kind, LinkedKind linked)
    {
        var stated = linked.Entities.Sum(entity => EntityValues.Of(kind, entity.Values).Count());
        var cited = linked.Entities.Sum(entity =>
            EntityValues
                .Of(kind, entity.Values)
                .Count(each => entity.Citations.Any(citation => citation.IsFor(each.Property)))
        );
        return new(
            kind.Name,
            linked.Entities.Count,
            linked.Entities.Count(entity => entity.Citations.Count > 0),
            stated,
            cited
        );
    }

    public IReadOnlyList<string> Row =>
        [
            Kind,
            Entities.ToString(CultureInfo.InvariantCulture),
            Share(Cited, Entities),
            Values.ToString(CultureInfo.InvariantCulture),
            Share(CitedValues, Values),
        ];

    private static string Share(int part, int whole) =>
        whole == 0 ? "" : (100 * part / whole).ToString(CultureInfo.InvariantCulture) + " %";

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("kind", Kind);
        json.WriteNumber("entities", Entities);
        json.WriteNumber("cited", Cited);
        json.WriteNumber("values", Values);
        json.WriteNumber("citedValues", CitedValues);
        json.WriteEndObject();
    }
}
