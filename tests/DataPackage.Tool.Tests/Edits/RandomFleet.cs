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
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    public static RandomFleet WriteTo(TempFolder folder, int seed)
    {
        var fleet = new RandomFleet(seed);
        fleet.Write(folder);
        return fleet;
    }

    /// <summary>What is written of a ship, its comments included.</summary>
    public string TextOf(string ship) => _texts[ship];

    public string Pick() => _ships[_random.Next(_ships.Count)];

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private string LineEnd => Chance(3) ? "\r\n" : "\n";

    private void Write(TempFolder folder)
    {
        var form = (Form)_random.Next(Enum.GetValues<Form>().Length);
        folder
            .With(
                "seeds/datapackage.yaml",
                "# facts\nnamespace: Fleet\nsources:\n  - path: articles/log.md\n" + Configuration(form)
            )
            .With(
                "seeds/schema/Ship.yaml",
                "caption: name\nproperties:\n"
                    + "  name: { type: text, description: Her name. }\n"
                    + "  note: { type: text, description: A note. }\n"
                    + "  lead: { range: Ship, description: The ship that she follows. }\n"
                    + "  rival: { range: Ship, disputable: true, description: The ship that she races. }\n"
                    + "  sisters: { range: Ship, cardinality: many, description: Of the same plans. }\n"
                    + "  calls: { range: Call, cardinality: many, description: Where she called. }\n"
            )
            .With(
                "seeds/schema/Call.yaml",
                "embedded: true\nproperties:\n  met: { range: Ship, description: Whom she met. }\n"
                    + "  on: { type: date, description: When. }\n"
            );
        _ships.AddRange(Ids.Take(_random.Next(4, Ids.Length + 1)));
        foreach (var (path, text) in Seeds(form))
            folder.With("seeds/" + path, text);
        var names = string.Join(", ", Enumerable.Range(0, Names).Select(i => "Name " + i));
        var mentions = Chance(2) ? $"mentions: [{Reference()}] # named\n" : "";
        folder.With(
            "seeds/articles/log.md",
            $"---\ntitle: Log\n{mentions}---\nText of {string.Join(", ", _ships)}. {names}.\n"
        );
    }

    private static string Configuration(Form form) =>
        form switch
        {
            Form.Json => "kinds: { Ship: { source: ships.json } }\n",
            Form.ItemsInAFile => "kinds:\n  Ship:\n    source: ships.yaml # below\n    items: data.ships\n",
            _ => "",
        };

    private IEnumerable<(string Path, string Text)> Seeds(Form form) =>
        form switch
        {
            Form.FilesOfTheirOwn => _ships.Select(ship =>
                ($"ships/{ship}.yaml", (Chance(5) ? "\uFEFF" : "") + Keep(ship, Seed().ReplaceLineEndings(LineEnd)))
            ),
            Form.Mapping => [("ships.yaml", Mapping())],
            Form.List => [("ships.yaml", List())],
            Form.Documents => [("ships.yaml", string.Concat(_ships.Select(Document)))],
            Form.ItemsInAFile =>
            [
                ("ships.yaml", "data:\n  other: 1\n  ships:\n" + Indented(Indented(Chance(2) ? Mapping() : List()))),
            ],
            Form.Json => [("ships.json", $"[{string.Join(",", _ships.Select(ship => Keep(ship, Json(ship))))}\n]\n")],
            _ => throw new ArgumentOutOfRangeException(nameof(form), form, message: null),
        };

    private string Mapping() =>
        string.Concat(
            _ships.Select(ship => Keep(ship, $"{About(ship)}{Quoted(ship, mayBePlain: true)}:\n{Indented(Seed())}"))
        );

    private string List() =>
        string.Concat(
            _ships.Select(ship =>
                Keep(ship, $"{About(ship)}- id: {Quoted(ship, mayBePlain: true)} # id\n{Indented(Seed())}")
            )
        );

    private string Document(string ship) =>
        Keep(ship, $"---\n{About(ship)}id: {Quoted(ship, mayBePlain: true)}\n{Seed()}{(Chance(3) ? "...\n" : "")}");

    private string Keep(string ship, string text) => _texts[ship] = text;

    private string About(string ship) => Chance(2) ? $"# about {ship}\n" : "";

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
        // An alias stands behind its anchor, so that both are one entry.
        if (Chance(6))
            entries.Add($"lead: &lead {Reference()} # anchored\nsisters: [{Reference()}, *lead]\n");
        else
        {
            if (Chance(2))
                entries.Add(Chance(3) ? $"lead:{Claimed()}" : $"lead: {Reference()}   # lead\n");
            if (Chance(2))
                entries.Add(
                    Chance(2)
                        ? $"sisters: [ {Reference()}, {Reference()} ]\n"
                        : $"sisters:\n# sisters\n- {Reference()} # one\n\n- {Reference()}\n"
                );
        }

        if (Chance(4))
            entries.Add($"rival:\n  - {{ value: {Reference()} }}\n  - {{ value: {Reference()} }} # says the crew\n");
        if (Chance(2))
            entries.Add(
                _random.Next(3) switch
                {
                    0 => $"calls: [{{ met: {Reference()}, on: 2001 }}]\n",
                    1 =>
                        $"calls:\n  - &call {{ met: {Reference()}, on: 2001 }}\n  - {{ <<: *call, on: 2002 }} # again\n",
                    _ => $"calls:\n  - met: {Reference()}\n    on: 2001-05\n  - {{ on: 1999~, met: {Reference()} }}\n",
                }
            );
        if (Chance(3))
            entries.Add(
                "citations:\n  - article: log\n    quote: Text of\n  # more\n  - { article: 'log', quote: albatros }\n"
            );
        Shuffle(entries);
        return (Chance(3) ? "# head\n" : "") + string.Concat(entries) + (Chance(3) ? "# tail\n" : "");
    }

    /// <summary>What follows in an entry: one claim, or two that compete.</summary>
    private string Claimed() =>
        Chance(2)
            ? $" {{ value: {Reference()}, accordingTo: {Reference()} }}\n"
            : $"\n  - value: {Reference()} # the log\n    rank: preferred\n    accordingTo: {{ text: the log }}\n"
                + $"  - {{ value: {Reference()}, rank: deprecated, because: a slip, accordingTo: {Reference()} }}\n";

    private string Json(string ship)
    {
        var entries = new List<string> { $"\"id\": \"{ship}\"", $"\"name\": \"Name {_random.Next(Names)}\"" };
        if (Chance(2))
            entries.Add($"\"lead\": \"{Pick()}\"");
        if (Chance(2))
            entries.Add($"\"sisters\": [\"Ship/{Pick()}\", \"{Pick()}\"]");
        if (Chance(2))
            entries.Add($"\"calls\" :[ {{\"on\": \"2001\",\"met\":\"{Pick()}\"}} ]");
        if (Chance(4))
            entries.Add($"\"rival\": {{ \"value\": \"{Pick()}\", \"accordingTo\": \"{Pick()}\" }}");
        Shuffle(entries);
        return Chance(2)
            ? $"\n  {{ {string.Join(", ", entries)} }}"
            : $"\n{{{string.Join(",", entries.Select(entry => $"\n  {entry}"))}\n}}";
    }

    private void Shuffle(List<string> entries)
    {
        for (var i = entries.Count - 1; i > 0; i--)
        {
            var other = _random.Next(i + 1);
            (entries[i], entries[other]) = (entries[other], entries[i]);
        }
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

    /// <summary>Where the ships are written.</summary>
    private enum Form
    {
        FilesOfTheirOwn,
        Mapping,
        List,
        Documents,
        ItemsInAFile,
        Json,
    }
}
