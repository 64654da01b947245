using System.Globalization;
using System.Text;

namespace DataPackage.Generator.Tests.Fuzz;

/// <summary>A package of random kinds and entities, from a pool of names small enough to collide, with values that are
/// right, wrong and hostile.</summary>
internal sealed class RandomPackage
{
    private static readonly string[] Kinds =
    [
        "Ship",
        "Ships",
        "IShip",
        "SHIP",
        "Harbour",
        "Crew",
        "Article",
        "Person",
        "Runtime",
        "System",
        "Object",
        "String",
        "Equals",
        "Clone",
        "Enum",
        "Id",
        "Table",
        "ShipType",
        "ShipName",
        "ship",
        "3D",
        "Länge",
        "X",
    ];

    private static readonly string[] Plurals =
    [
        "Ships",
        "Ship",
        "All",
        "Crews",
        "Articles",
        "Runtime",
        "SHIPS",
        "Fleet",
        "ships",
        "Get",
    ];

    private static readonly string[] PropertyNames =
    [
        "name",
        "type",
        "kind",
        "id",
        "text",
        "row",
        "class",
        "value",
        "equals",
        "getType",
        "ship",
        "ships",
        "iShip",
        "other",
        "builder",
        "all",
        "find",
        "caption",
        "citations",
        "sha256",
        "system",
        "runtime",
        "record",
        "field",
        "global",
        "aB",
        "ab",
        "a1",
        "a11",
        "Upper",
        "1a",
        "größe",
        "finalize",
        "memberwiseClone",
        "clone",
        "deconstruct",
        "printMembers",
        "equalityContract",
        "x",
    ];

    private static readonly string[] Types =
    [
        "text",
        "markdown",
        "integer",
        "decimal",
        "boolean",
        "date",
        "duration",
        "url",
        "money",
        "language",
        "identifier",
        "enum",
        "txet",
    ];

    private static readonly string[] EnumValues =
    [
        "low",
        "high",
        "low-tide",
        "LowTide",
        "equals",
        "toString",
        "value",
        "class",
        "1st",
        "ä",
        "a--b",
        "_",
    ];

    private static readonly string[] Ids =
    [
        "a",
        "b",
        "c",
        "a-1",
        "a1",
        "3d",
        "all",
        "get",
        "find-all",
        "get-type",
        "equals",
        "ships",
        "ship",
        "con",
        "class",
        "Bad Id",
        "é",
    ];

    private static readonly string[] Namespaces =
    [
        "Fleet",
        "Fleet.Ships",
        "DataPackage",
        "System",
        "record",
        "field",
        "partial",
        "file",
        "scoped",
        "class",
        "a b",
        "A..B",
        "Ship",
        "await",
        "var",
        "global",
    ];

    private static readonly string[] Fragments =
    [
        "\"",
        "\\",
        "*/",
        "]]>",
        "<b>",
        "</summary>",
        "&amp;",
        "&#0;",
        "{0}",
        "{{",
        "$\"",
        "\n",
        "\r\n",
        "\t",
        "\u0085",
        "\u2028",
        "\u2029",
        "\0",
        "\u0001",
        "\u001b[31m",
        "\u202E",
        "\u2066",
        "\u200D",
        "\uFEFF",
        "\uFFFD",
        "\uFFFE",
        "\uFDD0",
        "\U0001F6A2",
        "\U0001FFFF",
        "é",
        "e\u0301",
        "ß",
        "Ж",
        "文",
        "a",
        "B",
        "0",
        " ",
        "class X {",
        "}",
        ";",
        "//",
        "#if",
        "#line 1 \"x\"",
        "::error::",
        "##vso[task]",
        "null",
        "~",
    ];

    private static readonly string[] Scalars =
    [
        "x",
        "12",
        "-1.50",
        "true",
        "NO",
        "null",
        "",
        "2001-02-30",
        "1844~",
        "[1975,1976]",
        "2025-04/..",
        "https://example.org/a",
        "javascript:x",
        "12.5 EUR",
        "12 EURO",
        "en",
        "pt-BR",
        "Q42",
        "TR",
        "low",
        "high-tide",
        "a",
        "b",
        "a-1",
        "Ship/a",
        "Nope/a",
        "nope",
    ];

    private readonly Random _random;
    private readonly SeedSet _seeds = new();
    private readonly List<(
        string Kind,
        string Folder,
        bool IsEntity,
        List<(string Name, string Type, bool IsMany, bool IsLocalized)> Properties
    )> _declared = [];
    private readonly List<string> _written = [];

    /// <summary>How many of a hundred choices ignore what is allowed; 0 in a third of the sets.</summary>
    private readonly int _recklessness;

    private RandomPackage(int seed)
    {
        _random = new Random(seed);
        _recklessness = _random.Next(6) switch
        {
            < 2 => 0,
            < 4 => 2,
            4 => 10,
            _ => 40,
        };
    }

    /// <param name="entities">The number of entities is less.</param>
    public static SeedSet Make(int seed, int entities = 6)
    {
        var package = new RandomPackage(seed);
        package.WriteFacts();
        for (var kinds = package._random.Next(1, 4); kinds > 0; kinds--)
            package.WriteKind();
        for (var files = package._random.Next(0, entities); files > 0; files--)
            package.WriteEntity();
        if (package.Chance(4))
            package.WriteArticle();
        return package._seeds;
    }

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private bool IsReckless => _random.Next(100) < _recklessness;

    private string Pick(string[] pool) => pool[_random.Next(pool.Length)];

    /// <summary>One of the values that are always right, or of all.</summary>
    private string Pick(string[] good, string[] all) => Pick(IsReckless ? all : good);

    private void WriteFacts()
    {
        var facts = new StringBuilder();
        if (Chance(16))
            facts
                .Append("namespace: ")
                .AppendLine(Pick(["Fleet", "Fleet.Ships", "record", "field", "scoped", "Ship"], Namespaces));
        if (Chance(6))
            facts.Append("language: ").AppendLine(Pick(["de", "pt-BR"], ["x", "!"]));
        if (IsReckless)
            facts.Append("citations: ").AppendLine(Pick(["entity", "none", "all"]));
        _seeds.With("datapackage.yaml", facts.ToString());
    }

    private void WriteKind()
    {
        var name = Pick(["Ship", "Harbour", "Crew", "Runtime", "System", "String", "Table"], Kinds);
        var others = _declared.Select(kind => kind.Kind).Where(kind => kind != name).ToArray();
        var plural = IsReckless ? Pick(Plurals) : null;
        var schema = new StringBuilder();
        if (plural is not null)
            schema.Append("plural: ").AppendLine(plural);
        if (Chance(2))
            schema.Append("description: ").AppendLine(Quoted());
        if (Chance(5))
            schema.Append("label: ").AppendLine(Quoted());
        var shape = _random.Next(8) switch
        {
            0 => "abstract",
            1 => "embedded",
            2 when IsReckless => "article",
            _ => "",
        };
        if (shape.Length > 0)
            schema.Append(shape).AppendLine(": true");
        if (IsReckless)
            schema.AppendLine("embedded: true");
        if (IsReckless)
            schema.Append("extends: [").Append(Pick(Kinds)).Append(", ").Append(Kinds[_random.Next(4)]).AppendLine("]");
        else if (shape != "embedded" && _abstract is { } parent && parent != name && Chance(2))
            schema.Append("extends: ").AppendLine(parent);
        if (Chance(8))
            schema.Append("deprecated: ").AppendLine(Quoted());
        var properties = new List<(string Name, string Type, bool IsMany, bool IsLocalized)>();
        var written = new StringBuilder();
        for (var count = _random.Next(0, 6); count > 0; count--)
        {
            var property = Pick(
                [
                    "name",
                    "type",
                    "row",
                    "class",
                    "value",
                    "other",
                    "builder",
                    "find",
                    "system",
                    "record",
                    "field",
                    "aB",
                    "a1",
                    "a11",
                    "x",
                ],
                PropertyNames
            );
            if (properties.Exists(other => other.Name == property) && !IsReckless)
                continue;
            written
                .Append("  ")
                .Append(property)
                .Append(": { ")
                .Append(Property(property, others, shape == "embedded", properties))
                .AppendLine(" }");
        }

        string Own() =>
            properties.Count > 0 && !IsReckless ? properties[_random.Next(properties.Count)].Name : Pick(PropertyNames);
        var mayName = properties.Count > 0 || IsReckless;
        if (mayName && Chance(2))
            schema.Append("caption: ").AppendLine(Own());
        if (mayName && Chance(4))
            schema.Append("summary: ").AppendLine(Own());
        if (mayName && Chance(5))
            schema.Append("findBy: [").Append(Own()).AppendLine("]");
        var groups = properties
            .Where(property =>
                property
                    is { Type: "enum" or "date" or "identifier" or "language" }
                        or { Type: "text", IsLocalized: false }
            )
            .Select(property => property.Name)
            .ToArray();
        if (groups.Length > 0 && Chance(3))
            schema.Append("groupBy: [").Append(Pick(groups)).AppendLine("]");
        if (mayName && Chance(6))
            schema.Append("featured: [").Append(Own()).AppendLine("]");
        if (
            properties.Find(property => property is { Type: "date", IsMany: false }).Name is { } date
            && shape != "embedded"
        )
            schema.AppendLine(CultureInfo.InvariantCulture, $"temporal: {{ start: {date} }}");
        if (IsReckless)
            schema
                .Append("temporal: { start: ")
                .Append(Pick(PropertyNames))
                .Append(", end: ")
                .Append(Pick(PropertyNames))
                .AppendLine(" }");
        if (IsReckless)
            schema.Append(Pick(PropertyNames)).AppendLine(": 1");
        schema.AppendLine("properties:").Append(written);
        _seeds.With($"schema/{name}.yaml", schema.ToString());
        if (shape == "abstract")
            _abstract = name;
        _declared.RemoveAll(kind => kind.Kind == name);
        _declared.Add(
            (
                name,
                IsReckless ? "strays" : (plural ?? name + "s").ToLowerInvariant(),
                shape is "" or "article",
                properties
            )
        );
    }

    private string? _abstract;

    private string Property(
        string name,
        string[] others,
        bool isEmbedded,
        List<(string Name, string Type, bool IsMany, bool IsLocalized)> properties
    )
    {
        var keys = new List<string>();
        string type;
        if (Chance(4) && (others.Length > 0 || IsReckless))
        {
            type = others.Length > 0 && !IsReckless ? Pick(others) : Pick(Kinds);
            keys.Add("range: " + type);
            if (!isEmbedded && Chance(3) && _declared.Exists(kind => kind.Kind == type && kind.IsEntity))
                keys.Add($"reverse: {{ name: {(IsReckless ? Pick(PropertyNames) : name + "Of")} }}");
        }
        else
        {
            type = Pick(
                [
                    "text",
                    "markdown",
                    "integer",
                    "decimal",
                    "boolean",
                    "date",
                    "duration",
                    "url",
                    "money",
                    "language",
                    "identifier",
                    "enum",
                ],
                Types
            );
            keys.Add("type: " + type);
            if (type == "identifier")
                keys.Add("format: " + Pick(["qid"], ["qid", "iso4217", "bcp47", "lei", "https-url", "no-such"]));
            if (type == "enum")
                keys.Add(
                    $"values: {{ {Pick(["low", "equals", "toString", "class"], EnumValues)}: {Quoted()}, {Pick(["high", "value", "getHashCode"], EnumValues)}: x }}"
                );
        }

        var isMany = Chance(3);
        var isLocalized = Chance(4) && (type is "text" or "markdown" || IsReckless);
        if (isMany)
            keys.Add("cardinality: many");
        if (Chance(4))
            keys.Add("required: true");
        if (isLocalized)
            keys.Add("localized: true");
        if (Chance(3))
            keys.Add("description: " + Quoted());
        if (Chance(10))
            keys.Add("deprecated: " + Quoted());
        if (IsReckless)
            keys.Add("unique: true");
        if (type is "text" or "markdown" || IsReckless)
            keys.Add("bidi: allowed");
        if (IsReckless)
            keys.Add("maxLength: " + Pick(["1", "0", "99999999999999999999", "1.5", "x"]));
        if (IsReckless)
            keys.Add("minimum: " + Pick(["1", "-5", "79228162514264337593543950335", "x"]));
        if (IsReckless)
            keys.Add("pattern: " + Pick(["\"[a-z]+\"", "\"(\"", "\"\\\\p{L}*\""]));
        properties.Add((name, type, isMany, isLocalized));
        return string.Join(", ", keys);
    }

    private void WriteEntity()
    {
        var kinds = _declared.Where(kind => kind.IsEntity || IsReckless).ToList();
        if (kinds.Count == 0)
            return;
        var (_, folder, _, properties) = kinds[_random.Next(kinds.Count)];
        var id = Pick(
            ["a", "b", "c", "a-1", "3d", "all", "get", "find-all", "get-type", "equals", "ships", "ship", "class"],
            Ids
        );
        if (!_written.Contains($"{folder}/{id}"))
            _written.Add($"{folder}/{id}");
        else if (!IsReckless)
            return;
        _seeds.With(
            Chance(6) ? folder + ".yaml" : $"{folder}/{id}.yaml",
            Chance(6) && IsReckless ? $"{id}: {{ {Values(properties, ", ")} }}\n" : Values(properties, "\n") + "\n"
        );
    }

    /// <remarks>An embedded kind may have properties of its own kind; the third level has none.</remarks>
    private string Values(
        List<(string Name, string Type, bool IsMany, bool IsLocalized)> properties,
        string separator,
        int depth = 0
    )
    {
        var values = properties
            .Where(property => !IsReckless && (depth < 3 || EmbeddedProperties(property.Type) is null))
            .Select(property =>
            {
                string One() => Value(property.Type, property.IsLocalized, depth);
                if (depth == 0 && Chance(3) && EmbeddedProperties(property.Type) is null)
                    return $"{property.Name}: {Claims(One, property.IsMany)}";
                return $"{property.Name}: {(property.IsMany ? $"[{One()}, {One()}]" : One())}";
            })
            .ToList();
        if (IsReckless)
            values.Add($"{Pick(PropertyNames)}: {AnyValue(1)}");
        if (IsReckless)
            values.Add("csharpName: " + Pick(["Good", "partial", "class", "All", "record", "where", "a b", "X"]));
        if (IsReckless)
            values.Add($"citations: [{{ article: {Pick(["log", "nope"])}, quote: {Quoted()} }}]");
        return string.Join(separator, values);
    }

    /// <summary>One value that counts, among others.</summary>
    private string Claims(Func<string> one, bool isMany)
    {
        var best = $"{{ value: {one()}, rank: preferred, {Said()} }}";
        var wrong = $"{{ value: {one()}, rank: deprecated, because: {Quoted()}, {Said()} }}";
        var unknown = $"{{ value: ~, state: {Pick(["unknown", "none"])} }}";
        return isMany ? $"[{one()}, {wrong}, {best}, {unknown}]"
            : Chance(2) ? $"[{wrong}, {best}, {{ value: {one()}, {Said()} }}, {unknown}]"
            : best;
    }

    private string Said() =>
        Pick(
            [
                $"accordingTo: {{ text: {Quoted()} }}",
                "during: 1844~/..",
                "basis: common-knowledge",
                $"basis: inferred, note: {Quoted()}",
            ],
            ["accordingTo: nobody", "basis: guessed", "during: someday", "rank: best", "state: unknown", "note: [x]"]
        );

    private List<(string Name, string Type, bool IsMany, bool IsLocalized)>? EmbeddedProperties(string type) =>
        type == _abstract ? null : _declared.Find(kind => kind.Kind == type && !kind.IsEntity).Properties;

    private string Value(string type, bool isLocalized, int depth) =>
        IsReckless
            ? AnyValue(2)
            : type switch
            {
                "text" or "markdown" when isLocalized => $"{{ en: {Quoted()}, de: {Quoted()} }}",
                "text" or "markdown" => Quoted(),
                "integer" => Pick(["12", "-9223372036854775808", "0"]),
                "decimal" => Pick(["-1.50", "79228162514264337593543950335", "0.0000000000000000000000000001"]),
                "boolean" => Pick(["true", "false"]),
                "date" => Pick(["1844~", "\"[1975,1976]\"", "2025-04/..", "-0044-03-15", "Y170000002", "2001-21?"]),
                "duration" => Pick(["PT90M", "-P1DT0.0000001S", "P2W"]),
                "url" => Pick(["https://example.org/a", "\"https://example.org/?q=%22</a>&x='\\\\\""]),
                "money" => Pick(["12.5 EUR", "{ amount: -0.01, currency: XTS }"]),
                "language" => "pt-BR",
                "identifier" => "Q42",
                "enum" => Pick(["low", "high"]),
                _ when EmbeddedProperties(type) is { } inner => $"{{ {Values(inner, ", ", depth + 1)} }}",
                _ => Pick(["a", "b", "3d"]),
            };

    private string AnyValue(int depth) =>
        _random.Next(depth > 0 ? 12 : 8) switch
        {
            < 3 => Quoted(),
            < 8 => "\"" + Pick(Scalars) + "\"",
            8 => $"[{AnyValue(depth - 1)}, {AnyValue(depth - 1)}]",
            9 => $"{{ en: {Quoted()}, de: {Quoted()} }}",
            10 => $"{{ {Pick(PropertyNames)}: {AnyValue(depth - 1)}, {Pick(PropertyNames)}x: {AnyValue(depth - 1)} }}",
            _ => $"{{ amount: {Pick(Scalars)}, currency: EUR }}",
        };

    private void WriteArticle()
    {
        var body = string.Concat(Enumerable.Range(0, _random.Next(6)).Select(_ => Pick(Fragments)));
        _seeds.With(
            "articles/log.md",
            $"---\ntitle: {Quoted()}\n{(Chance(4) ? "redistribute: false\n" : "")}---\n{body}\n"
        );
    }

    /// <summary>Hostile text as a double-quoted scalar; sometimes raw, which is usually refused.</summary>
    private string Quoted()
    {
        var text = string.Concat(Enumerable.Range(0, _random.Next(1, 5)).Select(_ => Pick(Fragments)));
        if (IsReckless)
            return text;
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '"' or '\\')
                quoted.Append('\\').Append((char)rune.Value);
            else if (
                rune.Value is >= ' ' and <= '~'
                || (rune.Value > 0xA0 && rune.IsBmp && char.IsLetter((char)rune.Value))
            )
                quoted.Append(rune.ToString());
            else
                quoted.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}");
        }

        return quoted.Append('"').ToString();
    }
}
