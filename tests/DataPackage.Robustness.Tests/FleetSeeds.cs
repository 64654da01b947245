using System.Globalization;
using DataPackage.Generator.Tests;

namespace DataPackage.Robustness.Tests;

/// <summary>A small package with every type, shape and area of packed data.</summary>
internal static class FleetSeeds
{
    private static readonly (string Name, string Schema, string Value)[] Types =
    [
        ("text", "type: text", "012"),
        ("greek", "type: text", "Ναύτης ~ 'x'"),
        (
            "long",
            "type: text",
            "Далеко в море, где волны выше домов и ветер не стихает ни днём, ни ночью, шёл корабль <Альбатрос>."
        ),
        ("localized", "type: text, localized: true", "{ en: Norway, nb: 'NO' }"),
        ("markdown", "type: markdown", "'*so*'"),
        ("whole", "type: integer", "-42"),
        ("fraction", "type: decimal", "1.10"),
        ("truth", "type: boolean", "true"),
        ("day", "type: date", "1901-05-12"),
        ("vague", "type: date", "'[1975,1976..1980]'"),
        ("address", "type: url", "https://example.org/a"),
        ("price", "type: money", "{ amount: 12.50, currency: EUR }"),
        ("tongue", "type: language", "pt-BR"),
        ("number", "type: identifier, format: qid", "Q42"),
        ("choice", "type: enum, values: { low-tide: Low., high-tide: High. }", "high-tide"),
        ("port", "range: Harbour", "old-port"),
        ("met", "range: Named", "Ship/tern"),
    ];

    public static SeedSet Create()
    {
        var seeds = new SeedSet()
            .With(
                "schema/Named.yaml",
                "abstract: true\ncaption: name\nfindBy: [name]\nproperties:\n  name: { type: text, localized: true, required: true }\n"
            )
            .With(
                "schema/Harbour.yaml",
                "plural: Harbours\nextends: [Named]\ntemporal: { start: opened, end: closed }\nproperties:\n  opened: { type: date }\n  closed: { type: date }\n"
            )
            .With(
                "schema/Ship.yaml",
                "plural: Ships\nextends: [Named]\nproperties:\n  home: { range: Harbour, reverse: { name: ships } }\n  seen: { range: Named, cardinality: many, reverse: { name: seenBy } }\n  part: { range: Part }\n"
                    + Schema()
            )
            // They embed each other to any depth.
            .With(
                "schema/Part.yaml",
                "embedded: true\nproperties:\n  spare: { range: Spare, cardinality: many }\n" + Schema()
            )
            .With("schema/Spare.yaml", "embedded: true\nproperties:\n  part: { range: Part }\n")
            .With("harbours/old-port.yaml", "name: { en: Old Port, de: Alter Hafen }\nopened: 1844~\nclosed: 1901-05\n")
            .With("harbours/new-port.yaml", "name: New Port\nopened: 1901\n")
            .With("harbours/last-port.yaml", "name: New Port\n")
            .With(
                "ships/albatros.yaml",
                "name: Albatros\nhome: old-port\nseen: [Ship/tern, Harbour/old-port]\n"
                    + Values("")
                    + "part:\n"
                    + Values("  ")
                    + "  spare: [{ part: {"
                    + string.Join(", ", Required())
                    + "} }]\ncitations:\n  - { article: log, quote: is at home, for: [home] }\n  - { article: log, quote: went by }\n"
            )
            .With(
                "ships/tern.yaml",
                "name: Tern\n"
                    + string.Join("\n", Required())
                    + """

                    home:
                      - { value: old-port, rank: preferred, accordingTo: Ship/albatros, during: 1901/.., note: Її порт. }
                      - { value: pier-1, rank: deprecated, because: moved, cite: { article: log, quote: went by } }
                      - { value: ~, state: unknown, accordingTo: { text: the log }, basis: common-knowledge }
                    seen: [Harbour/old-port, { value: Harbour/pier-2, rank: deprecated, because: seen from afar }]

                    """
            )
            .With(
                "articles/log.md",
                "---\ntitle: From the log\nlanguage: en\n---\nSome ship went by.\n\nThe Albatros is at home.\n"
            );
        // Enough for more than one digit of presence, offset and row.
        for (var i = 0; i < 40; i++)
            seeds.With(
                string.Create(CultureInfo.InvariantCulture, $"harbours/pier-{i}.yaml"),
                string.Create(CultureInfo.InvariantCulture, $"name: Pier {i}\nopened: {1850 + i}\n")
            );
        return seeds;
    }

    private static string Schema() =>
        string.Concat(
            Types.Select(type =>
                $"  {type.Name}: {{ {type.Schema} }}\n  {type.Name}Required: {{ {type.Schema}, required: true }}\n  {type.Name}Many: {{ {type.Schema}, cardinality: many }}\n"
            )
        );

    private static string Values(string indent) =>
        string.Concat(
            Types.Select(type =>
                $"{indent}{type.Name}: {type.Value}\n{indent}{type.Name}Required: {type.Value}\n{indent}{type.Name}Many: [{Quoted(type.Value)}, {Quoted(type.Value)}]\n"
            )
        );

    private static IEnumerable<string> Required() => Types.Select(type => $"{type.Name}Required: {Quoted(type.Value)}");

    /// <summary>In the form of an item of a flow list.</summary>
    private static string Quoted(string value) => value[0] is '{' or '\'' ? value : $"\"{value}\"";
}
