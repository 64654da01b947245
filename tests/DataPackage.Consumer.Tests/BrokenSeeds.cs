namespace DataPackage.Consumer.Tests;

/// <summary>A file with one mistake, added to the good seeds of tests/Consumer/Broken.</summary>
/// <param name="Path">The path below the seeds folder.</param>
/// <param name="Marked">The text, with a ▸ before the place to which the build must point.</param>
internal sealed record BrokenSeed(string Code, string Path, string Marked)
{
    private const char Mark = '▸';

    public string Text => Marked.Replace(Mark.ToString(), "", StringComparison.Ordinal);

    /// <summary>As the compiler counts: from 1, one column for each UTF-16 code unit.</summary>
    public (int Line, int Column) Place
    {
        get
        {
            var before = Marked[..Marked.IndexOf(Mark, StringComparison.Ordinal)].Split('\n');
            return (before.Length, before[^1].Length + 1);
        }
    }

    public override string ToString() => $"{Path}({Place.Line},{Place.Column}): {Code}";
}

/// <summary>One mistake per file, from all families of rules. The mistakes are independent, so all files fit into one
/// package too.</summary>
internal static class BrokenSeeds
{
    public static IReadOnlyList<BrokenSeed> All { get; } =
    [
        // Reading.
        new("DP0002", "ships/unclosed-quote.yaml", "name: ▸\"Möwe\n"),
        new("DP0002", "ships/unclosed-list.yaml", "name: ▸[Möwe, Чайка\nmasts: 3\n"),
        new("DP0002", "ships/two-colons.yaml", "name: Крузенштерн▸: барк\n"),
        new("DP0002", "ships/missing-anchor.yaml", "name: ▸*nobody\n"),
        new("DP0003", "ships/deep.yaml", "name: " + new string('[', 63) + "▸[" + new string(']', 64) + "\n"),
        new("DP0004", "ships/bell.yaml", "name: Glocke▸\u0007\n"),
        new("DP0004", "ships/right-to-left.yaml", "name: 東京▸\u202E港\n"),
        new("DP0004", "ships/not-utf8.yaml", "name: M▸\uFFFDwe\n"),
        new("DP0005", "ships/list-as-key.yaml", "name: Anker\n? ▸[Möwe, 海鷗]\n: 3\n"),
        new("DP0005", "ships/core-tag.yaml", "name: Anker\nmasts: ▸!!int drei\n"),
        new("DP0006", "ships/same-key.yaml", "name: Ель\n▸name: Ёлка\n"),
        new("DP0006", "ships/same-language.yaml", "name: { de-AT: Möwe, ▸de-at: Lachmöwe }\n"),
        new("DP0008", "articles/no-front-matter.md", "▸Без метаданных.\n"),
        new("DP0008", "articles/no-sidecar.txt", "▸Ein Text ohne Angaben.\n"),
        new("DP0008", "articles/open-front-matter.md", "▸---\ntitle: Offen\n"),
        // Shape.
        new("DP1001", "shipps/moewe.yaml", "▸name: Möwe\n"),
        new("DP1001", "harbors/kiel.yaml", "▸name: Kiel\n"),
        new("DP1002", "ships/german-key.yaml", "name: Möwe\n▸heimat: bergen\n"),
        new("DP1002", "ships/near-key.yaml", "{ name: 海鷗🚢, ▸mast: 3 }\n"),
        new("DP1002", "ships/embedded-key.yaml", "name: Möwe\ncalls:\n  - harbour: bergen\n    ▸datum: 1902\n"),
        new("DP1003", "ships/nameless.yaml", "▸masts: 3\n"),
        new("DP1003", "ships/empty-key.yaml", "masts: 3\n▸name:\n"),
        new("DP1003", "ships/empty-text.yaml", "name: ▸\"\"\n"),
        new("DP1003", "ships/embedded-nowhere.yaml", "name: Möwe\ncalls:\n  - ▸date: 1902\n"),
        new("DP1004", "ships/integer.yaml", "name: Möwe\nmasts: ▸drei\n"),
        new("DP1004", "ships/decimal.yaml", "{ name: 東京🚢, tonnage: ▸8.5t }\n"),
        new("DP1004", "ships/boolean.yaml", "name: Чайка\nsteam: ▸да\n"),
        new("DP1004", "ships/address.yaml", "name: Möwe\nsite: ▸www.example.org\n"),
        new("DP1004", "ships/amount.yaml", "name: Möwe\nprice: ▸viel\n"),
        new("DP1004", "ships/currency.yaml", "{ name: Чайка, price: { amount: 1, currency: ▸рубль } }\n"),
        new("DP1004", "ships/list-of-one.yaml", "name: Möwe\nhome: ▸[bergen]\n"),
        new("DP1004", "ships/language-name.yaml", "name: { ru: Чайка, ▸german: Möwe }\n"),
        new("DP1004", "ships/language.yaml", "name: Möwe\nspeaks: [de, ▸deutsch]\n"),
        new("DP1004", "ships/text.yaml", "▸Möwe\n"),
        new("DP1005", "ships/month.yaml", "{ name: 鷗🚢, launched: 1901-▸13 }\n"),
        new("DP1005", "ships/day-in-quotes.yaml", "name: Möwe\nlaunched: \"1901-02-▸30\"\n"),
        new("DP1005", "ships/german-date.yaml", "name: Möwe\nlaunched: ▸12.05.1901\n"),
        new("DP1005", "ships/backwards.yaml", "name: Möwe\nlaunched: 1902/▸1901\n"),
        new("DP1006", "ships/minimum.yaml", "name: Möwe\nmasts: ▸0\n"),
        new("DP1006", "ships/negative-price.yaml", "name: Möwe\nprice: ▸-1 EUR\n"),
        new("DP1006", "ships/pattern.yaml", "name: Möwe\ncallSign: ▸Möwe\n"),
        new("DP1006", "ships/length.yaml", "name: Möwe\nmotto: ▸Über alle Meere, über alle Zeiten\n"),
        new("DP1006", "ships/qid.yaml", "name: Möwe\nwikidata: ▸P42\n"),
        new("DP1006", "ships/lei.yaml", "name: Möwe\nowner: ▸529900T8BM49AURSDO56\n"),
        new("DP1006", "harbours/country.yaml", "name: { ja: 神戸 }\ncode: ▸jp\n"),
        new("DP1007", "ships/cargo.yaml", "name: Möwe\ncargo: ▸Getreide\n"),
        new("DP1008", "ships/twice.yaml", "name: Möwe\ncallSign: ▸OHAB\n"),
        new("DP1010", "schema/Raft.yaml", "properties:\n  logs: { type: integer, minimum: 2, maximum: ▸1 }\n"),
        new("DP1010", "schema/Tug.yaml", "caption: ▸size\nproperties:\n  size: { type: decimal }\n"),
        new("DP1010", "schema/Ferry.yaml", "properties:\n  line: { type: text, pattern: ▸\"(\" }\n"),
        new("DP1010", "schema/Lock.yaml", "extends: [Named]\nproperties:\n  ▸name: { type: text }\n"),
        new(
            "DP1010",
            "schema/Sluice.yaml",
            "properties:\n  gate: { type: enum, values: { open-gate: Offen., ▸openGate: Auch offen. } }\n"
        ),
        new("DP1011", "schema/Dock.yaml", "description: Ein Dock.\n▸eigenschaften: {}\n"),
        new("DP1012", "schema/Buoy.yaml", "properties:\n  colour: { type: ▸txt }\n"),
        new("DP1012", "schema/Pier.yaml", "extends: [▸Namd]\n"),
        new("DP1014", "ships/scrapped-first.yaml", "name: Möwe\nlaunched: 1902\nscrapped: ▸1901\n"),
        new("DP1015", "schema/Yacht.yaml", "assertions: { min: ▸1 }\n"),
        // Links.
        new("DP2001", "ships/nowhere.yaml", "name: Möwe\nhome: ▸bergn\n"),
        new("DP2001", "ships/tokyo.yaml", "{ name: 東京🚢, home: ▸東京 }\n"),
        new(
            "DP2001",
            "ships/embedded-reference.yaml",
            "name: Möwe\ncalls: [{ harbour: bergen }, { harbour: ▸oslo }]\n"
        ),
        new("DP2002", "ships/at-home-in-a-ship.yaml", "name: Möwe\nhome: ▸albatros\n"),
        new("DP2003", "ships/which-twin.yaml", "name: Möwe\nmet: [▸twin]\n"),
        // Citations.
        new("DP3001", "ships/never-said.yaml", "name: Möwe\ncitations:\n  - article: log\n    quote: ▸nie gesagt\n"),
        new(
            "DP3001",
            "ships/one-letter.yaml",
            "name: Чайка\ncitations: [{ article: log, quote: ▸the Albatros left the slip }]\n"
        ),
        new("DP3002", "ships/said-twice.yaml", "name: Möwe\ncitations: [{ article: log, quote: ▸left the }]\n"),
        new("DP3003", "ships/other-log.yaml", "name: Möwe\ncitations: [{ article: ▸lag, quote: left the slip }]\n"),
        new("DP3004", "ships/lost-log.yaml", "name: Möwe\ncitations: [{ article: lost, quote: ▸left the slip }]\n"),
        // Ids and names.
        new("DP4001", "harbours.yaml", "▸bergen: { name: Ein anderes Bergen }\n"),
        new("DP4002", "ships/Großer_Kurfürst.yaml", "▸name: Großer Kurfürst\n"),
        new("DP4002", "ships/ганза.yaml", "▸name: Ганза\n"),
        new("DP4003", "ships/namesake.yaml", "name: Möwe\ncsharpName: ▸Albatros\n"),
        new("DP4004", "ships/keyword.yaml", "name: Möwe\ncsharpName: ▸class\n"),
        new("DP4004", "schema/Crane.yaml", "properties:\n  ▸größe-m: { type: decimal }\n"),
    ];
}
