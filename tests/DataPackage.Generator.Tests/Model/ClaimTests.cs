namespace DataPackage.Generator.Tests.Model;

/// <summary>Competing values, and what seeds say of values.</summary>
public class ClaimTests
{
    private const char Mark = '▸';

    /// <summary>What a program asks of Ann.</summary>
    private const string Asked = """
        #pragma warning disable CS1591
        using System;
        using System.Linq;
        using System.Text.Json;
        using DataPackage.Runtime;

        namespace Seeded;

        public static class Ask
        {
            private static readonly JsonSerializerOptions Whole = new() { Converters = { new JsonWholeEntityConverter() } };

            private static Person Ann => Persons.Get("ann");

            public static string Born => $"{Ann.Born}";
            public static string ClaimsOfBorn => Show(Ann.Claims(Person.Properties.Born));
            public static string ClaimsOfPets => Show(Ann.Claims(Person.Properties.Pets));
            public static string ClaimsOfHome => Show(Ann.Claims(Person.Properties.Home));
            public static string ClaimsOfHeight => Show(Ann.Claims(Person.Properties.Height));
            public static string ClaimsOfTags => Show(Ann.Claims(Person.Properties.Tags));
            public static string ClaimsOfJobs => Show(Ann.Claims(Person.Properties.Jobs));
            public static string ClaimsOfName => Show(Ann.Claims(Person.Properties.Name));
            public static string Tags => string.Join(", ", Ann.Tags);
            public static string Jobs => string.Join(", ", Ann.Jobs.Select(job => job.Title));
            public static string Citations => string.Join(", ", Ann.Citations.Select(each => $"{each.Quote} for {string.Join("+", each.For)}"));
            public static string CitedBorn => string.Join(", ", Ann.CitationsFor("Born").Select(each => each.Quote));
            public static string Facts => ShowFacts(Ann, false);
            public static string AllFacts => ShowFacts(Ann, true);
            public static string FactsOfCopy => ShowFacts(Ann with { Born = EdtfDate.Parse("1990") }, true);
            public static string ClaimsOfCopy => Show((Ann with { Born = EdtfDate.Parse("1990") }).Claims(Person.Properties.Born));
            public static bool IsEqualToCopy => Ann.Equals(Ann with { });
            public static bool IsEqualWithoutClaims => Ann.Equals(Ann with { AllClaims = [] });
            public static string Json => JsonSerializer.Serialize(Ann, Whole);
            public static bool ComesBack => ReferenceEquals(Ann, JsonSerializer.Deserialize<Person>(Json, Whole));
            public static string Altered => JsonSerializer.Deserialize<Person>(Json.Replace("TASS", "Reuters"), Whole)!.Claims(Person.Properties.Born).All[0].AccordingTo!.Text;
            public static string Refused(string property)
            {
                try
                {
                    JsonSerializer.Deserialize<Person>(Json.Replace("\"path\":\"height\"", $"\"path\":\"{property}\""), Whole);
                    return "";
                }
                catch (JsonException refused)
                {
                    return refused.Message;
                }
            }

            public static string At(string day) =>
                string.Join(", ", Ann.Claims(Person.Properties.Height).At(DateOnly.Parse(day)).Select(claim => claim.Value));
            public static int BornEvents => Places.Get("york").People.Count;

            private static string Show<T>(PropertyClaims<T> claims) =>
                $"{claims.State}{(claims.IsDisputed ? ", disputed" : "")}: "
                + string.Join(" | ", claims.All.Select(claim => $"{(claim.IsBest ? "*" : "")}{claim.Value}/{claim.State}/{claim.Rank}/{claim.Because}/{claim.AccordingTo}/{claim.During}/{claim.Basis}/{claim.Note}/{claim.Citations.Count}"));

            private static string ShowFacts(Person person, bool withDeprecated) =>
                string.Join(" | ", person.GetFacts(withDeprecated).Select(fact => $"{fact} {fact.Rank} {fact.Basis} {fact.Citations.Count}"));
        }
        """;

    private static SeedSet Persons(string ann) =>
        new SeedSet()
            .With(
                "schema/Person.yaml",
                """
                caption: name
                properties:
                  name: { type: text, required: true }
                  born: { type: date }
                  home: { range: Place, reverse: { name: people } }
                  height: { type: integer }
                  tags: { type: text, cardinality: many, unique: true }
                  jobs: { range: Job, cardinality: many }
                  best: { range: Job }
                  motto: { type: text, localized: true }
                  wage: { type: money }
                  pets: { type: enum, values: { cat: Cat., dog: Dog. }, disputable: true }
                  depth: { cardinality: many, of: { type: text, cardinality: many } }
                  marks: { cardinality: many, nullable: true, of: { type: decimal, nullable: true } }
                  notes: { type: any }

                """
            )
            .With(
                "schema/Job.yaml",
                "embedded: true\nproperties:\n  title: { type: text, required: true }\n  boss: { range: Boss }\n  at: { range: Place }\n"
            )
            .With("schema/Boss.yaml", "embedded: true\nproperties:\n  title: { type: text }\n")
            .With("schema/Place.yaml", "caption: name\nproperties: { name: { type: text } }\n")
            .With("places/york.yaml", "name: York\n")
            .With("places/ripon.yaml", "name: Ripon\n")
            .With("articles/news.md", "---\ntitle: News\n---\nAnn was born in 1975. TASS said 1976. She is tall.\n")
            .With("persons/ann.yaml", ann);

    private static Generated Right(string ann)
    {
        var generated = Persons(ann).Generate(Asked);
        Assert.Equal([], generated.Texts);
        Assert.Equal([], generated.CompilerMessages);
        return generated;
    }

    private static string Ask(Generated generated, string question) => (string)generated.Call("Ask", question)!;

    private const string Disagreement = """
        name: Ann
        born:
          - { value: 1976, rank: deprecated, because: corrected, accordingTo: { text: TASS }, cite: { article: news, quote: TASS said 1976 } }
          - { value: 1975, rank: preferred, cite: { article: news, quote: Ann was born in 1975 } }
          - { value: 1974~, basis: inferred, note: from her age, accordingTo: york }

        """;

    [Fact]
    public void A_property_has_the_preferred_of_competing_values()
    {
        var generated = Right(Disagreement);

        Assert.Equal("1975", Ask(generated, "Born"));
        Assert.Equal(
            "Known: 1976/Known/Deprecated/corrected/TASS//Stated//1 | *1975/Known/Preferred////Stated//1"
                + " | 1974~/Known/Normal//York//Inferred/from her age/0",
            Ask(generated, "ClaimsOfBorn")
        );
    }

    [Fact]
    public void A_citation_of_another_claim_supports_that_claim_alone()
    {
        var generated = Right(Disagreement);

        Assert.Equal("TASS said 1976 for born~0, Ann was born in 1975 for born", Ask(generated, "Citations"));
        Assert.Equal("Ann was born in 1975", Ask(generated, "CitedBorn"));
    }

    [Fact]
    public void A_quote_beside_a_claim_is_verified()
    {
        var generated = Persons(Disagreement.Replace("TASS said 1976", "TASS said 1978", StringComparison.Ordinal))
            .Generate();

        Assert.Equal(["persons/ann.yaml(3,117): DP3001"], generated.Messages);
        Assert.Contains("cited for Person/ann (born~0)", generated.Texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_carry_rank_and_basis_and_leave_deprecated_claims_out()
    {
        var generated = Right(Disagreement);

        Assert.Equal(
            "name: Ann Normal Unspecified 0 | born: 1975 Preferred Stated 1 | born~1: 1974~ Normal Inferred 0",
            Ask(generated, "Facts")
        );
        Assert.Equal(
            "name: Ann Normal Unspecified 0 | born: 1975 Preferred Stated 1 | born~0: 1976 Deprecated Stated 1"
                + " | born~1: 1974~ Normal Inferred 0",
            Ask(generated, "AllFacts")
        );
    }

    [Fact]
    public void A_copy_with_another_value_has_that_value_as_its_claim()
    {
        var generated = Right(Disagreement);

        Assert.Equal("Known: *1990/Known/Normal////Stated//1", Ask(generated, "ClaimsOfCopy"));
        Assert.Equal("name: Ann Normal Unspecified 0 | born: 1990 Normal Stated 1", Ask(generated, "FactsOfCopy"));
    }

    [Fact]
    public void Claims_count_for_equality()
    {
        var generated = Right(Disagreement);

        Assert.Equal(true, generated.Call("Ask", "IsEqualToCopy"));
        Assert.Equal(false, generated.Call("Ask", "IsEqualWithoutClaims"));
    }

    [Fact]
    public void Claims_go_through_JSON_and_back()
    {
        var generated = Right(Disagreement);

        Assert.Contains(
            """
            "claims":[{"path":"born~0","value":"1976","rank":"deprecated","because":"corrected","accordingTo":{"text":"TASS"}},{"path":"born","value":"1975","rank":"preferred"},{"path":"born~1","value":"1974~","accordingTo":{"kind":"Place","id":"york"},"basis":"inferred","note":"from her age"}]
            """.Trim(),
            Ask(generated, "Json"),
            StringComparison.Ordinal
        );
        Assert.Equal(true, generated.Call("Ask", "ComesBack"));
        Assert.Equal("Reuters", Ask(generated, "Altered"));
    }

    [Fact]
    public void Claims_of_values_of_all_types_go_through_JSON_and_back()
    {
        var generated = Right(
            """
            name: Ann
            home: { value: york, note: rented }
            height: { value: 170, note: barefoot }
            tags: [a, { value: b, rank: deprecated, because: misspelled }]
            jobs: [{ title: Spy, at: york, claim: { rank: deprecated, because: a rumour } }, { title: Envoy }]
            motto: { value: { en: Onwards }, note: on her shield }
            wage: { value: 10 EUR, note: a day }
            pets: [{ value: cat }, { value: dog, accordingTo: { text: Bob } }]
            marks: [1.50, { value: 2.25, rank: deprecated, because: too low }]

            """
        );

        var json = Ask(generated, "Json");
        foreach (
            var claim in (string[])
                [
                    """{"path":"home","value":"york","note":"rented"}""",
                    """{"path":"height","value":170,"note":"barefoot"}""",
                    """{"path":"tags~0","value":"b","rank":"deprecated","because":"misspelled"}""",
                    """{"path":"jobs~0","value":{"title":"Spy","at":"york"},"rank":"deprecated","because":"a rumour"}""",
                    """{"path":"motto","value":{"en":"Onwards"},"note":"on her shield"}""",
                    """{"path":"wage","value":{"amount":10,"currency":"EUR"},"note":"a day"}""",
                    """{"path":"pets~1","value":"dog","accordingTo":{"text":"Bob"}}""",
                    """{"path":"marks~0","value":2.25,"rank":"deprecated","because":"too low"}""",
                ]
        )
            Assert.Contains(claim, json, StringComparison.Ordinal);
        Assert.Equal(true, generated.Call("Ask", "ComesBack"));
    }

    [Theory]
    [InlineData("depth")]
    [InlineData("notes")]
    [InlineData("citations")]
    [InlineData("claims")]
    [InlineData("id")]
    [InlineData("hight")]
    public void JSON_with_a_claim_for_something_that_has_none_is_refused(string property)
    {
        var generated = Right("name: Ann\nheight: { value: 170, note: barefoot }\n");

        Assert.Contains(
            $"claims: path: No property '{property}' has claims.",
            (string)generated.Call("Ask", "Refused", property)!,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_editor_shows_what_else_was_said()
    {
        var generated = Right(Disagreement);

        Assert.Contains(
            "<para>Born: 1975 (also said: 1976, TASS; corrected; also said: about 1974, "
                + "<see cref=\"P:Seeded.Places.York\"/>; inferred: from her age)",
            string.Concat(generated.Sources.Select(source => source.SourceText.ToString())),
            StringComparison.Ordinal
        );
        generated.AssertLinksLead();
    }

    [Theory]
    [InlineData("unknown", "Unknown")]
    [InlineData("none", "None")]
    public void That_nobody_knows_a_value_differs_from_saying_nothing(string word, string state)
    {
        var generated = Right($"name: Ann\nhome: {{ value: ~, state: {word} }}\n");

        Assert.Equal($"{state}: */{state}/Normal////Unspecified//0", Ask(generated, "ClaimsOfHome"));
        Assert.Equal("NotStated: ", Ask(generated, "ClaimsOfBorn"));
    }

    [Fact]
    public void Values_of_a_disputable_property_may_compete_without_a_preferred_one()
    {
        var generated = Right("name: Ann\npets: [{ value: cat }, { value: dog, accordingTo: { text: Bob } }]\n");

        Assert.Equal(
            "Known, disputed: cat/Known/Normal////Unspecified//0 | dog/Known/Normal//Bob//Unspecified//0"
                .Replace("cat", "Cat", StringComparison.Ordinal)
                .Replace("dog", "Dog", StringComparison.Ordinal),
            Ask(generated, "ClaimsOfPets")
        );
    }

    [Fact]
    public void A_list_has_the_items_that_are_not_deprecated()
    {
        var generated = Right(
            """
            name: Ann
            tags: [a, { value: b, rank: deprecated, because: misspelled }, { value: c, basis: common-knowledge }, { value: , state: unknown }]

            """
        );

        Assert.Equal("a, c", Ask(generated, "Tags"));
        Assert.Equal(
            "Known: *a/Known/Normal////Unspecified//0 | *c/Known/Normal////CommonKnowledge//0"
                + " | b/Known/Deprecated/misspelled///Unspecified//0 | /Unknown/Normal////Unspecified//0",
            Ask(generated, "ClaimsOfTags")
        );
    }

    [Fact]
    public void Of_an_embedded_value_the_key_claim_says_it()
    {
        var generated = Right(
            """
            name: Ann
            jobs:
              - { title: Cook, claim: { during: 1990/1995, accordingTo: york } }
              - { title: Spy, claim: { rank: deprecated, because: a rumour } }
              - title: Envoy
              - claim: { state: unknown }

            """
        );

        Assert.Equal("Cook, Envoy", Ask(generated, "Jobs"));
        Assert.Equal(
            "Known: *Job { Title = Cook }/Known/Normal//York/1990/1995/Unspecified//0 | *Job { Title = Envoy }/Known/Normal////Unspecified//0"
                + " | Job { Title = Spy }/Known/Deprecated/a rumour///Unspecified//0 | /Unknown/Normal////Unspecified//0",
            Ask(generated, "ClaimsOfJobs")
        );
        Assert.Contains("jobs[0].title: Cook Normal", Ask(generated, "Facts"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1995-01-01", "180")]
    [InlineData("2005-01-01", "175")]
    [InlineData("2020-01-01", "170")]
    public void The_value_of_a_day_is_that_of_a_claim_for_it(string day, string height)
    {
        var generated = Right(
            """
            name: Ann
            height:
              - { value: 180, during: 1990/1999 }
              - { value: 175, during: 2000/2009 }
              - { value: 170, rank: preferred }

            """
        );

        Assert.Equal(height, generated.Call("Ask", "At", day));
    }

    [Fact]
    public void A_value_of_which_nothing_is_said_is_a_claim()
    {
        var generated = Right("name: Ann\nheight: 180\n");

        Assert.Equal("Known: *180/Known/Normal////Unspecified//0", Ask(generated, "ClaimsOfHeight"));
    }

    [Fact]
    public void Only_the_value_that_counts_makes_a_reverse()
    {
        var generated = Right(
            "name: Ann\nhome: [{ value: ripon, rank: preferred }, { value: york, rank: deprecated, because: moved }]\n"
        );

        Assert.Equal(0, generated.Call("Ask", "BornEvents"));
    }

    [Fact]
    public void Data_without_a_schema_may_have_the_keys_of_claims()
    {
        var generated = new SeedSet()
            .With(
                "cards.yaml",
                "a: { price: { value: 3, rank: 1, state: new } }\nb: { price: { value: 4, rank: 2, state: old } }\n"
            )
            .Generate();

        Assert.Equal([], generated.Faults);
        Assert.Equal(1L, generated.Entity("Cards", "A").Get("Price")!.Get("Rank"));
    }

    [Theory]
    [InlineData("born: [{ value: 1975 }, { value: ▸1976 }]", "DP1060", "'born' has 2 values that compete")]
    [InlineData("born: [1975, { value: ▸1976, accordingTo: york }]", "DP1060", "'disputable: true'")]
    [InlineData(
        "born: [{ value: 1975, rank: preferred }, { value: 1976, rank: ▸preferred }]",
        "DP1061",
        "at persons/ann.yaml(2,29)"
    )]
    [InlineData(
        "born: { value: 1975, rank: ▸deprecated }",
        "DP1062",
        "'deprecated' needs 'because', which says what is wrong"
    )]
    [InlineData("born: { value: 1975, basis: ▸inferred }", "DP1062", "'inferred' needs 'note'")]
    [InlineData("born: { value: 1975, rank: ▸prefered }", "DP1007", "did you mean 'preferred'?")]
    [InlineData("born: { value: 1975, rank: ▸best }", "DP1007", "did you mean 'preferred'?")]
    [InlineData("born: { value: , state: ▸somevalue }", "DP1007", "did you mean 'unknown'?")]
    [InlineData("born: { value: 1975, basis: ▸common knowledge }", "DP1007", "did you mean 'common-knowledge'?")]
    [InlineData("born: { value: 1975, basis: ▸gossip }", "DP1007", "it takes stated, inferred, common-knowledge")]
    [InlineData("born: { value: 1975, ▸acordingTo: york }", "DP1002", "did you mean 'accordingTo'?")]
    [InlineData(
        "born: { value: 1975, accordingTo: ▸yorck }",
        "DP2001",
        "There is no entity with the id 'yorck'; did you mean 'york'?"
    )]
    [InlineData("born: { value: 1975, accordingTo: ▸TASS agency }", "DP2001", "{ text: ... }")]
    [InlineData("born: { value: 1975, accordingTo: ▸[york] }", "DP1004", "a list")]
    [InlineData("born: { value: 1975, accordingTo: { ▸txt: TASS } }", "DP1002", "did you mean 'text'?")]
    [InlineData("born: { value: 1975, during: ▸1990/91 }", "DP1005", "'1990/91'")]
    [InlineData("born: { value: 1975, state: ▸unknown }", "DP1064", "no value can be stated, and one is stated")]
    [InlineData("born: { value: 1975, basis: ▸stated }", "DP1064", "what is stated has a citation")]
    [InlineData(
        "born: { value: 1975, basis: ▸common-knowledge, cite: { article: news, quote: Ann was born in 1975 } }",
        "DP1064",
        "common knowledge is not cited"
    )]
    [InlineData("born: { ▸value: , rank: preferred }", "DP1003", "'value'")]
    [InlineData("born: ▸{ rank: preferred }", "DP1003", "'value'")]
    [InlineData("born: [{ value: 1975, rank: preferred }, { value: ▸[1976] }]", "DP1004", "a list")]
    [InlineData("born: [{ value: 1975, rank: preferred }, ▸[{ value: 1976 }]]", "DP1004", "a list")]
    [InlineData("born: [{ value: 1975, rank: preferred }, ▸{}]", "DP1004", "a mapping")]
    [InlineData("tags: { value: [a, b], ▸basis: common-knowledge }", "DP1064", "say it of each item")]
    [InlineData(
        "jobs: { title: Cook, boss: { title: Chef, ▸claim: { rank: preferred } } }",
        "DP1002",
        "only values of an entity's own properties"
    )]
    [InlineData(
        "jobs: { title: { value: Cook, ▸rank: preferred } }",
        "DP1002",
        "of an embedded value, 'claim' says it"
    )]
    [InlineData("jobs: { title: Cook, claim: ▸sure }", "DP1004", "a mapping of rank")]
    [InlineData("jobs: { title: Cook, claim: { state: ▸none } }", "DP1064", "one is stated")]
    [InlineData("tags: [▸~, { value: b, rank: deprecated, because: x }]", "DP1004", "a value, or")]
    [InlineData("born: { value: 1975, basis: ▸stated, cite: [] }", "DP1064", "has a citation")]
    [InlineData("home: { value: york, accordingTo: { ▸text: } }", "DP1003", "accordingTo")]
    [InlineData("home: { value: york, accordingTo: { ▸text: \"\" } }", "DP1003", "accordingTo")]
    [InlineData("home: { value: ▸nowhere, rank: preferred }", "DP2001", "no place with the id 'nowhere'")]
    [InlineData(
        "home: [{ value: york, rank: preferred }, { value: ▸nowhere }]",
        "DP2001",
        "no place with the id 'nowhere'"
    )]
    public void A_mistake_is_reported_at_the_word(string line, string rule, string part)
    {
        var at = line.IndexOf(Mark, StringComparison.Ordinal);
        var generated = Persons($"name: Ann\n{line.Remove(at, 1)}\n").Generate();

        Assert.Equal([$"persons/ann.yaml(2,{at + 1}): {rule}"], generated.Messages);
        Assert.True(generated.Texts[0].Contains(part, StringComparison.Ordinal), generated.Texts[0]);
        Assert.Equal([], generated.CompilerMessages);
    }

    [Theory]
    [InlineData("name: { value: Ann, rank: ▸deprecated, because: misspelled }", "DP1063")]
    [InlineData("name: { value: , state: ▸unknown }", "DP1063")]
    [InlineData("name: [{ value: , state: ▸unknown, rank: preferred }, { value: Ann }]", "DP1063")]
    [InlineData("name: { value: ▸\"\", basis: common-knowledge }", "DP1003")]
    [InlineData("name: [▸~, { value: Ann, rank: deprecated, because: x }]", "DP1004")]
    public void A_required_property_needs_a_value_that_counts(string line, string rule)
    {
        var at = line.IndexOf(Mark, StringComparison.Ordinal);
        var generated = Persons($"{line.Remove(at, 1)}\n").Generate();

        Assert.Equal([$"persons/ann.yaml(1,{at + 1}): {rule}"], generated.Messages);
    }

    [Theory]
    [InlineData("a: { type: text, required: true, disputable: ▸true }", "both required and disputable")]
    [InlineData("a: { type: text, cardinality: many, disputable: ▸true }", "any number of values")]
    public void Only_an_optional_single_value_is_disputable(string line, string part)
    {
        var at = line.IndexOf(Mark, StringComparison.Ordinal);
        var generated = new SeedSet().With("schema/Ship.yaml", $"properties:\n  {line.Remove(at, 1)}\n").Generate();

        Assert.Equal([$"schema/Ship.yaml(2,{at + 3}): DP1010"], generated.Messages);
        Assert.Contains(part, generated.Texts[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[[[]]]")]
    [InlineData("[{}, {}, []]")]
    [InlineData("{ rank: { rank: { rank: [] } } }")]
    [InlineData("[{ value: { value: { value: 1 } } }, { value: [[]] }]")]
    [InlineData("[&a { value: 1975, rank: preferred }, *a, *a]")]
    [InlineData("{ value: 1975, because: [], note: {}, during: [], accordingTo: {}, basis: {}, state: [] }")]
    [InlineData("{ claim: { state: unknown } }")]
    [InlineData("{ ? [a] : b, rank: x }")]
    public void No_shape_breaks_the_build(string value)
    {
        foreach (var property in new[] { "born", "tags", "jobs", "best", "motto", "wage", "pets", "depth", "home" })
        {
            var generated = Persons($"name: Ann\n{property}: {value}\n").Generate();

            Assert.Null(generated.Exception);
            Assert.DoesNotContain(generated.Messages, message => message.Contains("DP0001", StringComparison.Ordinal));
            Assert.Equal([], generated.CompilerMessages);
        }
    }

    [Theory]
    [InlineData("basis: ▸stated", "what is stated has a citation")]
    [InlineData("rank: deprecated, because: corrected, basis: ▸stated", "what is stated has a citation")]
    public void Citations_of_the_entity_support_no_value_that_the_property_does_not_have(string said, string part)
    {
        var line = $"born: [{{ value: 1975, rank: preferred }}, {{ value: 1976, {said} }}]";
        var at = line.IndexOf(Mark, StringComparison.Ordinal);
        var generated = Persons(
                $"name: Ann\n{line.Remove(at, 1)}\n"
                    + "citations: { article: news, quote: Ann was born in 1975, for: [born] }\n"
            )
            .Generate();

        Assert.Equal([$"persons/ann.yaml(2,{at + 1}): DP1064"], generated.Messages);
        Assert.Contains(part, generated.Texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_common_knowledge_is_not_cited_by_the_entity_either()
    {
        var generated = Persons(
                "name: Ann\nborn: { value: 1975, basis: common-knowledge }\n"
                    + "citations: { article: news, quote: Ann was born in 1975, for: [born] }\n"
            )
            .Generate();

        Assert.Equal(["persons/ann.yaml(2,29): DP1064"], generated.Messages);
    }

    /// <summary>A property may have another key in seeds than its name.</summary>
    [Fact]
    public void Claims_are_found_by_the_name_of_the_property()
    {
        var generated = new SeedSet()
            .With("datapackage.yaml", "namespace: Seeded\n")
            .With(
                "schema/Person.yaml",
                "caption: name\nproperties:\n  name: { type: text, required: true }\n"
                    + "  birthDate: { key: birth_date, type: date }\n  height: { type: integer }\n  age: { type: int32 }\n"
            )
            .With(
                "persons/ann.yaml",
                "name: Ann\nbirth_date: [{ value: 1975, rank: preferred }, "
                    + "{ value: 1976, rank: deprecated, because: corrected }]\nage: { value: 49, note: in 2025 }\n"
            )
            .Generate(
                """
                #pragma warning disable CS1591
                using System.Linq;
                using System.Text.Json;
                using DataPackage.Runtime;

                namespace Seeded;

                public static class Ask
                {
                    private static readonly JsonSerializerOptions Whole = new() { Converters = { new JsonWholeEntityConverter() } };

                    public static string Claims =>
                        string.Join(" ", Persons.Get("ann").Claims(Person.Properties.BirthDate).All.Select(claim => $"{claim.Value}"));

                    public static string Back =>
                        $"{JsonSerializer.Deserialize<Person>(JsonSerializer.Serialize(Persons.Get("ann"), Whole), Whole)! == Persons.Get("ann")}";
                }
                """
            );

        Assert.Equal([], generated.Texts);
        Assert.Equal([], generated.CompilerMessages);
        Assert.Equal("1975 1976", Ask(generated, "Claims"));
        Assert.Equal("True", Ask(generated, "Back"));
    }

    /// <summary>A pattern of accessors takes the value that the property has.</summary>
    [Theory]
    [InlineData("{ rank: preferred, value: Crane }", "Crane")]
    [InlineData("[{ value: Crain, rank: deprecated, because: misspelled }, { value: Crane }]", "Crane")]
    public void An_accessor_has_the_value_that_counts(string name, string accessor)
    {
        var generated = new SeedSet()
            .With("datapackage.yaml", "namespace: Seeded\nkinds: { Bird: { csharpName: \"{name}\" } }\n")
            .With("schema/Bird.yaml", "caption: name\nproperties: { name: { type: text, required: true } }\n")
            .With("birds/b1.yaml", $"name: {name}\n")
            .Generate();

        Assert.Equal([], generated.Texts);
        Assert.Equal("b1", generated.Entity("Birds", accessor).Get("Id"));
    }

    [Fact]
    public void Ten_thousand_claims_are_read()
    {
        var generated = Right(
            "name: Ann\nborn:\n  - { value: 1975, rank: preferred }\n"
                + string.Concat(Enumerable.Repeat("  - { value: 1976, rank: deprecated, because: wrong }\n", 10_000))
        );

        Assert.Equal("1975", Ask(generated, "Born"));
        Assert.Equal(10_001, Ask(generated, "ClaimsOfBorn").Split(" | ").Length);
    }
}
