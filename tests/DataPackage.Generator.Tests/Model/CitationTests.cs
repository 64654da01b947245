using DataPackage.Runtime;

namespace DataPackage.Generator.Tests.Model;

/// <summary>Where citations can be, what they support, and the messages about invalid ones.</summary>
public class CitationTests
{
    /// <summary>A package with a property of every type. Each of its values can be cited.</summary>
    private static SeedSet Survey(string tower, string package = "") =>
        new SeedSet()
            .With("datapackage.yaml", $"namespace: {SeedSet.Namespace}\n{package}")
            .With(
                "schema/Tower.yaml",
                """
                plural: Towers
                caption: name
                findBy: [name, aliases]
                properties:
                  name: { type: text, required: true }
                  aliases: { type: text, cardinality: many }
                  motto: { type: text, localized: true }
                  note: { type: markdown }
                  floors: { type: integer }
                  height: { type: decimal }
                  stands: { type: boolean }
                  built: { type: date }
                  site: { type: url }
                  cost: { type: money }
                  tongue: { type: language }
                  code: { type: identifier, format: qid, unique: true }
                  shape: { type: enum, values: [round, square] }
                  colours: { type: text, cardinality: many }
                  twin: { range: Tower }
                  bells: { range: Bell, cardinality: many }
                  clock: { range: Clock }
                """
            )
            .With(
                "schema/Bell.yaml",
                "embedded: true\nproperties:\n  value: { type: integer }\n  tone: { type: text, localized: true }\n  casts: { type: date, cardinality: many }\n"
            )
            .With(
                "schema/Clock.yaml",
                "embedded: true\nproperties:\n  maker: { type: text, required: true }\n  hands: { type: integer }\n"
            )
            .With(
                "articles/survey.md",
                """
                ---
                title: Survey
                ---

                The tower has nine floors and is round. It has two bells, of which the big one sounds in C.
                A clock from Ulm tells the time.

                In 1844, “Saint Mary” — the old tower — was built for 1,200 florins. Its twin is low.
                """
            )
            .With(
                "towers/low.yaml",
                "name: Low\n"
                    + (
                        package.Contains("property", StringComparison.Ordinal)
                        || package.Contains("entity", StringComparison.Ordinal)
                            ? "citations: { article: survey, quote: Its twin is low }\n"
                            : ""
                    )
            )
            .With("towers/high.yaml", tower);

    private const string Cite = "cite: { article: survey, quote: nine floors }";

    private static IReadOnlyList<string> CitedPaths(SeedSet seeds)
    {
        var generated = seeds.Generate();
        Assert.Empty(generated.Texts);
        Assert.Empty(generated.CompilerMessages);
        return
        [
            .. generated
                .Entity("Towers", "High")
                .List("Citations")
                .Cast<Citation>()
                .SelectMany(citation => citation.For),
        ];
    }

    private static (string Place, string Text) OnlyMistake(SeedSet seeds)
    {
        var generated = seeds.Generate();
        Assert.Null(generated.Exception);
        var place = Assert.Single(generated.Messages);
        return (place.Replace("towers/high.yaml", "", StringComparison.Ordinal), Assert.Single(generated.Texts));
    }

    /// <summary>Shows the whole message; xunit shows only its beginning.</summary>
    private static void AssertSays(string expected, string message) =>
        Assert.True(message.Contains(expected, StringComparison.Ordinal), message);

    [Theory]
    [InlineData("motto", "Ever up", "Ever up")]
    [InlineData("motto", "{ en: Ever up, de: Empor }", "Ever up")]
    [InlineData("note", "Some *words*", "Some *words*")]
    [InlineData("floors", "9", "9")]
    [InlineData("height", "27.50", "27.50")]
    [InlineData("stands", "true", "true")]
    [InlineData("built", "1844~", "1844~")]
    [InlineData("site", "https://example.org/", "https://example.org/")]
    [InlineData("cost", "1200 EUR", "1200 EUR")]
    [InlineData("cost", "{ amount: 1200, currency: EUR }", "1200 EUR")]
    [InlineData("tongue", "de", "de")]
    [InlineData("code", "Q42", "Q42")]
    [InlineData("shape", "round", "Round")]
    [InlineData("twin", "low", "low")]
    public void A_single_value_of_any_type_is_cited_in_long_form(string property, string value, string text)
    {
        var generated = Survey($"name: High\n{property}: {{ value: {value}, {Cite} }}\n").Generate();

        Assert.Empty(generated.Texts);
        Assert.Empty(generated.CompilerMessages);
        var tower = (IEntity)generated.Entity("Towers", "High");
        var citation = Assert.Single(tower.Citations);
        Assert.Equal([property], citation.For);
        Assert.Equal("nine floors", citation.Quote);
        var fact = Assert.Single(tower.GetFacts(), fact => fact.Property == property);
        Assert.Equal(text, fact.Text);
        Assert.Equal([citation], fact.Citations);
        Assert.Empty(tower.GetFacts()[0].Citations);
    }

    [Fact]
    public void A_value_says_the_same_in_long_form_as_in_short_form()
    {
        var tower =
            "name: High\nmotto: { value: { en: Up, de: Auf }, CITE }\nfloors: { value: 9, CITE }\nshape: { value: round, CITE }\ncolours: [red, { value: blue, CITE }]\n";

        var (longForm, shortForm) = (
            Survey(tower.Replace("CITE", Cite, StringComparison.Ordinal)).Generate(),
            Survey("name: High\nmotto: { en: Up, de: Auf }\nfloors: 9\nshape: round\ncolours: [red, blue]\n").Generate()
        );

        Assert.Equal(
            ((IEntity)shortForm.Entity("Towers", "High")).ToString("F"),
            ((IEntity)longForm.Entity("Towers", "High")).ToString("F")
        );
    }

    [Fact]
    public void Of_a_list_one_item_or_the_whole_is_cited()
    {
        Assert.Equal(["colours[1]"], CitedPaths(Survey($"name: High\ncolours: [red, {{ value: blue, {Cite} }}]\n")));
        Assert.Equal(["colours"], CitedPaths(Survey($"name: High\ncolours: {{ value: [red, blue], {Cite} }}\n")));
        Assert.Equal(["colours"], CitedPaths(Survey($"name: High\ncolours: {{ value: red, {Cite} }}\n")));
    }

    [Fact]
    public void An_embedded_value_is_cited_as_a_whole_or_by_its_properties()
    {
        Assert.Equal(["clock"], CitedPaths(Survey($"name: High\nclock: {{ maker: Ulm, {Cite} }}\n")));
        Assert.Equal(["bells[1]"], CitedPaths(Survey($"name: High\nbells: [{{ tone: A }}, {{ tone: C, {Cite} }}]\n")));
        Assert.Equal(
            ["bells[0].tone", "bells[0].value"],
            CitedPaths(
                Survey(
                    "name: High\nbells: { tone: C, value: 1, cite: { article: survey, quote: sounds in C, for: [tone, value] } }\n"
                )
            )
        );
        Assert.Equal(
            ["bells[0].tone", "bells[0].casts[1]"],
            CitedPaths(
                Survey(
                    $"name: High\nbells: [{{ tone: {{ value: {{ en: C, de: C }}, {Cite} }}, casts: [1844, {{ value: 1850, {Cite} }}] }}]\n"
                )
            )
        );
    }

    [Fact]
    public void Several_passages_support_one_value_and_stand_behind_those_of_the_entity()
    {
        var generated = Survey(
                """
                name: High
                floors: { value: 9, cite: [{ article: survey, quote: nine floors }, { article: survey, quote: The tower }] }
                citations: { article: survey, quote: is round, for: [shape, floors] }
                shape: round
                """
            )
            .Generate();

        var tower = (IEntity)generated.Entity("Towers", "High");
        Assert.Equal(["is round", "nine floors", "The tower"], tower.Citations.Select(citation => citation.Quote));
        Assert.Equal(
            ["is round", "nine floors", "The tower"],
            tower.GetFacts().Single(fact => fact.Property == "floors").Citations.Select(citation => citation.Quote)
        );
    }

    [Fact]
    public void Facts_are_every_value_in_the_order_of_the_schema_with_what_supports_it_or_its_whole()
    {
        var generated = Survey(
                """
                name: High
                twin: low
                bells:
                  - { tone: C, value: 7, cite: { article: survey, quote: sounds in C, for: [tone] } }
                  - { casts: [1844, 1850~] }
                floors: 9
                stands: true
                citations:
                  - { article: survey, quote: two bells, for: [bells] }
                  - { article: survey, quote: The tower has }
                """
            )
            .Generate();

        var facts = ((IEntity)generated.Entity("Towers", "High")).GetFacts();

        Assert.Equal(
            [
                "name: High ()",
                "floors: 9 ()",
                "stands: true ()",
                "twin: low ()",
                "bells[0].value: 7 (two bells)",
                "bells[0].tone: C (two bells, sounds in C)",
                "bells[1].casts[0]: 1844 (two bells)",
                "bells[1].casts[1]: 1850~ (two bells)",
            ],
            facts.Select(fact => $"{fact} ({string.Join(", ", fact.Citations.Select(citation => citation.Quote))})")
        );
    }

    [Fact]
    public void A_unique_value_in_long_form_is_unique_all_the_same()
    {
        var seeds = Survey($"name: High\ncode: {{ value: Q42, {Cite} }}\n")
            .With("towers/low.yaml", "name: Low\ncode: Q42\n");

        Assert.Equal("towers/low.yaml(2,7): DP1008", OnlyMistake(seeds).Place);
    }

    [Theory]
    [InlineData("floors: { value: ▸nine, cite: { article: survey, quote: nine floors } }", "DP1004", "a whole number")]
    [InlineData(
        "floors: ▸{ cite: { article: survey, quote: nine floors } }",
        "DP1003",
        "The value of 'floors' lacks the required property 'value'"
    )]
    [InlineData("floors: { ▸value: , cite: { article: survey, quote: nine floors } }", "DP1003", "'value'")]
    [InlineData(
        "floors: { value: 9, ▸cites: { article: survey, quote: nine floors } }",
        "DP1002",
        "did you mean 'cite'?"
    )]
    [InlineData("floors: { value: 9, cite: ▸nine floors }", "DP1004", "'article' and a 'quote'")]
    [InlineData("floors: { value: 9, cite: ▸{ article: survey } }", "DP1003", "'quote'")]
    [InlineData(
        "floors: { value: 9, cite: { article: survey, quote: nine floors, ▸for: [floors] } }",
        "DP1002",
        "'for'"
    )]
    [InlineData(
        "floors: { value: 9, cite: { article: ▸suvey, quote: nine floors } }",
        "DP3003",
        "did you mean 'survey'?"
    )]
    [InlineData("motto: { value: Up, ▸de: Auf }", "DP1002", "'de'")]
    [InlineData(
        "cost: ▸{ amount: 12, currency: EUR, cite: { article: survey, quote: nine floors } }",
        "DP1003",
        "'value'"
    )]
    [InlineData(
        "twin: { value: ▸lov, cite: { article: survey, quote: nine floors } }",
        "DP2001",
        "did you mean 'low'?"
    )]
    [InlineData(
        "colours: [red, { value: ▸[blue], cite: { article: survey, quote: nine floors } }]",
        "DP1004",
        "a list"
    )]
    [InlineData("shape: { value: { value: ▸{ value: round } } }", "", "")]
    [InlineData(
        "clock: { maker: Ulm, cite: { article: survey, quote: nine floors, for: [▸makers] } }",
        "DP1002",
        "did you mean 'maker'?"
    )]
    [InlineData(
        "clock: { maker: Ulm, ▸citations: { article: survey, quote: nine floors } }",
        "DP1002",
        "Clock has no property 'citations'"
    )]
    public void A_mistake_in_long_form_is_one_error_at_its_word(string line, string id, string message)
    {
        var column = line.IndexOf('▸', StringComparison.Ordinal) + 1;
        var seeds = Survey("name: High\n" + line.Replace("▸", "", StringComparison.Ordinal) + "\n");
        if (id.Length == 0)
        {
            // The long form of a long form is a mapping where a value belongs.
            Assert.All(seeds.Generate().Messages, text => Assert.Contains("DP1", text, StringComparison.Ordinal));
            return;
        }

        var (place, text) = OnlyMistake(seeds);
        Assert.Equal($"(2,{column}): {id}", place);
        Assert.Contains(message, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Cite_is_no_name_for_a_property_of_an_embedded_kind_but_value_is()
    {
        Assert.Equal(
            "schema/Bell.yaml(2,15): DP1010",
            OnlyMistake(
                Survey("name: High\n")
                    .With("schema/Bell.yaml", "embedded: true\nproperties: { cite: { type: text } }\n")
            ).Place
        );
        Assert.Equal(["bells[0]"], CitedPaths(Survey($"name: High\nbells: [{{ value: 7, {Cite} }}]\n")));
    }

    [Fact]
    public void A_quote_that_is_not_there_is_told_the_nearest_passage_its_line_and_the_first_words_that_differ()
    {
        var (place, text) = OnlyMistake(
            Survey(
                "name: High\nfloors: 9\ncitations: [{ article: survey, quote: The tower has ten floors and is round, for: [floors] }]\n"
            )
        );

        Assert.Equal("(3,39): DP3001", place);
        Assert.Equal(
            "The article 'survey' does not contain this quote, which is cited for Tower/high (floors); the nearest passage, in line 5, is "
                + "'The tower has nine floors and is round.', where the article has 'nine' and the quote has 'ten'",
            text
        );
    }

    [Theory]
    [InlineData(
        "A cluck from Ulm tells",
        "line 6, is 'A clock from Ulm tells', where the article has 'clock' and the quote has 'cluck'"
    )]
    [InlineData(
        "Clocks from Ulm tell the time",
        "line 6, is 'clock from Ulm tells the time.', where the article has 'clock' and the quote has 'Clocks'"
    )]
    [InlineData(
        "was built for 1,200 guilders",
        "line 8, is 'was built for 1,200 florins.', where the article has 'florins.' and the quote has 'guilders'"
    )]
    [InlineData(
        "Its twin is low, and old",
        "line 8, is 'Its twin is low.', where the article has 'low.' and the quote has 'low,'"
    )]
    [InlineData(
        "Its twin is low. It is new",
        "line 8, is 'Its twin is low.', where the article ends and the quote has 'It'"
    )]
    [InlineData("Nothing of the kind whatsoever", "nor does it contain anything near")]
    public void The_nearest_passage_is_found_wherever_the_difference_is(string quote, string expected) =>
        AssertSays(
            expected,
            OnlyMistake(Survey($"name: High\ncitations: [{{ article: survey, quote: \"{quote}\" }}]\n")).Text
        );

    [Theory]
    [InlineData(
        "Башня стоит с 1844 года, и в ней девять этажей.",
        "Башня стоит с 1845 года",
        "has '1844' and the quote has '1845'"
    )]
    [InlineData(
        "Der Größte der Türme überragt die Häuser.",
        "der Türme überragte die Häuser",
        "has 'überragt' and the quote has 'überragte'"
    )]
    [InlineData(
        "この塔は一八四四年に建てられ、九階あります。",
        "この塔は一八四五年に建てられ",
        "この塔は一八四四年に建てられ"
    )]
    [InlineData(
        "A ship 🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢 sails.",
        "ship 🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢⛵ sails",
        "nearest passage, in line 2"
    )]
    public void The_nearest_passage_is_found_in_any_script(string text, string quote, string expected)
    {
        var seeds = Survey($"name: High\ncitations: [{{ article: near, quote: {quote} }}]\n")
            .With("articles/near.txt", "\n" + text)
            .With("articles/near.yaml", "title: Near\n");

        AssertSays(expected, OnlyMistake(seeds).Text);
    }

    [Theory]
    [InlineData("In 1844 Saint Mary")]
    [InlineData("the old tower, was built")]
    [InlineData("built for 1.200 florins")]
    [InlineData("1,200 florins: its twin", false)]
    [InlineData("Ulm tells the time! In 1844")]
    public void A_quote_with_other_punctuation_is_told_so(string quote, bool isThere = true)
    {
        var (place, text) = OnlyMistake(
            Survey($"name: High\ncitations: [{{ article: survey, quote: \"{quote}\" }}]\n")
        );

        Assert.Equal(isThere ? "(2,39): DP3007" : "(2,39): DP3001", place);
        if (isThere)
            Assert.Contains("with other punctuation only: in line ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_that_stands_in_several_places_is_told_how_many_and_in_which_lines()
    {
        var (place, text) = OnlyMistake(Survey("name: High\ncitations: [{ article: survey, quote: tower }]\n"));

        Assert.Equal("(2,39): DP3002", place);
        Assert.Equal(
            "The article 'survey' contains this quote 2 times, in lines 5, 8: add the text before it as 'prefix' or the text after it as 'suffix'",
            text
        );
    }

    [Fact]
    public void The_lines_are_those_of_the_file_whatever_stands_before_the_text()
    {
        var text = Survey("name: High\ncitations: [{ article: survey, quote: tower }]\n")
            .With("articles/survey.md", "---\r\ntitle: Survey\r\n# more\r\n---\r\n\r\n\r\nA tower\r\n and a tower.");

        Assert.Contains("in lines 7, 8:", OnlyMistake(text).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A ‘word’ and „more“.", "'word' and \"more\"")]
    [InlineData("A 'word' and «more».", "“word” and 'more'")]
    [InlineData("彼は「はい」と言った。", "\"はい\"と")]
    [InlineData("Putinʼs word", "Putin's word")]
    [InlineData("ten‐to‑twelve — or − not ― so ⸺ 〜", "ten-to-twelve - or – not - so - -")]
    [InlineData("Cafe\u0301\u00A0noir,\u2003\nplease", "Caf\u00E9 noir, please")]
    public void White_space_quotation_marks_and_dashes_are_folded_on_both_sides(string text, string quote)
    {
        var seeds = Survey(
                $"name: High\ncitations: [{{ article: near, quote: \"{quote.Replace("\"", "\\\"", StringComparison.Ordinal)}\" }}]\n"
            )
            .With("articles/near.txt", text)
            .With("articles/near.yaml", "title: Near\n");

        Assert.Empty(seeds.Generate().Texts);
    }

    [Theory]
    [InlineData("A Tower", "a tower")]
    [InlineData("naïve", "naive")]
    [InlineData("ﬁsh", "fish")]
    [InlineData("so… what", "so... what")]
    [InlineData("any one", "anyone")]
    public void Nothing_else_is_folded(string text, string quote)
    {
        var seeds = Survey($"name: High\ncitations: [{{ article: near, quote: \"{quote}\" }}]\n")
            .With("articles/near.txt", text)
            .With("articles/near.yaml", "title: Near\n");

        Assert.Matches("DP300[17]", OnlyMistake(seeds).Place);
    }

    [Theory]
    [InlineData("🚢 and 🚢🚢 more", "more", 9, 13)]
    [InlineData("e\u0301te\u0301", "été", 0, 3)]
    [InlineData("one   two\n three  ", "two three", 6, 16)]
    [InlineData("two", "two", 0, 3)]
    [InlineData("𝔸𝔹ℂ", "𝔹ℂ", 1, 3)]
    public void Offsets_count_the_code_points_of_the_text_in_normalization_form_C_and_end_behind_the_last(
        string text,
        string quote,
        int start,
        int end
    )
    {
        var generated = Survey($"name: High\ncitations: [{{ article: near, quote: \"{quote}\" }}]\n")
            .With("articles/near.txt", text)
            .With("articles/near.yaml", "title: Near\n")
            .Generate();

        Assert.Empty(generated.Texts);
        var citation = (Citation)Assert.Single(generated.Entity("Towers", "High").List("Citations"));
        Assert.Equal((start, end), (citation.Start, citation.End));
        Assert.Equal(
            citation.Quote,
            string.Concat(citation.Article.Text!.EnumerateRunes().Skip(start).Take(end - start))
        );
    }

    [Fact]
    public void A_quote_has_two_hundred_characters_at_most_unless_the_package_says_otherwise()
    {
        var ships = string.Concat(Enumerable.Repeat("🚢", 200));
        SeedSet Quoting(string quote, string package = "") =>
            Survey($"name: High\nfloors: 9\ncitations: [{{ article: near, quote: {quote}, for: [floors] }}]\n", package)
                .With("articles/near.txt", $"{ships}x")
                .With("articles/near.yaml", "title: Near\n");

        Assert.Empty(Quoting(ships).Generate().Texts);
        var (place, text) = OnlyMistake(Quoting(ships + "x"));
        Assert.Equal("(3,37): DP3009", place);
        Assert.Contains("201 characters", text, StringComparison.Ordinal);
        Assert.Empty(Quoting(ships + "x", "maxQuoteLength: 201\n").Generate().Texts);
        Assert.Equal(
            "(3,37): DP3009",
            OnlyMistake(Quoting("🚢🚢🚢", "maxQuoteLength: 2\n").With("articles/near.txt", "🚢🚢🚢")).Place
        );
        Assert.Equal(
            "(2,54): DP3009",
            OnlyMistake(
                Survey(
                    "name: High\ncitations: [{ article: survey, quote: bells, prefix: \""
                        + new string('x', 201)
                        + "\" }]\n"
                )
            ).Place
        );
    }

    [Theory]
    [InlineData("0")]
    [InlineData("2001")]
    [InlineData("1.5")]
    public void The_length_of_quotes_is_a_whole_number_within_bounds(string length) =>
        Assert.Equal(
            "datapackage.yaml(2,17): DP1010",
            OnlyMistake(Survey("name: High\n", $"maxQuoteLength: {length}\n")).Place
        );

    private const string Property = "citations: property\n";

    [Fact]
    public void A_package_can_ask_that_every_value_is_cited_and_all_that_lack_it_are_told_in_one_build()
    {
        var generated = Survey(
                """
                name: High
                aliases: [Saint Mary]
                code: Q42
                motto: { en: Up }
                floors: 9
                colours: [red, { value: blue, cite: { article: survey, quote: nine floors } }]
                bells: [{ tone: C, value: 1, cite: { article: survey, quote: sounds in C, for: [tone] } }, { tone: D, cite: { article: survey, quote: two bells } }]
                clock: { maker: Ulm, hands: 2 }
                shape: round
                twin: low
                citations:
                  - { article: survey, quote: is round, for: [shape] }
                  - { article: survey, quote: The tower has nine }
                """,
                Property
            )
            .Generate();

        Assert.Equal(
            [
                "towers/high.yaml(10,7): DP3006",
                "towers/high.yaml(4,8): DP3006",
                "towers/high.yaml(5,9): DP3006",
                "towers/high.yaml(6,11): DP3006",
                "towers/high.yaml(7,27): DP3006",
                "towers/high.yaml(8,17): DP3006",
                "towers/high.yaml(8,29): DP3006",
            ],
            generated.Messages
        );
        Assert.Contains(
            "The value of 'bells[0].value' has no citation, and datapackage.yaml asks for one ('citations: property'): name 'value' in the 'for' of a citation, or cite it here with 'cite'",
            generated.Texts
        );
    }

    [Fact]
    public void What_must_be_cited_is_for_the_schema_to_say()
    {
        var seeds = Survey("name: High\nfloors: 9\naliases: [Mary]\n", Property);
        var schema =
            "plural: Towers\ncaption: name\nfindBy: [name, aliases]\nproperties:\n  name: { type: text }\n  floors: { type: integer, cited: false }\n  aliases: { type: text, cardinality: many, cited: true }\n";

        Assert.Equal(
            "(3,11): DP3006",
            OnlyMistake(
                seeds
                    .With("schema/Tower.yaml", schema)
                    .With(
                        "towers/high.yaml",
                        "name: High\nfloors: 9\naliases: [Mary]\ncitations: { article: survey, quote: nine floors }\n"
                    )
            ).Place
        );
    }

    [Fact]
    public void An_entity_of_names_alone_is_cited_as_such_and_otherwise_its_values_are_what_is_told()
    {
        Assert.Equal("(1,1): DP3005", OnlyMistake(Survey("name: High\n", Property)).Place);
        Assert.Equal("(2,9): DP3006", OnlyMistake(Survey("name: High\nfloors: 9\n", Property)).Place);
        Assert.Equal("(1,1): DP3005", OnlyMistake(Survey("name: High\nfloors: 9\n", "citations: entity\n")).Place);
        Assert.Empty(Survey($"name: High\nfloors: {{ value: 9, {Cite} }}\n", "citations: entity\n").Generate().Texts);
        Assert.Empty(Survey($"name: High\nfloors: {{ value: 9, {Cite} }}\n", Property).Generate().Texts);
    }

    [Theory]
    [InlineData("floors: ▸nine", "DP1004")]
    [InlineData("floors: { value: 9, cite: { article: survey, quote: ▸ten floors } }", "DP3001")]
    [InlineData("floors: { value: 9, cite: ▸nine }", "DP1004")]
    [InlineData("floors: 9\ncitations: { article: survey, quote: nine floors, for: [▸flors] }", "DP1002")]
    [InlineData("floors: 9\ncitations: ▸nothing", "DP1004")]
    [InlineData("clock: { maker: Ulm, cite: { article: survey, quote: from Ulm, for: ▸{} } }", "DP1004")]
    public void What_was_cited_with_a_mistake_is_not_called_uncited_too(string lines, string id)
    {
        var before = lines[..lines.IndexOf('▸', StringComparison.Ordinal)];
        var place = $"({2 + before.Count(c => c == '\n')},{before.Length - before.LastIndexOf('\n')}): {id}";

        Assert.Equal(
            place,
            OnlyMistake(
                Survey(
                    $"name: High\n{lines.Replace("▸", "", StringComparison.Ordinal)}\n"
                        + (
                            lines.Contains("nine ", StringComparison.Ordinal)
                            || !lines.StartsWith("floors: ▸", StringComparison.Ordinal)
                                ? ""
                                : "citations: { article: survey, quote: nine floors }\n"
                        ),
                    Property
                )
            ).Place
        );
    }

    [Fact]
    public void An_article_that_pins_another_text_is_told_once_with_all_that_is_cited_from_it()
    {
        var seeds = Survey(
                "name: High\nfloors: 9\nshape: { value: round, cite: { article: survey, quote: is round } }\ncitations: { article: survey, quote: nine floors, for: [floors] }\n"
            )
            .With("towers/low.yaml", "name: Low\ncitations: { article: survey, quote: Its twin is low }\n")
            .With("towers/other.yaml", "name: Other\ncitations: { article: other, quote: Other text }\n")
            .With("articles/other.md", "---\ntitle: Other\n---\nOther text.\n");
        var text = seeds.Texts.Single(seed => seed.Path == "articles/survey.md").GetText()!.ToString();
        var sha256 = (string)seeds.Generate().Entity("Articles", "Survey").Get("Sha256")!;
        SeedSet Pinned(string pin) =>
            seeds.With(
                "articles/survey.md",
                text.Replace("title: Survey", $"title: Survey\nsha256: {pin}", StringComparison.Ordinal)
            );

        Assert.Empty(Pinned(sha256).Generate().Texts);
        Assert.Empty(Pinned(sha256.ToUpperInvariant()).Generate().Texts);
        var (place, message) = OnlyMistake(Pinned(new string('0', 64)));
        Assert.Equal("articles/survey.md(3,9): DP3008", place);
        Assert.Contains($"its SHA-256 is now {sha256}.", message, StringComparison.Ordinal);
        Assert.EndsWith(": Tower/high (floors, shape); Tower/low", message, StringComparison.Ordinal);
        Assert.Equal("articles/survey.md(3,9): DP1004", OnlyMistake(Pinned("abc")).Place);
    }

    [Fact]
    public void A_pin_stands_beside_the_text_of_a_plain_article_too() =>
        Assert.Equal(
            "articles/plain.yaml(2,9): DP3008",
            OnlyMistake(
                Survey("name: High\n")
                    .With("articles/plain.txt", "A text.")
                    .With("articles/plain.yaml", $"title: Plain\nsha256: {new string('a', 64)}\n")
            ).Place
        );

    [Fact]
    public void Half_a_character_in_a_quote_is_a_mistake_of_the_seed_and_no_failure_of_the_generator()
    {
        var generated = Survey("name: High\ncitations: [{ article: survey, quote: \"tower \\uD83D\" }]\n").Generate();

        Assert.DoesNotContain(generated.Messages, message => message.Contains("DP0001", StringComparison.Ordinal));
        Assert.NotEmpty(generated.Messages);
    }

    /// <summary>Articles and quotes that are nearly alike, and all wrong: the message about each must cost its own
    /// length, not that of the article.</summary>
    [Theory]
    [InlineData("a")]
    [InlineData("ab ")]
    [InlineData("the tower of the town of the tower ")]
    public void Many_quotes_that_nearly_stand_in_a_long_article_are_each_told_so(string text)
    {
        const int quotes = 100;
        var article = string.Concat(Enumerable.Repeat(text, 1_000_000 / text.Length));
        var wrong = string.Concat(Enumerable.Repeat(text, 190 / text.Length));
        var towers = string.Concat(
            Enumerable
                .Range(0, quotes)
                .Select(i => $"t{i}: {{ name: T, citations: {{ article: near, quote: \"{wrong}{i}\" }} }}\n")
        );
        var generated = Survey("name: High\n")
            .With("towers.yaml", towers)
            .With("articles/near.txt", article)
            .With("articles/near.yaml", "title: Near\nredistribute: false\n")
            .Generate();

        Assert.Equal(quotes, generated.Messages.Count(message => message.EndsWith("DP3001", StringComparison.Ordinal)));
        Assert.All(
            generated.Texts,
            message => Assert.Contains("the nearest passage, in line 1,", message, StringComparison.Ordinal)
        );
    }
}
