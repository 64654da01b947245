namespace DataPackage.Generator.Tests.Schema;

/// <summary>The options of kinds, the resulting C#, and the messages about contradictions.</summary>
public class SchemaTests
{
    private const char Mark = '▸';

    private static SeedSet With(params (string Path, string Text)[] files) =>
        files.Aggregate(new SeedSet(), (seeds, file) => seeds.With(file.Path, file.Text));

    private static Generated Clean(SeedSet seeds, string code = "")
    {
        var generated = seeds.Generate(code);
        Assert.Empty(generated.Texts);
        Assert.Empty(generated.CompilerMessages);
        return generated;
    }

    [Fact]
    public void Properties_come_down_from_all_abstract_kinds_and_from_a_common_one_once()
    {
        var seeds = With(
            (
                "schema/Thing.yaml",
                "abstract: true\ncaption: name\nproperties:\n  name: { type: text, required: true }\n"
            ),
            (
                "schema/Owner.yaml",
                "abstract: true\nextends: [Thing]\nproperties:\n  owns: { range: Thing, cardinality: many, reverse: { name: owners } }\n"
            ),
            ("schema/Taxed.yaml", "abstract: true\nextends: [Thing]\nproperties:\n  rate: { type: decimal }\n"),
            ("schema/Firm.yaml", "extends: [Owner, Taxed]\n"),
            ("schema/Yard.yaml", "extends: [Thing]\n"),
            ("firms.yaml", "acme: { name: Acme, rate: 0.5, owns: [docks, umbra] }\numbra: { name: Umbra }\n"),
            ("yards/docks.yaml", "name: The Docks\n")
        );

        var generated = Clean(
            seeds,
            """
            static class C
            {
                static Seeded.IThing Thing => Seeded.Yards.Docks;
                static Seeded.IOwner Owner => Seeded.Firms.Acme;
                static decimal? Rate(Seeded.ITaxed taxed) => taxed.Rate;
                static string Name => Owner.Name + Owner.Caption + Owner.Owns[0].Name + Thing.Owners[0].Name + Rate(Seeded.Firms.Acme);
            }
            """
        );

        var acme = generated.Entity("Firms", "Acme");
        Assert.Equal("Acme", acme.Get("Caption"));
        Assert.Equal(["docks", "umbra"], acme.List("Owns").Select(thing => thing.Get("Id")));
        Assert.Same(acme, Assert.Single(generated.Entity("Yards", "Docks").List("Owners")));
        Assert.Same(acme, Assert.Single(generated.Entity("Firms", "Umbra").List("Owners")));
        Assert.Single(
            generated.Source("IThing.g.cs").Split('\n'),
            line => line.Contains(" Name ", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_reverse_lists_each_referrer_once_ordered_by_id()
    {
        var generated = Clean(
            With(
                ("schema/Team.yaml", "label: Team\n"),
                (
                    "schema/Player.yaml",
                    "properties:\n  teams: { range: Team, cardinality: many, reverse: { name: players, description: Who plays here. } }\n"
                ),
                ("teams.yaml", "red: {}\nblue:\n"),
                ("players.yaml", "zoe: { teams: [red, red] }\nann: { teams: [blue, red] }\n")
            )
        );

        Assert.Equal(
            ["ann", "zoe"],
            generated.Entity("Teams", "Red").List("Players").Select(player => player.Get("Id"))
        );
        Assert.Equal(["ann"], generated.Entity("Teams", "Blue").List("Players").Select(player => player.Get("Id")));
        Assert.Contains("<summary>Who plays here.</summary>", generated.Source("Team.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_schema_deprecates_is_obsolete_and_the_generated_code_uses_it_without_a_warning()
    {
        var seeds = With(
            (
                "schema/Old.yaml",
                "abstract: true\ndeprecated: Use \"New\".\nproperties:\n  age: { type: integer, required: true, deprecated: It grows. }\n"
            ),
            (
                "schema/Relic.yaml",
                "extends: [Old]\ndeprecated: Gone.\nproperties:\n  of: { range: Relic, deprecated: Lost., reverse: { name: parts } }\n"
            ),
            ("schema/Coin.yaml", "properties:\n  metal: { type: text, required: true, deprecated: Nobody knows. }\n"),
            ("coins/first.yaml", "metal: gold\n"),
            ("relics.yaml", "bone: { age: 9000, of: skull }\nskull: { age: 9000 }\n")
        );
        Clean(seeds);

        var messages = seeds.Generate("static class C { static object O => Seeded.Relics.Bone.Age; }").CompilerMessages;
        Assert.Contains("It grows.", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Fact]
    public void An_enumeration_has_the_words_of_the_schema_and_their_descriptions()
    {
        var generated = Clean(
            With(
                (
                    "schema/Sky.yaml",
                    "plural: Skies\nproperties:\n  colours: { type: enum, cardinality: many, values: { deep-blue: As at noon., 7up: Fizzy., class: A word of C#. } }\n"
                ),
                ("skies/noon.yaml", "colours: [class, deep-blue, 7up]\n")
            )
        );

        Assert.Equal(
            ["Class", "DeepBlue", "_7up"],
            generated.Entity("Skies", "Noon").List("Colours").Select(colour => colour.ToString())
        );
        Assert.Contains("<summary>As at noon.</summary>", generated.Source("Sky.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Articles_need_no_schema()
    {
        var generated = Clean(
            With(
                (
                    "articles/log.md",
                    "---\ntitle: The Log\npublished: 2024-05\nlanguage: en\nurl: https://example.org/log\n---\nAll was well.\n"
                )
            )
        );

        var log = generated.Entity("Articles", "Log");
        Assert.Equal("The Log", log.Get("Caption"));
        Assert.Equal("All was well.", log.Get("Text"));
        Assert.Same(log, generated.Call("Articles", "Find", "the log"));
    }

    [Fact]
    public void A_kind_of_article_can_be_declared_with_properties_of_its_own()
    {
        var generated = Clean(
            With(
                (
                    "schema/Letter.yaml",
                    "article: true\ncaption: to\nproperties:\n  to: { type: text, required: true }\n"
                ),
                ("schema/Fact.yaml", "properties:\n  is: { type: boolean }\n"),
                ("letters/first.md", "---\nto: Zoe\n---\nAll is well.\n"),
                ("facts/well.yaml", "is: true\ncitations: { article: first, quote: is well }\n")
            )
        );

        Assert.Equal("All is well.", generated.Entity("Letters", "First").Get("Text"));
        Assert.Same(
            generated.Entity("Letters", "First"),
            Assert.Single(generated.Entity("Facts", "Well").List("Citations")).Get("Article")
        );
    }

    [Fact]
    public void A_package_without_articles_has_no_type_for_them() =>
        Assert.DoesNotContain(
            Clean(With(("schema/Team.yaml", ""), ("teams.yaml", "red:\n"))).Sources,
            source => source.HintName.StartsWith("Article", StringComparison.Ordinal)
        );

    [Fact]
    public void A_kind_may_have_no_entities_yet()
    {
        var generated = Clean(With(("schema/Team.yaml", "caption: name\nproperties:\n  name: { type: text }\n")));

        Assert.Empty(((System.Collections.IEnumerable)generated.Call("Teams", "All")!).Cast<object>());
        Assert.Null(generated.Call("Teams", "Find", "red"));
        Assert.Throws<KeyNotFoundException>(() => Unwrap(() => generated.Call("Teams", "Get", "red")));
    }

    private static object? Unwrap(Func<object?> call)
    {
        try
        {
            return call();
        }
        catch (System.Reflection.TargetInvocationException thrown)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(thrown.InnerException!);
            throw;
        }
    }

    private static readonly string[] Words =
    [
        "assigned",
        "row",
        "value",
        "other",
        "builder",
        "system",
        "global",
        "instance",
        "chunk",
        "table",
        "entity",
        "dataPackage",
        "seeded",
        "stringComparer",
        "nameof",
        "init",
        "required",
    ];

    [Fact]
    public void A_value_of_an_enumeration_can_be_deprecated()
    {
        var seeds = With(
            (
                "schema/Coin.yaml",
                "properties:\n  metal: { type: enum, required: true, values: { gold: Heavy., tin: { description: Light., deprecated: It rusts. } } }\n"
            ),
            ("coins/first.yaml", "metal: tin\n")
        );
        Clean(seeds);

        Assert.Contains(
            "It rusts.",
            Assert.Single(
                seeds.Generate("static class C { static object O => Seeded.CoinMetal.Tin; }").CompilerMessages
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Of_two_kinds_with_one_plural_each_keeps_the_seeds_that_fit_it()
    {
        var generated = With(
                ("schema/Ship.yaml", "properties:\n  masts: { type: integer, required: true }\n"),
                ("schema/Vessel.yaml", "plural: Ships\nproperties:\n  crew: { type: integer, required: true }\n"),
                ("ships/albatros.yaml", "masts: 3\n"),
                ("ships/boreas.yaml", "crew: 12\n"),
                ("ships/neither.yaml", "crw: 12\n")
            )
            .Generate("static class C { static object O => Seeded.Ships.Albatros.Masts; }");

        Assert.Equal(["schema/Vessel.yaml(1,9): DP1010"], generated.Messages);
        Assert.Empty(generated.CompilerMessages);
        Assert.Equal(
            ["albatros", "neither"],
            ((System.Collections.IEnumerable)generated.Call("Ships", "All")!)
                .Cast<object>()
                .Select(ship => ship.Get("Id"))
        );
        Assert.Equal(12L, generated.Entity("Ships_", "Boreas").Get("Crew"));
    }

    [Fact]
    public void Kinds_may_embed_each_other()
    {
        var generated = Clean(
            With(
                ("schema/Box.yaml", "embedded: true\nproperties:\n  lids: { range: Lid, cardinality: many }\n"),
                ("schema/Lid.yaml", "embedded: true\nproperties:\n  box: { range: Box }\n"),
                ("schema/Shelf.yaml", "plural: Shelves\nproperties:\n  box: { range: Box, required: true }\n"),
                ("shelves/first.yaml", "box: { lids: [{ box: { lids: [] } }, {}] }\n")
            )
        );

        Assert.Equal(2, generated.Entity("Shelves", "First").Get("Box")!.List("Lids").Count);
    }

    [Theory]
    [InlineData("decimal", "1.5", "1.50")]
    [InlineData("integer", "7", "007")]
    [InlineData("text", "caf\u00e9", "cafe\u0301")]
    [InlineData("date", "2004?-06", "?2004?-06")]
    public void A_unique_value_is_the_same_however_it_is_written(string type, string one, string other)
    {
        var generated = With(
                ("schema/Coin.yaml", $"properties:\n  value: {{ type: {type}, unique: true }}\n"),
                ("coins.yaml", $"first: {{ value: '{one}' }}\nsecond: {{ value: '{other}' }}\n")
            )
            .Generate();

        Assert.Equal(["coins.yaml(2,18): DP1008"], generated.Messages);
    }

    [Fact]
    public void What_an_abstract_kind_calls_unique_is_so_among_all_that_extend_it()
    {
        var generated = With(
                ("schema/Named.yaml", "abstract: true\nproperties:\n  sign: { type: text, unique: true }\n"),
                ("schema/Boat.yaml", "extends: [Named]\n"),
                ("schema/Ship.yaml", "extends: [Named]\n"),
                ("boats/a.yaml", "sign: OHAB\n"),
                ("ships/b.yaml", "sign: OHAB\n")
            )
            .Generate();

        Assert.Equal(["ships/b.yaml(1,7): DP1008"], generated.Messages);
        Assert.Contains("boats/a.yaml(1,7)", Assert.Single(generated.Texts), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("' '")]
    public void What_is_required_must_say_something(string nothing)
    {
        var generated = With(
                ("schema/Ship.yaml", "properties:\n  names: { type: text, cardinality: many, required: true }\n"),
                ("ships/a.yaml", $"names: {nothing}\n")
            )
            .Generate();

        Assert.Equal(["ships/a.yaml(1,8): DP1003"], generated.Messages);
    }

    [Theory]
    [InlineData("start: 1902\nend: ▸1901\n")]
    [InlineData("start: 1901-05-02\nend: ▸1901-05-01\n")]
    [InlineData("end: ▸1899/1900\nstart: 1901\n")]
    [InlineData("start: 1901-05\nend: 1901\n")]
    [InlineData("start: 1901\nend: 1901\n")]
    [InlineData("start: 1901\nend: 1899/..\n")]
    [InlineData("start: ../1901\nend: 1850\n")]
    [InlineData("start: XXXX\nend: 1850\n")]
    [InlineData("end: 1850\n")]
    public void A_time_that_surely_ends_before_it_starts_is_reported_at_its_end(string seed)
    {
        var at = seed.IndexOf(Mark, StringComparison.Ordinal);
        var clean = seed.Replace(Mark.ToString(), "", StringComparison.Ordinal);

        var generated = With(
                (
                    "schema/Voyage.yaml",
                    "temporal: { start: start, end: end }\nproperties:\n  start: { type: date }\n  end: { type: date }\n"
                ),
                ("voyages/a.yaml", clean)
            )
            .Generate();

        var line = at < 0 ? 0 : seed[..at].Count(c => c == '\n') + 1;
        Assert.Equal(at < 0 ? [] : [$"voyages/a.yaml({line},6): DP1014"], generated.Messages);
    }

    [Theory]
    [InlineData("min: 3", "1,20", "Ship has 2 entities, and its schema asserts at least 3")]
    [InlineData("max: 1", "1,20", "Ship has 2 entities, and its schema asserts at most 1")]
    [InlineData(
        "fillRate: { name: 1 }",
        "1,33",
        "Ship has 2 entities, of which 1 state 'name', and its schema asserts a fill rate of at least 1"
    )]
    [InlineData("min: 2, max: 2, fillRate: { name: 0.5 }", "", "")]
    public void What_a_schema_asserts_of_all_entities_is_reported_at_its_word(
        string assertions,
        string place,
        string message
    )
    {
        var generated = With(
                ("schema/Ship.yaml", $"assertions: {{ {assertions} }}\nproperties:\n  name: {{ type: text }}\n"),
                ("ships.yaml", "a: { name: A }\nb:\n")
            )
            .Generate();

        Assert.Equal(place.Length == 0 ? [] : [$"schema/Ship.yaml({place}): DP1015"], generated.Messages);
        Assert.Equal(message.Length == 0 ? [] : [message], generated.Texts);
    }

    [Fact]
    public void An_abstract_kind_asserts_of_the_entities_of_all_kinds_that_extend_it()
    {
        var generated = With(
                ("schema/Named.yaml", "abstract: true\nassertions: { min: 3 }\n"),
                ("schema/Boat.yaml", "extends: [Named]\n"),
                ("schema/Ship.yaml", "extends: [Named]\n"),
                ("boats/a.yaml", ""),
                ("ships/b.yaml", "")
            )
            .Generate();

        Assert.Equal(["Named has 2 entities, and its schema asserts at least 3"], generated.Texts);
    }

    /// <summary>Names that generated code or C# uses itself, as the name of a kind, with properties of all names that
    /// could clash.</summary>
    [Theory]
    [InlineData("Package")]
    [InlineData("Record")]
    [InlineData("Class")]
    [InlineData("Event")]
    [InlineData("Object")]
    [InlineData("String")]
    [InlineData("System")]
    [InlineData("Task")]
    [InlineData("Table")]
    [InlineData("Seeded")]
    [InlineData("IEntity")]
    [InlineData("EntitySet")]
    [InlineData("Citation")]
    [InlineData("Money")]
    [InlineData("EdtfDate")]
    public void A_kind_may_have_a_name_that_others_have_too(string kind)
    {
        string[] words = [.. Words.Where(word => !word.Equals(kind, StringComparison.OrdinalIgnoreCase))];
        var generated = Clean(
            With(
                (
                    $"schema/{kind}.yaml",
                    "plural: Plenty\ncaption: assigned\nproperties:\n"
                        + string.Concat(words.Select(word => $"  {word}: {{ type: text }}\n"))
                        + $"  self: {{ range: {kind}, reverse: {{ name: selves }} }}\n  part: {{ range: Part }}\n  when: {{ type: date }}\n  price: {{ type: money }}\n"
                ),
                (
                    "schema/Part.yaml",
                    "embedded: true\nproperties:\n"
                        + string.Concat(words.Select(word => $"  {word}: {{ type: text }}\n"))
                        + $"  of: {{ range: {kind} }}\n"
                ),
                (
                    "plenty/one.yaml",
                    string.Concat(words.Select(word => $"{word}: {word}\n"))
                        + "self: one\npart: { of: one, value: v }\nwhen: 2001\nprice: 1 EUR\n"
                )
            )
        );

        var one = generated.Entity("Plenty", "One");
        Assert.Equal(words, words.Select(word => one.Get(char.ToUpperInvariant(word[0]) + word[1..])));
        Assert.Same(one, Assert.Single(one.List("Selves")));
    }

    public static TheoryData<string, string, string, string> Mistakes =>
        new()
        {
            // The file, its text, the rule, part of the message. There are also Thing (abstract), Team and Player, with
            // an entity of each.
            { "schema/Coach.yaml", "▸labl: Coach\n", "DP1011", "did you mean 'label'?" },
            { "schema/Coach.yaml", "abstract: ▸maybe\n", "DP1004", "true or false" },
            { "schema/Coach.yaml", "▸abstract: true\nembedded: true\n", "DP1010", "not several" },
            { "schema/Coach.yaml", "plural: ▸coaches\n", "DP4004", "capital letter" },
            { "schema/Coach.yaml", "plural: ▸All\n", "DP4004", "catalog" },
            { "schema/Coach.yaml", "plural: ▸Player\n", "DP1010", "a second type called Player" },
            {
                "schema/Coach.yaml",
                "plural: ▸Teams\n",
                "DP1010",
                "beside the catalog of Team at schema/Team.yaml(1,1)"
            },
            { "schema/Coach.yaml", "abstract: true\nplural: ▸Coaches\n", "DP1010", "abstract" },
            {
                "schema/Coach.yaml",
                "caption: ▸age\nproperties:\n  age: { type: integer }\n",
                "DP1010",
                "a single text"
            },
            {
                "schema/Coach.yaml",
                "caption: ▸names\nproperties:\n  names: { type: text, cardinality: many }\n",
                "DP1010",
                "a single text"
            },
            { "schema/Coach.yaml", "summary: ▸age\nproperties:\n  age: { type: date }\n", "DP1010", "a single text" },
            { "schema/Coach.yaml", "findBy: [▸age]\nproperties:\n  age: { type: integer }\n", "DP1010", "texts" },
            {
                "schema/Coach.yaml",
                "temporal: { start: since, end: ▸since }\nproperties:\n  since: { type: date }\n",
                "DP1010",
                "needs no 'end'"
            },
            { "schema/Coach.yaml", "assertions: { min: 0, ▸most: 1 }\n", "DP1011", "" },
            { "schema/Coach.yaml", "assertions: { min: ▸-1 }\n", "DP1004", "a number of entities" },
            { "schema/Coach.yaml", "assertions: { max: ▸1.5 }\n", "DP1004", "a number of entities" },
            { "schema/Coach.yaml", "assertions: { min: 0, max: ▸many }\n", "DP1004", "a number" },
            { "schema/Coach.yaml", "assertions: { min: 3, max: ▸2 }\n", "DP1010", "fewer than the least" },
            {
                "schema/Coach.yaml",
                "assertions: { fillRate: { ▸nme: 0.5 } }\nproperties:\n  name: { type: text }\n",
                "DP1002",
                "did you mean 'name'?"
            },
            {
                "schema/Coach.yaml",
                "assertions: { fillRate: { name: ▸50 } }\nproperties:\n  name: { type: text }\n",
                "DP1004",
                "at most 1"
            },
            { "schema/Coach.yaml", "embedded: true\nassertions: ▸{ min: 0 }\n", "DP1010", "embedded" },
            {
                "schema/Coach.yaml",
                "embedded: true\nproperties:\n  a: { type: text, unique: ▸true }\n",
                "DP1010",
                "Only entities"
            },
            {
                "schema/Coach.yaml",
                "properties:\n  a: { type: boolean, maxLength: ▸5 }\n",
                "DP1010",
                "'maxLength' is for text"
            },
            {
                "schema/Coach.yaml",
                "properties:\n  a: { type: enum, values: [x, ▸[y]] }\n",
                "DP1004",
                "a list of texts"
            },
            {
                "schema/Coach.yaml",
                "properties:\n  a: { type: enum, values: { x: ▸[a description] } }\n",
                "DP1004",
                "a description"
            },
            {
                "schema/Coach.yaml",
                "properties:\n  a: { type: enum, values: { x: { ▸descripton: X } } }\n",
                "DP1011",
                "did you mean 'description'?"
            },
            { "schema/Coach.yaml", "properties:\n  a: { type: enum, values: [x, ▸x] }\n", "DP1010", "CoachA.X" },
            { "schema/coach.yaml", "▸label: Coach\n", "DP4004", "capital letter" },
            { "schema/Head-Coach.yaml", "▸label: Coach\n", "DP4004", "did you mean 'HeadCoach'?" },
            { "schema/Kind.yaml", "▸label: Kind\n", "DP1010", "'Kind'" },
            { "schema/ToString.yaml", "▸label: x\n", "DP1010", "'ToString'" },
            { "schema/Equals.yaml", "▸embedded: true\n", "DP1010", "'Equals'" },
            { "schema/IThing.yaml", "▸label: x\n", "DP1010", "a second type called IThing" },
            { "schema/Team.yml", "▸label: x\n", "DP1010", "two schema files" },
            { "schema/Coach.yaml", "extends: [▸Thng]\n", "DP1012", "did you mean 'Thing'?" },
            { "schema/Coach.yaml", "extends: [▸Team]\n", "DP1010", "not abstract" },
            { "schema/Coach.yaml", "embedded: true\nextends: [▸Thing]\n", "DP1010", "embedded" },
            { "schema/Coach.yaml", "abstract: true\nextends: [▸Coach]\n", "DP1010", "Coach extends itself" },
            {
                "schema/Coach.yaml",
                "caption: ▸nam\nproperties:\n  name: { type: text }\n",
                "DP1002",
                "did you mean 'name'?"
            },
            { "schema/Coach.yaml", "summary: ▸nothing\n", "DP1002", "" },
            {
                "schema/Coach.yaml",
                "findBy: [▸alias]\nproperties:\n  aliases: { type: text }\n",
                "DP1002",
                "did you mean 'aliases'?"
            },
            { "schema/Coach.yaml", "featured: [▸x]\n", "DP1002", "" },
            { "schema/Coach.yaml", "properties: ▸[a]\n", "DP1004", "a mapping" },
            { "schema/Coach.yaml", "properties:\n  a: ▸text\n", "DP1004", "'type' or a 'range'" },
            { "schema/Coach.yaml", "properties:\n  ▸a: { description: x }\n", "DP1010", "either" },
            { "schema/Coach.yaml", "properties:\n  a: { type: ▸text, range: Team }\n", "DP1010", "either" },
            { "schema/Coach.yaml", "properties:\n  a: { type: ▸txt }\n", "DP1012", "did you mean 'text'?" },
            { "schema/Coach.yaml", "properties:\n  a: { range: ▸Taem }\n", "DP1012", "did you mean 'Team'?" },
            {
                "schema/Coach.yaml",
                "properties:\n  a: { type: text, ▸requird: true }\n",
                "DP1011",
                "did you mean 'required'?"
            },
            {
                "schema/Coach.yaml",
                "properties:\n  a: { type: text, cardinality: ▸meny }\n",
                "DP1012",
                "did you mean 'many'?"
            },
            { "schema/Coach.yaml", "properties:\n  ▸Name: { type: text }\n", "DP4004", "small letter" },
            {
                "schema/Coach.yaml",
                "properties:\n  ▸first_name: { type: text }\n",
                "DP4004",
                "did you mean 'firstName'?"
            },
            {
                "schema/Coach.yaml",
                "properties:\n  ▸groesse-m: { type: text }\n",
                "DP4004",
                "did you mean 'groesseM'?"
            },
            { "schema/Coach.yaml", "properties:\n  ▸id: { type: text }\n", "DP1010", "taken" },
            { "schema/Coach.yaml", "properties:\n  ▸citations: { type: text }\n", "DP1010", "taken" },
            { "schema/Coach.yaml", "properties:\n  ▸csharpName: { type: text }\n", "DP1010", "taken" },
            { "schema/Coach.yaml", "properties:\n  ▸kind: { type: text }\n", "DP1010", "taken" },
            { "schema/Coach.yaml", "properties:\n  ▸coach: { type: text }\n", "DP1010", "taken" },
            { "schema/Coach.yaml", "properties:\n  ▸toString: { type: text }\n", "DP1010", "taken" },
            { "schema/Coach.yaml", "properties:\n  ▸equalityContract: { type: text }\n", "DP1010", "taken" },
            { "schema/Coach.yaml", "embedded: true\nproperties:\n  ▸getHashCode: { type: text }\n", "DP1010", "taken" },
            { "schema/Coach.yaml", "article: true\nproperties:\n  ▸text: { type: text }\n", "DP1010", "taken" },
            { "schema/Coach.yaml", "article: true\nproperties:\n  ▸redistribute: { type: text }\n", "DP1010", "taken" },
            {
                "schema/Coach.yaml",
                "extends: [Thing]\nproperties:\n  ▸name: { type: text }\n",
                "DP1010",
                "two properties 'name'"
            },
            { "schema/Name.yaml", "extends: [▸Thing]\n", "DP1010", "another member of that name" },
            { "schema/Coach.yaml", "properties:\n  a: { type: integer, localized: ▸true }\n", "DP1010", "localized" },
            {
                "schema/Coach.yaml",
                "properties:\n  a: { type: integer, pattern: ▸x }\n",
                "DP1010",
                "'pattern' is for text"
            },
            {
                "schema/Coach.yaml",
                "properties:\n  a: { type: text, pattern: ▸'(' }\n",
                "DP1010",
                "regular expression"
            },
            {
                "schema/Coach.yaml",
                "properties:\n  a: { type: text, pattern: ▸'a)|(b' }\n",
                "DP1010",
                "regular expression"
            },
            {
                "schema/Coach.yaml",
                "properties:\n  a: { type: text, pattern: ▸'" + new string('a', 1001) + "' }\n",
                "DP1010",
                "1000 are the most"
            },
            {
                "schema/Coach.yaml",
                "properties:\n  a: { type: text, minimum: ▸1 }\n",
                "DP1010",
                "'minimum' is for a number"
            },
            {
                "schema/Coach.yaml",
                "properties:\n  a: { type: integer, minimum: 2, maximum: ▸1 }\n",
                "DP1010",
                "below the minimum"
            },
            { "schema/Coach.yaml", "properties:\n  a: { type: text, maxLength: ▸0 }\n", "DP1010", "above 0" },
            { "schema/Coach.yaml", "properties:\n  a: { type: text, maxLength: ▸many }\n", "DP1004", "a number" },
            { "schema/Coach.yaml", "properties:\n  ▸a: { type: identifier }\n", "DP1010", "'format'" },
            {
                "schema/Coach.yaml",
                "properties:\n  a: { type: identifier, format: ▸qids }\n",
                "DP1012",
                "did you mean 'qid'?"
            },
            {
                "schema/Coach.yaml",
                "properties:\n  a: { type: text, format: ▸qid }\n",
                "DP1010",
                "'format' is for an identifier"
            },
            { "schema/Coach.yaml", "properties:\n  a: { type: money, unique: ▸true }\n", "DP1010", "'unique'" },
            { "schema/Coach.yaml", "properties:\n  ▸a: { type: enum }\n", "DP1010", "'values'" },
            {
                "schema/Coach.yaml",
                "properties:\n  a: { type: text, values: ▸{ x: X } }\n",
                "DP1010",
                "'values' is for an enum"
            },
            {
                "schema/Coach.yaml",
                "properties:\n  a: { type: enum, values: { x: X, ▸'no way': Y } }\n",
                "DP4004",
                "'no way'"
            },
            {
                "schema/Coach.yaml",
                "properties:\n  a: { type: enum, values: { no-way: X, ▸noWay: Y } }\n",
                "DP1010",
                "the other one is at schema/Coach.yaml(2,"
            },
            {
                "schema/Coach.yaml",
                "properties:\n  ▸es: { type: enum, values: { x: X } }\nplural: CoachEs\n",
                "DP1010",
                "a second type called CoachEs"
            },
            { "schema/Coach.yaml", "embedded: true\nproperties:\n  a: { range: ▸Coach }\n", "DP1010", "embed itself" },
            {
                "schema/Scout.yaml",
                "properties:\n  a: { range: Team, reverse: { name: ▸players } }\n",
                "DP1010",
                "'players' already"
            },
            {
                "schema/Coach.yaml",
                "properties:\n  a: { range: Thing, reverse: { name: ▸name } }\n",
                "DP1010",
                "'name' already"
            },
            {
                "schema/Coach.yaml",
                "properties:\n  a: { range: Thing, reverse: { name: ▸teams } }\n",
                "DP1010",
                "'teams' already"
            },
            {
                "schema/Coach.yaml",
                "properties:\n  a: { range: Team, reverse: { name: ▸Coaches } }\n",
                "DP4004",
                "small letter"
            },
            {
                "schema/Coach.yaml",
                "properties:\n  a: { range: Team, reverse: { name: ▸id } }\n",
                "DP1010",
                "'id' already"
            },
            {
                "schema/Coach.yaml",
                "properties:\n  a: { range: Team, reverse: ▸{ description: x } }\n",
                "DP1010",
                "a 'name'"
            },
            {
                "schema/Coach.yaml",
                "properties:\n  a: { type: text, reverse: { name: ▸coaches } }\n",
                "DP1010",
                "Only a reference"
            },
            {
                "schema/Coach.yaml",
                "embedded: true\nproperties:\n  a: { range: Team, reverse: { name: ▸coaches } }\n",
                "DP1010",
                "Only a reference"
            },
            { "schema/Coach.yaml", "▸- a\n", "DP1004", "a mapping" },
            { "datapackage.yaml", "namespace: ▸My.class\n", "DP4004", "" },
            { "datapackage.yaml", "namespace: ▸My Data\n", "DP4004", "" },
            { "datapackage.yaml", "namespace: Seeded\nlanguage: ▸english_gb\n", "DP1010", "BCP 47" },
            { "datapackage.yaml", "namespace: Seeded\ncitations: ▸entities\n", "DP1012", "it takes none, entity" },
            { "datapackage.yaml", "namespace: Seeded\n▸licences: []\n", "DP1011", "did you mean 'licenses'?" },
            { "datapackage.yaml", "namespace: Seeded\nlicenses: ▸MIT\n", "DP1004", "a list of mappings" },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_in_a_schema_is_one_error_at_its_place_and_leaves_the_other_kinds_compiling(
        string path,
        string text,
        string rule,
        string messagePart
    )
    {
        var seeds = With(
            (
                "schema/Thing.yaml",
                "abstract: true\ncaption: name\nproperties:\n  name: { type: text, required: true }\n"
            ),
            ("schema/Team.yaml", "extends: [Thing]\n"),
            (
                "schema/Player.yaml",
                "extends: [Thing]\nproperties:\n  teams: { range: Team, cardinality: many, reverse: { name: players } }\n"
            ),
            ("teams/red.yaml", "name: Red\n"),
            ("players/ann.yaml", "name: Ann\nteams: [red]\n")
        );
        var at = text.IndexOf(Mark, StringComparison.Ordinal);
        var clean = text.Remove(at, 1);
        var inNamespace =
            clean.Contains("namespace: My.", StringComparison.Ordinal) ? "My"
            : clean.Contains("namespace: My", StringComparison.Ordinal) ? "MyData"
            : "Seeded";

        var generated = seeds
            .With(path, clean)
            .Generate($"static class C {{ static object O => {inNamespace}.Players.Ann.Teams[0].Players[0].Name; }}");

        var lineStart = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        Assert.Equal(
            [$"{path}({text[..lineStart].Count(c => c == '\n') + 1},{at - lineStart + 1}): {rule}"],
            generated.Messages
        );
        Assert.Contains(messagePart, Assert.Single(generated.Texts), StringComparison.Ordinal);
        Assert.Empty(generated.CompilerMessages);
        Assert.Null(generated.Exception);
    }

    [Fact]
    public void Kinds_that_extend_one_another_in_a_circle_are_reported_once()
    {
        var generated = With(
                ("schema/A.yaml", "abstract: true\nextends: [B]\nproperties:\n  one: { type: text }\n"),
                ("schema/B.yaml", "abstract: true\nextends: [C]\nproperties:\n  two: { type: text }\n"),
                ("schema/C.yaml", "abstract: true\nextends: [A]\n"),
                ("schema/D.yaml", "extends: [A]\n"),
                ("ds/x.yaml", "one: 1\ntwo: 2\n")
            )
            .Generate();

        Assert.Equal(["schema/A.yaml(2,11): DP1010"], generated.Messages);
        Assert.Empty(generated.CompilerMessages);
    }

    [Theory]
    [InlineData("type: integer")]
    [InlineData("type: text")]
    public void Two_parents_that_declare_one_property_are_reported_whether_or_not_they_agree(string type)
    {
        var generated = With(
                ("schema/A.yaml", "abstract: true\nproperties:\n  size: { type: text }\n"),
                ("schema/B.yaml", $"abstract: true\nproperties:\n  size: {{ {type} }}\n"),
                ("schema/D.yaml", "extends: [A, B]\n"),
                ("ds/x.yaml", "size: 1\n")
            )
            .Generate();

        Assert.Equal(["schema/D.yaml(1,11): DP1010"], generated.Messages);
        Assert.Empty(generated.CompilerMessages);
    }

    [Fact]
    public void Kinds_whose_names_differ_in_case_only_are_reported_as_file_systems_may_not_tell_them_apart()
    {
        var generated = With(("schema/TEAM.yaml", "plural: Squads\n"), ("schema/Team.yaml", ""), ("teams/red.yaml", ""))
            .Generate();

        Assert.Equal(["DP0022", "schema/Team.yaml(1,1): DP1010"], generated.Messages);
        Assert.Empty(generated.CompilerMessages);
    }

    [Fact]
    public void A_second_kind_of_article_is_reported()
    {
        var generated = With(("schema/Letter.yaml", "article: true\n"), ("schema/Memo.yaml", "article: true\n"))
            .Generate();

        Assert.Equal(["schema/Memo.yaml(1,1): DP1010"], generated.Messages);
        Assert.Empty(generated.CompilerMessages);
    }

    /// <summary>The lost part of the file may have said that its kind is one of articles, which its plural
    /// suggests.</summary>
    [Theory]
    [InlineData("sha256")]
    [InlineData("text")]
    [InlineData("mentions")]
    [InlineData("redistribute")]
    [InlineData("name")]
    public void A_broken_schema_is_none_of_articles_where_it_has_a_property_that_articles_cannot_have(string property)
    {
        var generated = With(
                (
                    "schema/Table.yaml",
                    $"plural: Articles\nextends: [Thing\nproperties:\n  {property}: {{ type: text }}\n"
                ),
                ("articles/log.md", "---\ntitle: Log\n---\nA text.\n")
            )
            .Generate();

        Assert.Contains("DP0002", generated.Messages[0], StringComparison.Ordinal);
        Assert.Empty(generated.CompilerMessages);
    }

    [Theory]
    [InlineData("plural: Companies\nextends: [Thing\n", "DP0002")]
    [InlineData("- a list\n", "DP1004")]
    [InlineData("plural: companies\nextends: [Thing]\nproperties: { size: { type: text } }\n", "DP4004")]
    [InlineData("plural: Companies\nextends: [Thing]\nproperties: { Size: { type: text } }\n", "DP4004")]
    [InlineData("plural: Companies\nextends: [Thng]\nproperties: { size: { type: text } }\n", "DP1012")]
    [InlineData("plural: Companies\nextends: [Thing]\nproperties: { size: { type: txt } }\n", "DP1012")]
    [InlineData("plural: Companies\nextends: [Thing]\nproperties: [size]\n", "DP1004")]
    public void Entities_of_a_kind_whose_schema_is_at_fault_are_not_reported_too(string schema, string rule)
    {
        var generated = With(
                ("schema/Thing.yaml", "abstract: true\nproperties:\n  name: { type: text }\n"),
                ("schema/Company.yaml", schema),
                ("schema/Person.yaml", "properties:\n  name: { type: text }\n"),
                ("companies/acme.yaml", "name: Acme\nsize: large\n"),
                ("persons/ann.yaml", "name: Ann\n")
            )
            .Generate("static class C { static object O => Seeded.Persons.Ann; }");

        Assert.EndsWith(rule, Assert.Single(generated.Messages), StringComparison.Ordinal);
        Assert.Empty(generated.CompilerMessages);
    }

    [Theory]
    [InlineData("temporal: { start: launched }\nproperties: { launched: { type: date } }\n")]
    [InlineData(
        "temporal: { start: launched, end: sunk }\nproperties: { launched: { type: date }, sunk: { type: date } }\n"
    )]
    [InlineData("extends: [Dated]\n")]
    public void A_kind_may_have_a_time(string schema)
    {
        var generated = With(
                (
                    "schema/Dated.yaml",
                    "abstract: true\ntemporal: { start: since }\nproperties: { since: { type: date } }\n"
                ),
                ("schema/Ship.yaml", schema)
            )
            .Generate(
                "class C { object O => Seeded.Ships.During(new System.DateOnly(1900, 1, 1), new System.DateOnly(1950, 1, 1)); }"
            );

        Assert.Empty(generated.Messages);
        Assert.Empty(generated.CompilerMessages);
    }

    [Theory]
    [InlineData("temporal: launched\nproperties: { launched: { type: date } }\n", "1,11): DP1004")]
    [InlineData("temporal: { end: launched }\nproperties: { launched: { type: date } }\n", "1,11): DP1010")]
    [InlineData(
        "temporal: { start: launched, until: launched }\nproperties: { launched: { type: date } }\n",
        "1,30): DP1011"
    )]
    [InlineData("temporal: { start: lanched }\nproperties: { launched: { type: date } }\n", "1,20): DP1002")]
    [InlineData("temporal: { start: launched }\nproperties: { launched: { type: text } }\n", "1,20): DP1010")]
    [InlineData(
        "temporal: { start: launched }\nproperties: { launched: { type: date, cardinality: many } }\n",
        "1,20): DP1010"
    )]
    [InlineData(
        "temporal: { start: launched, end: name }\nproperties: { launched: { type: date }, name: { type: text } }\n",
        "1,35): DP1010"
    )]
    [InlineData(
        "embedded: true\ntemporal: { start: launched }\nproperties: { launched: { type: date } }\n",
        "2,11): DP1010"
    )]
    public void A_time_that_is_none_is_reported_at_its_word(string schema, string message)
    {
        var generated = With(("schema/Ship.yaml", schema)).Generate();

        Assert.Equal(["schema/Ship.yaml(" + message], generated.Messages);
        Assert.Empty(generated.CompilerMessages);
    }
}
