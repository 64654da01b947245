using System.Text;
using CsCheck;
using DataPackage.Runtime;

namespace DataPackage.Generator.Tests.Emission;

/// <summary>Names in texts, found by the class generated from a package's own seeds.</summary>
public class MentionsTests
{
    private static readonly Generated Package = new SeedSet()
        .With(
            "schema/Person.yaml",
            "findBy: [name, aliases]\nproperties: { name: { type: text, localized: true, required: true }, aliases: { type: text, cardinality: many } }"
        )
        .With("schema/Place.yaml", "caption: name\nproperties: { name: { type: text, required: true } }")
        .With(
            "persons.yaml",
            """
            recep-tayyip-erdogan: { name: { en: Recep Tayyip Erdoğan }, aliases: [Erdoğan] }
            donald-trump: { name: { en: Donald Trump, zh: 唐纳德·特朗普, ja: ドナルド・トランプ }, aliases: [Trump, J. D. Trump] }
            donald-trump-jr: { name: { en: Donald Trump Jr. } }
            conan-obrien: { name: { en: Conan O’Brien }, aliases: [O’Brien] }
            will-smith: { name: { en: Will Smith }, aliases: [Will] }
            george-washington: { name: { en: George Washington }, aliases: [Washington] }
            moon-jae-in: { name: { en: Moon Jae-in, ko: 문재인 } }
            francois-cevert: { name: { en: François Cevert } }
            jurgen-gross: { name: { de: Jürgen Groß } }
            vladimir-putin: { name: { en: Vladimir Putin, ru: Владимир Путин }, aliases: [Putin, Путин, Путина] }
            """
        )
        .With(
            "places.yaml",
            """
            united-states: { name: US }
            washington: { name: Washington }
            tokyo: { name: 東京 }
            tokyo-prefecture: { name: 東京都 }
            istanbul: { name: İstanbul }
            ukraine: { name: Ukraine }
            c: { name: C }
            c-sharp: { name: C# }
            bangkok: { name: กรุงเทพ }
            gattaran: { name: がったらん }
            new-york: { name: New York }
            new-york-city: { name: New York City }
            york: { name: York }
            """
        )
        .Generate();

    /// <summary>A search that takes a second for a request of a hundred kilobytes, and four for two hundred, would stop
    /// a web program.</summary>
    [Fact]
    public void A_name_of_nothing_but_marks_is_looked_for_once()
    {
        var marks = "a" + string.Concat(Enumerable.Repeat("\u0301\u0323", 500_000));

        Assert.Null(Package.Call("Persons", "Find", marks));
        Assert.Empty(((System.Collections.IEnumerable)Package.Call("Persons", "FindAll", marks)!).Cast<object>());
        Assert.Equal([], Found(marks));
    }

    [Theory]
    [InlineData("Donald Trump arrived.", "Donald Trump=donald-trump")]
    [InlineData("DONALD TRUMP and donald trump", "DONALD TRUMP=donald-trump", "donald trump=donald-trump")]
    [InlineData(
        "Donald  Trump\narrived, Donald\nTrump left",
        "Donald  Trump=donald-trump",
        "Donald\nTrump=donald-trump"
    )]
    [InlineData(
        "Recep Tayyip Erdogan (ERDOĞAN)",
        "Recep Tayyip Erdogan=recep-tayyip-erdogan",
        "ERDOĞAN=recep-tayyip-erdogan"
    )]
    [InlineData(
        "Francois Cevert, Jurgen Gross, JÜRGEN GROSS",
        "Francois Cevert=francois-cevert",
        "Jurgen Gross=jurgen-gross",
        "JÜRGEN GROSS=jurgen-gross"
    )]
    [InlineData(
        "J.D. Trump, J. D. Trump, J D Trump",
        "J.D. Trump=donald-trump",
        "J. D. Trump=donald-trump",
        "J D Trump=donald-trump"
    )]
    [InlineData("“Trump”", "Trump=donald-trump")]
    [InlineData("**Trump**/Moon Jae In", "Trump=donald-trump", "Moon Jae In=moon-jae-in")]
    public void A_name_is_found_as_Find_would_find_it_where_it_stands(string text, params string[] expected) =>
        Assert.Equal(expected, Found(text));

    [Theory]
    [InlineData("Trumpet, Trumps, Vertrumpt, trump2")]
    [InlineData("Erdoğanistan")]
    [InlineData("Путину")]
    [InlineData("")]
    [InlineData(" \n–")]
    public void A_name_within_a_word_is_none_and_inflected_forms_are_not_guessed(string text) =>
        Assert.Equal([], Found(text));

    [Fact]
    public void An_inflected_form_that_the_data_list_is_a_name() =>
        Assert.Equal(["Путина=vladimir-putin", "Владимир Путин=vladimir-putin"], Found("у Путина – Владимир Путин"));

    [Theory]
    [InlineData("Donald Trump Jr. spoke", "Donald Trump Jr=donald-trump-jr")]
    [InlineData("New York City, New York and York", "New York City=new-york-city", "New York=new-york", "York=york")]
    [InlineData("Donald Trump Junior", "Donald Trump=donald-trump")]
    [InlineData("New New York", "New York=new-york")]
    public void Of_the_names_that_start_at_one_word_the_longest_is_found_and_nothing_within_it(
        string text,
        params string[] expected
    ) => Assert.Equal(expected, Found(text));

    [Theory]
    [InlineData("Putin’s and Trump's, İstanbul'da", "Putin=vladimir-putin", "Trump=donald-trump", "İstanbul=istanbul")]
    [InlineData("l’Ukraine, 'Ukraine', d'Istanbul", "Ukraine=ukraine", "Ukraine=ukraine", "Istanbul=istanbul")]
    [InlineData("O'Brien, O’Brien’s, OBrien", "O'Brien=conan-obrien", "O’Brien=conan-obrien", "OBrien=conan-obrien")]
    public void An_apostrophe_may_be_an_end_of_a_name_or_part_of_it(string text, params string[] expected) =>
        Assert.Equal(expected, Found(text));

    [Theory]
    [InlineData("us US Us", "US=united-states")]
    [InlineData("I will say Will, WILL", "Will=will-smith", "WILL=will-smith")]
    [InlineData("they trump it; the Trump card", "Trump=donald-trump")]
    [InlineData("C, c, C#, c#, C++", "C=c", "C#=c-sharp")]
    public void A_single_word_must_have_a_capital_letter_and_a_very_short_one_be_spelled_as_the_data_do(
        string text,
        params string[] expected
    ) => Assert.Equal(expected, Found(text));

    [Fact]
    public void A_name_does_not_go_beyond_its_paragraph()
    {
        Assert.Equal(["Trump=donald-trump"], Found("Donald\n\nTrump"));
        Assert.Equal(["Trump=donald-trump"], Found("Donald\r\n \r\nTrump"));
        Assert.Equal(["Donald\r\nTrump=donald-trump"], Found("Donald\r\nTrump"));
    }

    [Theory]
    [InlineData("昨日東京都で東京", "東京都=tokyo-prefecture", "東京=tokyo")]
    [InlineData("特朗普说唐纳德·特朗普来了", "唐纳德·特朗普=donald-trump")]
    [InlineData("ドナルド・トランプは、ドナルド・トランプス", "ドナルド・トランプ=donald-trump")]
    [InlineData("ไปกรุงเทพวันนี้", "กรุงเทพ=bangkok")]
    [InlineData("Trump到东京东京都東京", "Trump=donald-trump", "東京=tokyo")]
    [InlineData("문재인 대통령, 문재인은", "문재인=moon-jae-in")]
    public void Scripts_without_blanks_have_their_names_found_between_characters(
        string text,
        params string[] expected
    ) => Assert.Equal(expected, Found(text));

    [Theory]
    [InlineData("Recep Tayyip Erdoğan")]
    [InlineData("문재인")]
    [InlineData("がったらん")]
    [InlineData("Jürgen Groß")]
    public void Every_normalization_form_is_found_and_its_positions_are_those_of_the_text_that_was_given(string name)
    {
        foreach (var form in new[] { NormalizationForm.FormC, NormalizationForm.FormD })
        {
            var text = $"é {name}, й {name} !".Normalize(form);
            var mentions = Mentions(text);
            Assert.Equal(2, mentions.Count);
            Assert.All(
                mentions,
                mention => Assert.Equal(name.Normalize(form), text.Substring(mention.Start, mention.Length))
            );
        }
    }

    [Fact]
    public void A_Korean_name_in_parts_is_found_by_Find_too() =>
        Assert.Equal(
            "moon-jae-in",
            ((IEntity)Package.Call("Persons", "Find", "문재인".Normalize(NormalizationForm.FormD))!).Id
        );

    [Fact]
    public void A_name_of_several_entities_lists_them_all_and_picks_none()
    {
        var mention = Assert.Single(Mentions("In Washington"));

        Assert.True(mention.IsAmbiguous);
        Assert.Null(mention.Entity);
        Assert.Equal("3..13: Person george-washington or Place washington", mention.ToString());
    }

    [Fact]
    public void Mentions_compare_by_where_they_stand_and_what_they_may_mean()
    {
        Assert.Equal(Mentions("In Washington"), Mentions("At Washington"));
        Assert.NotEqual(Mentions("In Washington")[0], Mentions("In Washington")[0] with { Start = 4 });
        Assert.NotEqual(Mentions("In Istanbul")[0], Mentions("In New York")[0]);
    }

    [Fact]
    public void Half_a_surrogate_pair_and_emoji_divide_words_and_break_nothing()
    {
        Assert.Equal(["Trump=donald-trump", "Putin=vladimir-putin"], Found("Trump\U0001F1FA\U0001F1F8Putin\uD83C"));
        Assert.Equal(["문재인=moon-jae-in"], Found("\uD800 문재인 \uDC00 \u0301"));
        Assert.Equal(["Will=will-smith"], Found("W\u200Bi Will \uD800"));
        Assert.Equal(["문재인=moon-jae-in"], Found("\uFFFE 문재인 \uFFFE\u3099"));
        Assert.Null(Package.Call("Persons", "Find", "\uFFFE"));
        Assert.Null(Package.Call("Persons", "Find", "\uDC00"));
    }

    [Fact]
    public void Any_text_yields_mentions_in_order_without_overlap_and_each_is_a_name_that_Find_knows()
    {
        var names = new[]
        {
            "Recep Tayyip Erdoğan",
            "Erdoğan",
            "Donald Trump",
            "Trump",
            "Donald Trump Jr.",
            "O’Brien",
            "Washington",
            "문재인",
            "US",
            "東京",
            "東京都",
            "C#",
            "ドナルド・トランプ",
            "กรุงเทพ",
            "İstanbul",
        };
        string[] others =
        [
            " ",
            " ",
            " ",
            ", ",
            "\n",
            "\n\n",
            "’",
            "'s ",
            "-",
            "+",
            "#",
            "\u0301",
            "\u200B",
            "x",
            "都",
            "ト",
            "\uD83C",
            "\uDC00",
            "ي",
        ];
        var name = Gen.Int[0, names.Length - 1].Select(i => names[i]);
        var pieces = Gen.OneOf(
            name,
            name.Select(each => each.Normalize(NormalizationForm.FormD)),
            name.Select(each => each.ToUpperInvariant()),
            Gen.Int[0, others.Length - 1].Select(i => others[i]),
            Gen.Char.Array[0, 3].Select(units => new string(units))
        );

        pieces
            .Array[0, 12]
            .Select(string.Concat)
            .Sample(
                text =>
                {
                    var end = 0;
                    foreach (var mention in Mentions(text))
                    {
                        Assert.InRange(mention.Start, end, text.Length);
                        end = mention.Start + mention.Length;
                        Assert.InRange(end, mention.Start + 1, text.Length);
                        var found = text.Substring(mention.Start, mention.Length);
                        Assert.All(
                            mention.Candidates,
                            candidate =>
                                Assert.Contains(
                                    candidate.Id,
                                    (
                                        (IEnumerable<IEntity>)Package.Call(candidate.Kind + "s", "FindAll", found)!
                                    ).Select(each => each.Id)
                                )
                        );
                    }
                },
                iter: 20_000
            );
    }

    [Fact]
    public void A_kind_that_is_called_Mentions_keeps_its_name()
    {
        var generated = new SeedSet()
            .With("schema/Mention.yaml", "caption: name\nproperties: { name: { type: text } }")
            .With("mentions/a.yaml", "name: Anna")
            .Generate();

        Assert.Empty(generated.CompilerMessages);
        Assert.Equal("a", ((IReadOnlyList<Mention>)generated.Call("Mentions_", "In", "Hello, Anna")!)[0].Entity!.Id);
    }

    [Fact]
    public void A_package_without_names_finds_none() =>
        Assert.Empty(
            (IReadOnlyList<Mention>)
                new SeedSet()
                    .With("schema/Note.yaml", "properties: { on: { type: date } }")
                    .With("notes/a.yaml", "")
                    .Generate()
                    .Call("Mentions", "In", "a")!
        );

    [Fact]
    public void An_article_tells_whom_its_text_mentions_and_a_variant_with_another_text_whom_that_does()
    {
        var generated = new SeedSet()
            .With("schema/Person.yaml", "caption: name\nproperties: { name: { type: text } }")
            .With("persons.yaml", "a: { name: Anna }\nb: { name: Berta }")
            .With("articles/day.md", "---\ntitle: A day\nmentions: [b, Person/a]\n---\nBerta met Anna.\n")
            .With("articles/secret.md", "---\ntitle: A secret\nredistribute: false\n---\nBerta met Anna.\n")
            .Generate(
                "namespace Seeded { /// <summary>A</summary>\npublic static class Variant { /// <summary>B</summary>\npublic static Article Other { get; } = Touch(Articles.Day) with { Text = \"Anna\" }; static Article Touch(Article article) => article.Mentions.Count == 2 ? article : null!; } }"
            );

        Assert.Empty(generated.Messages);
        Assert.Equal(["b", "a"], IdsIn("Articles", "Day"));
        Assert.Equal(["a"], IdsIn("Variant", "Other"));
        Assert.Empty(generated.Entity("Articles", "Secret").List("Mentions"));

        string[] IdsIn(string type, string member) =>
            [.. generated.Entity(type, member).List("Mentions").Cast<Mention>().Select(mention => mention.Entity!.Id)];
    }

    private static List<string> Found(string text) =>
        [
            .. Mentions(text)
                .Select(mention =>
                    $"{text.Substring(mention.Start, mention.Length)}={string.Join('|', mention.Candidates.Select(candidate => candidate.Id))}"
                ),
        ];

    private static IReadOnlyList<Mention> Mentions(string text) =>
        (IReadOnlyList<Mention>)Package.Call("Mentions", "In", text)!;
}
