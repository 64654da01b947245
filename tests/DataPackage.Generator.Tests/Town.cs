namespace DataPackage.Generator.Tests;

/// <summary>A small valid package that has every kind of type in it; tests change one seed of it.</summary>
internal static class Town
{
    public const string AnnPath = "persons/ann.yaml";

    public const string Ann = """
        name: { en: Ann Miller, de: Anna Müller }
        aliases: [Annie]
        born: 1975~
        height: 170
        email: ann@example.org
        mood: calm
        home: harbour
        employer: mill
        wage: { amount: 12.50, currency: EUR }
        retired: false
        site: https://example.org/ann
        speaks: [en, de]
        qid: Q42
        rate: 1.5
        jobs:
          - title: Miller
            at: mill
        citations:
          - { article: gazette, quote: ground the flour, for: [jobs] }

        """;

    public static SeedSet Seeds { get; } = SeedSet.Empty
        .With("schema/Agent.yaml", """
            label: Agent
            abstract: true
            description: Who can employ.
            caption: name
            properties:
              name: { type: text, localized: true, required: true, description: What it is called }
            """)
        .With("schema/Person.yaml", """
            label: Person
            plural: Persons
            description: Somebody.
            extends: [Agent]
            findBy: [name, aliases]
            properties:
              aliases: { type: text, cardinality: many, description: Other names }
              born: { type: date, description: When }
              height: { type: integer, minimum: 30, maximum: 300, description: In centimetres }
              email: { type: text, pattern: "[^@]+@[^@]+", maxLength: 40, unique: true }
              mood: { type: enum, values: { calm: At ease., stormy: Ill at ease. } }
              home: { range: Place, reverse: { name: residents, description: Who lives here. } }
              employer: { range: Agent, reverse: { name: staff } }
              wage: { type: money, minimum: 0 }
              retired: { type: boolean }
              site: { type: url }
              speaks: { type: language, cardinality: many }
              qid: { type: identifier, format: qid }
              rate: { type: decimal, maximum: 9.5 }
              jobs: { range: Job, cardinality: many }
            """)
        .With("schema/Company.yaml", """
            label: Company
            plural: Companies
            extends: [Agent]
            """)
        .With("schema/Place.yaml", """
            label: Place
            caption: name
            properties:
              name: { type: text, required: true }
            """)
        .With("schema/Job.yaml", """
            label: Job
            embedded: true
            properties:
              title: { type: text, required: true }
              at: { range: Company }
            """)
        .With(AnnPath, Ann)
        .With("persons/bob.yaml", "name: Bob\nemail: bob@example.org\n")
        .With("companies/mill.yaml", "name: The Mill\n")
        .With("places.yaml", "harbour: { name: The Harbour }\nhill: { name: The Hill }\n")
        .With("articles/gazette.md", """
            ---
            title: The Gazette
            ---
            Ann ground the flour at the mill.

            Bob saw the boats, and then he saw the boats again.
            """);
}
