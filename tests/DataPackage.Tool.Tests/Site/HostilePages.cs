namespace DataPackage.Tool.Tests.Site;

/// <summary>Seeds whose texts would run in a page, break its markup or lead elsewhere, if one let them.</summary>
internal static class HostilePages
{
    public const string Script = "</script><img src=x onerror=alert(1)>\"'><b>";

    public static TempFolder Seeds() =>
        new TempFolder()
            .With(
                "seeds/datapackage.yaml",
                $"""
                namespace: Hostile
                language: en
                title: '{Quoted}'
                description: '{Quoted}'
                licenses:
                  - path: https://example.org/{Encoded}
                    title: '{Quoted}'

                """
            )
            .With(
                "seeds/schema/Thing.yaml",
                $$"""
                label: '{{Quoted}}'
                description: '{{Quoted}}'
                caption: name
                summary: text
                findBy: [name]
                ids: any
                accessors: distinct
                properties:
                  name: { type: text, bidi: allowed, description: '{{Quoted}}', label: '{{Quoted}}' }
                  text: { type: markdown, description: '{{Quoted}}' }
                  address: { type: url, description: An address. }
                  twin: { range: Thing, description: Another. }
                  kind: { type: enum, values: { '{{Quoted}}': '{{Quoted}}' }, description: A word. }
                  sizes: { cardinality: map, type: text, description: By any key. }
                  date: { type: date, description: A date. }
                temporal: { start: date }

                """.Replace(
                    "kind: { type: enum, values: { '" + Quoted + "'",
                    "sort: { type: enum, values: { 'a'",
                    StringComparison.Ordinal
                )
            )
            .With(
                "seeds/things.json",
                $$"""
                [
                  { "id": "../x", "name": {{Json}}, "twin": "a/b", "text": {{Json}}, "date": "[1901,1902~]" },
                  { "id": "a/b", "name": "line\nend \u202E", "date": "../1985",
                    "text": "[x](javascript:alert(1)) <javascript:alert(2)> ![y](https://example.org/z.png) <b onclick=x>" },
                  { "id": "con", "name": "'; DROP TABLE thing; --", "date": "Y170000002", "text": "{{Deep}}",
                    "address": "https://example.org/?a=1&b=<2>'\"" },
                  { "id": "a#b?c%d", "name": "# ? % &amp; &lt;", "twin": "../x", "date": "-0044-03-15",
                    "sizes": { {{Json}}: {{Json}} },
                    "text": "[![x](https://example.org/y) ![](https://example.org)](https://example.org/)&#1;\u0001" },
                  { "id": "\u0416", "name": "\ud83d\udea2 \u05e9\u05dc\u05d5\u05dd", "twin": "con", "date": "1985/.." },
                  { "id": {{Json}}, "name": "javascript:alert(4)", "twin": "con", "date": "2004-06-XX" }
                ]

                """
            )
            .With(
                "seeds/articles/note.md",
                $$"""
                ---
                title: '{{Quoted}}'
                language: en
                url: https://example.org/note
                ---
                First {{Script}} paragraph, with a dash - and a comma, twice: a comma, twice.

                Second one, {{Script}}.

                """
            )
            .With(
                "seeds/schema/Fact.yaml",
                "caption: name\nproperties:\n  name: { type: text, description: A name. }\n"
            )
            .With(
                "seeds/facts/one.yaml",
                $$"""
                name:
                  value: one
                  basis: inferred
                  note: '{{Quoted}}'
                citations:
                  - { article: note, quote: 'First {{Quoted}} paragraph', for: [name] }
                  - { article: note, quote: 'paragraph, with a dash - and a comma', for: [name] }
                  - { article: note, quote: 'a comma, twice.', for: [name] }

                """
            );

    /// <summary>So deep that no program reads it as Markdown.</summary>
    private static readonly string Deep = new('>', 1000);

    private static string Quoted => Script.Replace("'", "''", StringComparison.Ordinal);

    private static string Encoded => Uri.EscapeDataString(Script);

    private static string Json => System.Text.Json.JsonSerializer.Serialize(Script);
}
