namespace DataPackage.Tool.Tests.Exports;

/// <summary>Seeds that an export might get wrong.</summary>
internal static class HostileSeeds
{
    /// <summary>Ids that are no names of files, and cells with everything that CSV, SQL, Markdown and code take for
    /// their own.</summary>
    public static TempFolder Ids() =>
        new TempFolder()
            .With("seeds/datapackage.yaml", "namespace: Hostile\nlanguage: en\n")
            .With(
                "seeds/schema/Thing.yaml",
                """
                caption: name
                findBy: [name]
                accessors: distinct
                properties:
                  name: { type: text, bidi: allowed, description: "A \"name\", */ of |it|" }
                  twin: { range: Thing, description: Another. }
                  aB: { type: text, description: One. }
                  ab: { type: integer, description: Two. }
                  text: { type: text, description: Three. }
                  date: { type: date, description: Four. }

                """
            )
            .With(
                "seeds/things.json",
                """
                [
                  { "id": "../x", "name": "a, \"b\"", "twin": "a/b" },
                  { "id": "a/b", "name": "line\nend\r\nand \ttab", "aB": "x", "ab": 1 },
                  { "id": "Foo", "name": " blanks ", "twin": "foo" },
                  { "id": "foo", "name": "=1+1", "twin": "Foo" },
                  { "id": "con", "name": "'; DROP TABLE thing; --" },
                  { "id": "a'b\"c", "name": "*/ ${x} `y` </script> \\", "twin": "a,b" },
                  { "id": "a,b", "name": "| [x](y) <b> _z_ # 1." , "twin": "a'b\"c" },
                  { "id": "line\nend", "name": "\u2028\u2029\u0085\u202E", "twin": "../x", "date": "Y170000002" },
                  { "id": "\u0416", "name": "\ud83d\udea2", "twin": "line\nend", "date": "-0044-03-15" }
                ]

                """
            );

    /// <summary>Three thousand entities.</summary>
    public static TempFolder Large() =>
        new TempFolder()
            .With("seeds/datapackage.yaml", "namespace: Large\n")
            .With(
                "seeds/schema/Ship.yaml",
                """
                caption: name
                findBy: [name]
                properties:
                  name: { type: text, localized: true, required: true, description: Her name. }
                  built: { type: date, ftm: buildDate, description: When she was built. }
                  next: { range: Ship, reverse: { name: before }, description: The next one. }
                  sisters: { range: Ship, cardinality: many, description: Her sisters. }

                """
            )
            .With(
                "seeds/ships.yaml",
                string.Concat(
                    Enumerable
                        .Range(1, 3000)
                        .Select(n =>
                            FormattableString.Invariant(
                                $"ship-{n}: {{ name: {{ en: Ship {n}, de: Schiff {n} }}, built: {1000 + (n % 900)}~, "
                            )
                            + FormattableString.Invariant(
                                $"next: ship-{(n % 3000) + 1}, sisters: [ship-1, ship-{n}] }}\n"
                            )
                        )
                )
            );

    /// <summary>Values of every form: maps, lists of lists, null beside empty, values without a type, and references to
    /// an abstract kind and into another package. Two kinds have the same id.</summary>
    public static TempFolder Shapes() =>
        new TempFolder()
            .With("seeds/datapackage.yaml", "namespace: Harbour\nlanguage: en\n")
            .With(
                "seeds/schema/Agent.yaml",
                """
                abstract: true
                properties:
                  name: { type: text, localized: true, description: What it is called. }

                """
            )
            .With("seeds/schema/Sailor.yaml", "extends: [Agent]\ncaption: name\nfindBy: [name]\n")
            .With("seeds/schema/Firm.yaml", "extends: [Agent]\ncaption: name\nfindBy: [name]\n")
            .With(
                "seeds/schema/Berth.yaml",
                """
                embedded: true
                properties:
                  owner: { range: Agent, description: Whose it is. }
                  depths: { cardinality: map, nullable: true, type: decimal, description: How deep it is. }
                  guests: { range: Agent, cardinality: many, description: Who lay there. }
                  notes: { type: text, localized: true, cardinality: many, description: What to heed. }

                """
            )
            .With(
                "seeds/schema/Port.yaml",
                """
                findBy: [names]
                properties:
                  names: { cardinality: map, type: text, description: Its names. }
                  signs: { cardinality: map, type: text, localized: true, description: What stands there. }
                  owner: { range: Agent, description: Whose it is. }
                  users: { range: Agent, cardinality: many, reverse: { name: uses }, description: Who uses it. }
                  masters: { range: Agent, cardinality: map, description: Who ruled it. }
                  ship: { range: Ship@Fleet, description: A ship of another package. }
                  ships: { range: Ship@Fleet, cardinality: many, description: Ships of another package. }
                  outline: { cardinality: many, of: { cardinality: many, type: decimal }, description: Its corners. }
                  grid:
                    cardinality: many
                    nullable: true
                    of: { cardinality: map, nullable: true, of: { type: integer, nullable: true } }
                    description: A grid.
                  tides:
                    { cardinality: many, nullable: true, of: { type: decimal, nullable: true }, description: Tides. }
                  days: { cardinality: many, nullable: true, type: date, description: Days. }
                  open: { cardinality: map, nullable: true, of: { type: boolean, nullable: true }, description: Hours. }
                  fees: { cardinality: many, of: { type: money, nullable: true }, description: Fees. }
                  berths: { range: Berth, cardinality: many, nullable: true, description: Its berths. }
                  piers: { range: Berth, cardinality: map, nullable: true, description: Its piers. }
                  basins: { cardinality: many, of: { cardinality: many, range: Berth }, description: Its basins. }
                  main: { range: Berth, description: The main berth. }
                  anything: { type: any, description: Anything. }
                  things: { type: any, cardinality: many, description: Any things. }

                """
            )
            .With("seeds/sailors/same.yaml", "name: { en: Ann, de: Anna }\n")
            .With("seeds/firms/same.yaml", "name: Ann & Sons\n")
            .With("seeds/ports/empty.yaml", "grid: []\ntides: []\ndays: []\nopen: {}\nberths: []\npiers: {}\n")
            .With("seeds/ports/none.yaml", "names: {}\n")
            .With(
                "seeds/ports/full.yaml",
                """
                names: { "": nameless, "a.b[0]": odd, en: Hull }
                signs: { gate: { de: Tor, en: Gate }, quay: { en: Quay } }
                owner: Firm/same
                users: [Sailor/same, Firm/same]
                masters: { first: Sailor/same }
                ship: albatros
                ships: [albatros, boreas]
                outline: [[1, 2.50], [], [3]]
                grid: [{ a: 1, b: ~ }, ~, {}]
                tides: [1.5, ~, -2]
                days: [2020-01-01, 2020]
                open: { monday: true, sunday: ~ }
                fees: [1.50 EUR, ~]
                berths:
                  - { owner: Sailor/same, depths: { low: 1.5 }, guests: [Firm/same] }
                  - { depths: {}, notes: [{ de: Vorsicht, en: Caution }, { en: Slow }] }
                  - { notes: [] }
                piers: { north: { owner: Firm/same } }
                basins: [[{ depths: { a: 1 } }], []]
                main: { guests: [] }
                anything: { a: [1, "1", ~], b: { c: true } }
                things: [x, [y], { z: 1 }]

                """
            );

    /// <summary>Values that compete, and an article that may not be passed on.</summary>
    public static TempFolder Claims() =>
        new TempFolder()
            .With("seeds/datapackage.yaml", "namespace: Fleet\nlanguage: de\ntitle: A fleet\n")
            .With(
                "seeds/schema/Ship.yaml",
                """
                caption: name
                findBy: [name]
                ftm: Vessel
                properties:
                  name: { type: text, localized: true, required: true, description: Her name. }
                  built: { type: date, ftm: buildDate, description: When she was built. }
                  length: { type: decimal, description: In metres. }
                  tons: { type: integer, ftm: tonnage, description: Her tonnage. }
                  price: { type: money, description: What she cost. }
                  flag: { type: identifier, format: iso3166-1-alpha2, description: Her flag. }
                  sisters: { range: Ship, cardinality: many, reverse: { name: sistersOf }, description: Her sisters. }
                  posts: { range: Post, cardinality: many, description: Who served. }
                  ports: { type: text, cardinality: many, localized: true, description: Where she lay. }
                  logs: { type: url, cardinality: many, ftm: sourceUrl, description: Where more is written. }
                  time: { type: duration, description: Her longest voyage. }

                """
            )
            .With(
                "seeds/schema/Post.yaml",
                """
                embedded: true
                properties:
                  title: { type: text, localized: true, description: What it is called. }
                  ship: { range: Ship, description: The ship. }
                  from: { type: date, description: Since when. }
                  to: { type: date, description: Until when. }
                  days: { type: integer, cardinality: many, description: Days of pay. }

                """
            )
            .With(
                "seeds/articles/secret.md",
                "---\ntitle: A secret\nredistribute: false\n---\n"
                    + "Nobody may pass on these words of the log of forty sailors.\n"
            )
            .With(
                "seeds/articles/open.md",
                "---\ntitle: Open\nlanguage: en\n---\nAlbatros was built in 1901.\n\nShe has sisters.\n"
            )
            .With(
                "seeds/ships/albatros.yaml",
                """
                formerIds: [alba]
                name: { de: Albatros, en: The Albatros }
                built:
                  - { value: 1844~, rank: deprecated, because: a misprint, accordingTo: boreas }
                  - { value: 1901, rank: preferred, basis: stated, cite: { article: open, quote: built in 1901 } }
                  - { value: 1902, accordingTo: { text: a sailor }, during: 1950/.. }
                length: 52.50
                tons: -9223372036854775808
                price: 12.50 EUR
                flag: DE
                sisters: [boreas, { value: albatros, rank: deprecated, because: nobody is her own sister }]
                posts:
                  - { title: { en: Captain }, ship: boreas, from: 1901-02, to: 1903, days: [3, 1] }
                  - { title: { en: Cook }, claim: { rank: deprecated, because: he was no cook } }
                ports: [{ de: Hamburg, en: Hamburgh }, { en: Goa }]
                logs: ["https://example.org/a?b=c&d='e'"]
                time: PT90M
                citations:
                  - { article: secret, quote: words of the log, for: [length] }
                  - { article: open, quote: She has sisters, for: [sisters] }
                  - { article: open, quote: Albatros was built }

                """
            )
            .With("seeds/ships/boreas.yaml", "name: { en: Boreas }\nlength: { value: ~, state: unknown }\n");
}
