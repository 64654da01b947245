using System.Text;

namespace DataPackage.Tool.Tests.Edits;

/// <summary>A package whose entities refer to each other, written in every style that an edit may meet.</summary>
internal sealed class RandomFleet(int seed)
{
    private static readonly string[] Ids =
    [
        "albatros",
        "boreas",
        "cormoran",
        "dolphin",
        "emden",
        "fulmar",
        "gannet",
        "heron",
    ];

    private const int Names = 9;

    private readonly Random _random = new(seed);
    private readonly List<string> _ships = [];

    public IReadOnlyList<string> Ships => _ships;

    public static RandomFleet WriteTo(TempFolder folder, int seed)
    {
        var fleet = new RandomFleet(seed);
        fleet.Write(folder);
        return fleet;
    }

    public string Pick() => _ships[_random.Next(_ships.Count)];

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private string LineEnd => Chance(3) ? "\r\n" : "\n";

    private void Write(TempFolder folder)
    {
        folder
            .With("seeds/datapackage.yaml", "# facts\nnamespace: Fleet\nsources:\n  - path: articles/log.md\n")
            .With(
                "seeds/schema/Ship.yaml",
                "caption: name\nproperties:\n"
                    + "  name: { type: text, description: Her name. }\n"
                    + "  note: { type: text, description: A note. }\n"
                    + "  lead: { range: Ship, description: The ship that she follows. }\n"
                    + "  sisters: { range: Ship, cardinality: many, description: Of the same plans. }\n"
                    + "  calls: { range: Call, cardinality: many, description: Where she called. }\n"
            )
            .With(
                "seeds/schema/Call.yaml",
                "embedded: true\nproperties:\n  met: { range: Ship, description: Whom she met. }\n"
                    + "  on: { type: date, description: When. }\n"
            );
        _ships.AddRange(Ids.Take(_random.Next(4, Ids.Length + 1)));
        // Where all entities are in one file, or each in its own.
        var many = Chance(3);
        var file = new StringBuilder();
        foreach (var ship in _ships)
        {
            if (many)
                file.Append(Chance(2) ? $"# about {ship}\n" : "")
                    .Append(Quoted(ship, mayBePlain: true))
                    .Append(":\n")
                    .Append(Indented(Seed()));
            else
                folder.With(
                    $"seeds/ships/{ship}.yaml",
                    (Chance(5) ? "\uFEFF" : "") + Seed().Replace("\n", LineEnd, StringComparison.Ordinal)
                );
        }

        if (many)
            folder.With("seeds/ships.yaml", file.ToString());
        var names = string.Join(", ", Enumerable.Range(0, Names).Select(i => "Name " + i));
        var mentions = Chance(2) ? $"mentions: [{Reference()}] # named\n" : "";
        folder.With(
            "seeds/articles/log.md",
            $"---\ntitle: Log\n{mentions}---\nText of {string.Join(", ", _ships)}. {names}.\n"
        );
    }

    private static string Indented(string seed) =>
        string.Concat(seed.TrimEnd('\n').Split('\n').Select(line => line.Length == 0 ? "\n" : $"  {line}\n"));

    private string Seed()
    {
        var entries = new List<string>();
        if (Chance(5))
            entries.Add("formerIds: [old-" + entries.Count + _random.Next(100_000) + "]\n");
        entries.Add($"name: {Quoted("Name " + _random.Next(Names), mayBePlain: true)} # comment\n");
        if (Chance(2))
            entries.Add(Chance(2) ? "note: |+\n  kept\n\n" : "note: >-\n  folded\n  # no comment\n");
        if (Chance(2))
            entries.Add($"lead: {Reference()}   # lead\n");
        if (Chance(2))
            entries.Add(
                Chance(2)
                    ? $"sisters: [ {Reference()}, {Reference()} ]\n"
                    : $"sisters:\n# sisters\n- {Reference()} # one\n\n- {Reference()}\n"
            );
        if (Chance(2))
            entries.Add(
                Chance(2)
                    ? $"calls: [{{ met: {Reference()}, on: 2001 }}]\n"
                    : $"calls:\n  - met: {Reference()}\n    on: 2001-05\n  - {{ on: 1999~, met: {Reference()} }}\n"
            );
        if (Chance(3))
            entries.Add(
                "citations:\n  - article: log\n    quote: Text of\n  # more\n  - { article: 'log', quote: albatros }\n"
            );
        for (var i = entries.Count - 1; i > 0; i--)
        {
            var other = _random.Next(i + 1);
            (entries[i], entries[other]) = (entries[other], entries[i]);
        }

        return (Chance(3) ? "# head\n" : "") + string.Concat(entries) + (Chance(3) ? "# tail\n" : "");
    }

    private string Reference()
    {
        var ship = Pick();
        return Chance(4) ? $"Ship/{ship}" : Quoted(ship, mayBePlain: true);
    }

    private string Quoted(string text, bool mayBePlain) =>
        _random.Next(mayBePlain ? 4 : 2) switch
        {
            0 => $"\"{text}\"",
            1 => $"'{text}'",
            _ => text,
        };
}
