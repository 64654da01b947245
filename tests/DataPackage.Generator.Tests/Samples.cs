namespace DataPackage.Generator.Tests;

/// <summary>A small world of harbours and ships, for tests that need correct seeds.</summary>
internal static class Samples
{
    public static SeedSet Harbours() =>
        new SeedSet()
            .With(
                "schema/Named.yaml",
                """
                abstract: true
                description: What has a name.
                caption: name
                findBy: [name, aliases]
                properties:
                  name: { type: text, localized: true, required: true, description: Its name. }
                  aliases: { type: text, cardinality: many, description: Other names. }
                """
            )
            .With(
                "schema/Harbour.yaml",
                """
                plural: Harbours
                description: A place where ships lie.
                extends: [Named]
                properties:
                  code: { type: identifier, format: iso3166-1-alpha2, unique: true, description: A code. }
                  opened: { type: date, description: When it opened. }
                  depth: { type: decimal, minimum: 0, maximum: 50, description: In metres. }
                  size: { type: enum, values: { small: Up to ten ships., large: More. }, description: Its size. }
                """
            )
            .With(
                "schema/Ship.yaml",
                """
                plural: Ships
                description: A vessel.
                extends: [Named]
                properties:
                  home: { range: Harbour, reverse: { name: ships, description: The ships at home here. }, description: Its home. }
                  calls: { range: Call, cardinality: many, description: Where it called. }
                  met: { range: Named, cardinality: many, reverse: { name: metBy }, description: What it met. }
                """
            )
            .With(
                "schema/Call.yaml",
                """
                embedded: true
                description: A stay in a harbour.
                properties:
                  harbour: { range: Harbour, required: true, description: Where. }
                  date: { type: date, description: When. }
                """
            )
            .With(
                "harbours/old-port.yaml",
                "name: { en: Old Port, de: Alter Hafen }\naliases: [Vieux-Port]\nopened: 1844~\ndepth: 8.50\nsize: large\ncode: FR\n"
            )
            .With("harbours/new-port.yaml", "name: New Port\n")
            .With(
                "ships/albatros.yaml",
                """
                name: Albatros
                home: old-port
                calls:
                  - { harbour: new-port, date: 1901-05 }
                  - { harbour: old-port }
                met: [boreas, old-port]
                citations:
                  - { article: log, quote: The “Albatros”  is at home - always - in the Old Port, for: [home] }

                """
            )
            .With("ships/boreas.yaml", "name: Boreas\nmet: [albatros]\n")
            .With(
                "articles/log.md",
                """
                ---
                title: From the log
                language: en
                ---
                Some ship 🚢 went by.

                The "Albatros" is at home – always – in the
                Old Port.
                """
            );
}
