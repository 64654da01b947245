namespace DataPackage.Consumer.Tests;

/// <summary>A change of the package tests/Consumer/Versions, and what a program notices that was compiled
/// before.</summary>
/// <param name="Row">The row of the table of levels in docs/releases.md.</param>
/// <param name="Level">The part of the version that the row says.</param>
/// <param name="Noticed">By what the program asks for: that it fails, or is something else.</param>
/// <param name="Edits">Old and new text by the path of a seed. No old text: the seed is new. No new one: it is
/// gone.</param>
public sealed record ChangedFleet(
    string What,
    string Row,
    string Level,
    string[] Noticed,
    params (string Path, string? Old, string? New)[] Edits
)
{
    private const string Ship = "schema/Ship.yaml";
    private const string Gull = "ships/gull.yaml";
    private const string Tern = "ships/tern.yaml";
    private const string Gone =
        "an accessor, a kind, a property, a reverse, a value of an enumeration or a group that is gone";
    private const string Other =
        "another type or cardinality; a property that was required and is not; another number of an enumeration's value";
    private const string Required =
        "a new required property; a new property or reverse of an abstract kind, because that is an interface";
    private const string Lost = "a value of a unique property, or a language, that is gone";
    private const string Whole = "another namespace, another default language";
    private const string More = "a new entity, kind, optional property, language, or last value of an enumeration";
    private const string Renamed = "a renamed or merged entity whose id is a former id now";
    private const string Names =
        "a name or an alias by which nothing is found any more; what is deprecated, and what is so no more";
    private const string Said = "a value that is corrected, added or withdrawn; a citation; the text of an article";
    private const string Same = "seeds that were moved, formatted or commented; another order of a list's items";

    public static IReadOnlyList<ChangedFleet> All { get; } =
    [
        new(
            "retired",
            "an id that finds nothing any more: it was split or retired",
            "major",
            ["accessor fails", "group fails", "stored id fails"],
            (Tern, "", null),
            ("releases/retired.yaml", null, "Ship/tern: { since: 2.0.0, because: Never built. }\n")
        ),
        new("accessor", Gone, "major", ["accessor fails", "group fails"], (Tern, "name:", "csharpName: Sea\nname:")),
        new(
            "kind",
            Gone,
            "major",
            ["reverse fails"],
            ("schema/Port.yaml", "", null),
            ("ports/oslo.yaml", "", null),
            (Ship, "  home: { range: Port, description: Her port., reverse: { name: ships } }\n", ""),
            (Gull, "home: oslo\n", ""),
            ("releases/retired.yaml", null, "Port/oslo: { since: 2.0.0, because: No port is known. }\n")
        ),
        new("reverse", Gone, "major", ["reverse fails"], (Ship, "name: ships", "name: fleet")),
        new(
            "value",
            Gone,
            "major",
            ["group fails", "stored JSON fails"],
            (Ship, ", norway", ""),
            (Tern, "flag: norway\n", "")
        ),
        new("group", Gone, "major", ["group fails"], (Tern, "norway", "denmark")),
        new("type", Other, "major", ["property fails"], (Ship, "built: { type: integer", "built: { type: decimal")),
        new(
            "list",
            Other,
            "major",
            ["property fails", "stored JSON fails"],
            (Ship, "type: integer,", "type: integer, cardinality: many,")
        ),
        new("optional", Other, "major", ["length fails", "record fails"], (Ship, "decimal, required: true", "decimal")),
        new("number", Other, "major", ["number of a value differs"], (Ship, "[denmark", "[belgium, denmark")),
        new(
            "required",
            Required,
            "major",
            ["stored JSON fails"],
            (Ship, "  length:", "  masts: { type: integer, required: true, description: How many. }\n  length:"),
            (Gull, "length:", "masts: 2\nlength:"),
            (Tern, "length:", "masts: 3\nlength:"),
            ("ships/puffin.yaml", "length:", "masts: 1\nlength:")
        ),
        new(
            "interface",
            Required,
            "major",
            ["interface fails"],
            ("schema/Vessel.yaml", "  name:", "  colour: { type: text, description: Her colour. }\n  name:")
        ),
        new(
            "struct",
            "a required property that was optional, if its type is a struct in C#",
            "major",
            ["property fails"],
            (Ship, "built: { type: integer,", "built: { type: integer, required: true,")
        ),
        new(
            "taken name",
            "a new property or kind that takes the name of what all have, such as find: the method Find gives way",
            "major",
            ["method fails"],
            (Ship, "  length:", "  find: { type: text, description: What was found in her. }\n  length:")
        ),
        new("key", Lost, "major", ["key fails"], (Gull, "number: N1", "number: N2")),
        new("language", Lost, "major", ["text differs"], (Gull, ", de: Möwe", "")),
        new("namespace", Whole, "major", [], ("datapackage.yaml", "namespace: Fleet", "namespace: Ships")),
        new(
            "default language",
            Whole,
            "major",
            ["text without a language differs"],
            ("datapackage.yaml", "namespace:", "language: de\nnamespace:")
        ),
        new("new entity", More, "minor", [], ("ships/auk.yaml", null, "name: { en: Auk }\nlength: 1\n")),
        new(
            "new kind",
            More,
            "minor",
            [],
            ("schema/Crew.yaml", null, "properties:\n  size: { type: integer, description: How many. }\n")
        ),
        new(
            "new property",
            More,
            "minor",
            [],
            (Ship, "  length:", "  masts: { type: integer, description: How many. }\n  length:")
        ),
        new("new language", More, "minor", [], (Tern, "en: Tern", "en: Tern, fr: Sterne")),
        new("new value", More, "minor", [], (Ship, "norway]", "norway, sweden]")),
        new(
            "renamed",
            Renamed,
            "minor",
            ["stored id differs"],
            ("ships/puffin.yaml", "", null),
            ("ships/sea-parrot.yaml", null, "formerIds: [puffin]\nname: { en: Puffin }\nbuilt: 1899\nlength: 12\n")
        ),
        new(
            "merged",
            Renamed,
            "minor",
            ["stored id differs"],
            ("ships/puffin.yaml", "", null),
            (Gull, "name:", "formerIds: [puffin]\nname:")
        ),
        new(
            "class",
            "a required property that was optional, if its type is a class in C#",
            "minor",
            [],
            ("schema/Port.yaml", "type: text,", "type: text, required: true,")
        ),
        new("alias", Names, "minor", ["name differs"], (Gull, "[G]", "[H]")),
        new("deprecated", Names, "minor", [], (Ship, "type: integer,", "type: integer, deprecated: Unknown.,")),
        new("correction", Said, "patch", ["property differs"], (Gull, "1911", "1912")),
        new("moved", Same, "none", [], (Tern, "", null), ("ships/sea/tern.yaml", null, null)),
    ];

    /// <summary>Seeds without an old and a new text are moved: they have that of this path.</summary>
    public const string Moved = Tern;
}
