using System.Text;
using CsCheck;
using DataPackage.Engine.Articles;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Generator.Tests.Model;

/// <summary>Any passage of any text is found where it is, and the answer to any other quote is true.</summary>
public class QuoteMatcherTests
{
    private static readonly string[] Pieces =
    [
        "a",
        "b",
        "c",
        "é",
        "e\u0301",
        "x\u0323",
        " ",
        "\n",
        "\u00A0",
        "\n\n",
        "'",
        "“",
        "–",
        "-",
        ".",
        ",",
        "日",
        "本",
        "🚢",
        "𝔸",
    ];

    /// <summary>Few letters, so many texts are similar; folded marks, blanks, combining accents, and characters of two
    /// units.</summary>
    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1]
        .Select(i => Pieces[i])
        .Array[0, 60]
        .Select(string.Concat);

    private static ArticleBody Body(string text) => new(text.Normalize(), "", new([0]), 1);

    [Fact]
    public void A_passage_of_the_text_is_found_as_often_as_it_is_there_and_alone_exactly_where_it_is() =>
        Gen.Select(Texts, Gen.Int[0, 60], Gen.Int[1, 30])
            .Sample(
                (text, from, length) =>
                {
                    var body = Body(text);
                    var runes = body.Text.EnumerateRunes().ToArray();
                    var (start, end) = (Math.Min(from, runes.Length), Math.Min(from + length, runes.Length));
                    while (start < end && Rune.IsWhiteSpace(runes[start]))
                        start++;
                    while (start < end && Rune.IsWhiteSpace(runes[end - 1]))
                        end--;
                    if (start == end)
                        return;
                    var quote = string.Concat(runes[start..end].Select(rune => rune.ToString()));

                    var passage = QuoteMatcher.Of(body).Find(quote, null, null, out var count, out _);

                    Assert.True(count > 0, quote);
                    Assert.Equal(count == 1, passage is not null);
                    if (passage is not null)
                        Assert.Equal((quote, start, end), (passage.Text, passage.Start, passage.End));
                }
            );

    [Fact]
    public void What_is_called_near_is_in_the_text_and_the_words_that_are_shown_differ() =>
        Gen.Select(Texts, Texts)
            .Sample(
                (text, quote) =>
                {
                    var body = Body(text);
                    if (QuoteMatcher.Of(body).Find(quote, null, null, out var count, out _) is not null || count > 0)
                        return;

                    var letters = QuoteMatcher.Of(body).FindLetters(quote);
                    var near = QuoteMatcher.Of(body).FindNearest(quote);

                    foreach (var passage in new[] { letters, near }.OfType<NearPassage>())
                    {
                        Assert.Contains(
                            passage.Text.TrimEnd('…'),
                            FoldedText.WithSingleBlanks(" " + body.Text),
                            StringComparison.Ordinal
                        );
                        Assert.InRange(passage.Line, 1, 1 + body.Text.Count(c => c == '\n'));
                        Assert.All(
                            new[] { passage.Text, passage.WordOfQuote, passage.WordOfArticle },
                            shown =>
                                Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(shown)))
                        );
                    }

                    if (near is { } nearest)
                        Assert.NotEqual(nearest.WordOfQuote, nearest.WordOfArticle);
                }
            );

    [Fact]
    public void A_quote_with_one_altered_letter_is_near_to_the_passage_that_it_was_taken_from()
    {
        const string text =
            "At noon the Albatross left the slip, and the band played on the quay until the tide turned and the lamps were lit in the harbour.";
        var quotes = QuoteMatcher.Of(Body(text));
        for (var from = 0; from + 40 <= text.Length; from++)
        {
            for (var at = 0; at < 40; at++)
            {
                var quote = text.Substring(from, 40).Remove(at, 1).Insert(at, "q").Trim();
                var near = Assert.IsType<NearPassage>(quotes.FindNearest(quote));
                Assert.Equal(1, near.Line);
                // Except for a blank, which was not part of a word, and halves of words at the ends.
                Assert.Contains(near.Text.Split(' ')[^1], text[from..], StringComparison.Ordinal);
                Assert.True(
                    near.WordOfQuote.Contains('q', StringComparison.Ordinal)
                        || at == 0
                        || text[from + at - 1] == ' '
                        || text[from + at] == ' ',
                    $"{quote}: {near}"
                );
            }
        }
    }

    /// <summary>Two paragraphs over five lines, from line 7 of the file on; the ship has two UTF-16 units.</summary>
    private const string Log =
        "At noon 🚢 the Albatross left;\nthe band played on.\n\nAt night the band, tired,\nplayed on – “for the tide”, they said.";

    private static ArticleBody Logbook { get; } =
        new(Log, "", new([0, Log.IndexOf("At night", StringComparison.Ordinal)]), 7);

    private static int At(string passage) =>
        Log.EnumerateRunes().Count() - Log[Log.IndexOf(passage, StringComparison.Ordinal)..].EnumerateRunes().Count();

    [Theory]
    [InlineData("At noon", null, null, "At noon", 1)]
    [InlineData("the Albatross", null, null, "the Albatross", 1)]
    [InlineData("🚢 the", null, null, "🚢 the", 1)]
    [InlineData("left; the\n  band", null, null, "left;\nthe band", 1)]
    [InlineData("\"for the tide\"", null, null, "“for the tide”", 2)]
    [InlineData("on - 'for", null, null, "on – “for", 2)]
    [InlineData("they said.", null, null, "they said.", 2)]
    [InlineData("At night", null, null, "At night", 2)]
    [InlineData("  At night ", null, null, "At night", 2)]
    [InlineData("At", null, "night", "At night", 2)]
    [InlineData("At", null, "noon", "At", 1)]
    [InlineData("band", "left; the", null, "band", 1)]
    [InlineData("band", "night the", ", tired", "band,", 2)]
    [InlineData("played on", "tired, ", null, "played on –", 2)]
    [InlineData("played on", null, ".", "played on.", 1)]
    public void A_quote_is_the_passage_that_stands_between_its_prefix_and_its_suffix(
        string quote,
        string? prefix,
        string? suffix,
        string passage,
        int paragraph
    )
    {
        var found = QuoteMatcher.Of(Logbook).Find(quote, prefix, suffix, out var count, out var lines);

        Assert.Equal(1, count);
        Assert.Empty(lines);
        Assert.NotNull(found);
        Assert.StartsWith(found.Text!, passage, StringComparison.Ordinal);
        Assert.Equal(
            (paragraph, At(passage), At(passage) + found.Text!.EnumerateRunes().Count()),
            (found.Paragraph, found.Start, found.End)
        );
    }

    [Theory]
    [InlineData("", null, null, 0, "")]
    [InlineData(" ", null, null, 0, "")]
    [InlineData("albatross", null, null, 0, "")]
    [InlineData("played on", null, null, 2, "8 11")]
    [InlineData("the", null, null, 5, "7 8 10 11")]
    [InlineData("At", "noon", null, 0, "")]
    [InlineData("At", "x", null, 0, "")]
    [InlineData("At noon", null, "x", 0, "")]
    [InlineData("said.", null, "x", 0, "")]
    [InlineData("the", "At noon 🚢 the Albatross left; x", null, 0, "")]
    public void A_quote_that_stands_nowhere_or_in_several_places_is_no_passage(
        string quote,
        string? prefix,
        string? suffix,
        int count,
        string lines
    )
    {
        Assert.Null(QuoteMatcher.Of(Logbook).Find(quote, prefix, suffix, out var found, out var at));

        Assert.Equal((count, lines), (found, string.Join(' ', at)));
    }

    [Fact]
    public void Of_a_quote_that_stands_everywhere_the_first_ten_places_are_told()
    {
        var body = new ArticleBody(string.Join('\n', Enumerable.Repeat("ha", 30)), "", new([0]), 1);

        Assert.Null(QuoteMatcher.Of(body).Find("ha", null, null, out var count, out var lines));
        Assert.Equal(30, count);
        Assert.Equal(Enumerable.Range(1, 10), lines);
    }

    [Theory]
    [InlineData("the Albatross left the band", 7, "the Albatross left; the band")]
    [InlineData("for the tide they said", 11, "for the tide”, they said")]
    [InlineData("At, noon!", 7, "At noon")]
    [InlineData("band tired", 10, "band, tired")]
    public void A_quote_with_other_punctuation_is_near_to_the_passage_that_has_its_letters(
        string quote,
        int line,
        string passage
    ) => Assert.Equal(new NearPassage(line, passage, "", ""), QuoteMatcher.Of(Logbook).FindLetters(quote));

    [Theory]
    [InlineData("")]
    [InlineData("—!")]
    [InlineData("the Albatros left")]
    public void A_quote_of_other_letters_is_not(string quote) =>
        Assert.Null(QuoteMatcher.Of(Logbook).FindLetters(quote));

    [Theory]
    [InlineData("the Albatros left;", 7, "Albatros", "Albatross")]
    [InlineData("At night a band, tired", 10, "a", "the")]
    [InlineData("they said. Nobody", 11, "Nobody", "")]
    [InlineData("played on – “for the tide” she said", 11, "tide'", "tide',")]
    public void The_first_word_that_differs_is_shown_of_both(
        string quote,
        int line,
        string wordOfQuote,
        string wordOfArticle
    )
    {
        var near = Assert.IsType<NearPassage>(QuoteMatcher.Of(Logbook).FindNearest(quote));

        Assert.Equal((line, wordOfQuote, wordOfArticle), (near.Line, near.WordOfQuote, near.WordOfArticle));
    }

    [Fact]
    public void A_long_passage_and_a_long_word_are_shown_in_part_and_no_character_by_half()
    {
        var word = string.Concat(Enumerable.Repeat("🚢", 100));
        var body = new ArticleBody("start " + word + " end of the line", "", new([0]), 1);

        var letters = Assert.IsType<NearPassage>(
            QuoteMatcher
                .Of(new ArticleBody("so: " + string.Concat(Enumerable.Repeat("word, ", 40)), "", new([0]), 1))
                .FindLetters(string.Concat(Enumerable.Repeat("word", 40)))
        );
        Assert.Equal(string.Concat(Enumerable.Repeat("word, ", 20)).TrimEnd() + "…", letters.Text);
        var near = Assert.IsType<NearPassage>(
            QuoteMatcher
                .Of(body)
                .FindNearest(
                    "start "
                        + string.Concat(Enumerable.Repeat("🚢", 50))
                        + "x"
                        + string.Concat(Enumerable.Repeat("🚢", 49))
                        + " end of the line"
                )
        );
        Assert.All(
            new[] { near.Text, near.WordOfQuote, near.WordOfArticle },
            shown => Assert.Equal(shown, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(shown)))
        );
        Assert.InRange(near.WordOfQuote.Length, 20, 48);
        Assert.Contains('x', near.WordOfQuote);
        Assert.InRange(near.WordOfArticle.Length, 20, 48);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("a🚢c", 3)]
    public void Characters_are_counted_in_code_points(string text, int count) =>
        Assert.Equal(count, CodePoints.Count(text));
}
