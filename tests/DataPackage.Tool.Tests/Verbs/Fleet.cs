namespace DataPackage.Tool.Tests.Verbs;

/// <summary>A small package for the tests of verbs.</summary>
internal static class Fleet
{
    public const string Schema = """
        caption: name
        findBy: [name, aliases]
        properties:
          name: { type: text, localized: true, required: true, description: The name on her bow. }
          aliases: { type: text, cardinality: many, description: Other names. }
          number: { type: integer, unique: true, description: Her number. }
          crew: { type: integer, description: How many sail on her. }
          length: { type: decimal, description: In metres. }
          steel: { type: boolean, description: Whether she is of steel. }
          rig: { type: enum, values: [barque, brig], description: Her rig. }
          sisters: { range: Ship, cardinality: many, reverse: { name: sistersOf }, description: Of the same plans. }
          old: { type: text, deprecated: nobody needs it, description: Was of use. }

        """;

    public const string Albatros = """
        name: { en: Albatros, de: Albatros }
        aliases: ["Alba, the white", Alby]
        number: 7
        crew: 40   # in 1901
        length: 52.50
        steel: true
        rig: brig
        citations:
          - article: log
            quote: Albatros has a crew of forty
            for: [crew, name]

        """;

    public const string Log = """
        ---
        title: The log
        language: en
        ---
        First line of the log.

        Albatros has a crew of forty. Boreas has
        a crew of nine. Alby and Boreas are sisters; a crew is a crew.

        """;

    public static TempFolder Make() =>
        new TempFolder()
            .With("seeds/datapackage.yaml", "namespace: Fleet\n")
            .With("seeds/schema/Ship.yaml", Schema)
            .With("seeds/ships/albatros.yaml", Albatros)
            .With("seeds/ships/boreas.yaml", "formerIds: [north-wind]\nname: Boreas\nsisters: [albatros]\n")
            .With("seeds/articles/log.md", Log);
}
