using System.Text;
using CsCheck;
using DataPackage.Generator.Model;

namespace DataPackage.Generator.Tests.Model;

/// <summary>Any passage of any text is found where it is, and any other quote gets an answer that is true.</summary>
public class QuoteMatcherTests
{
    private static readonly string[] Pieces = ["a", "b", "c", "é", "e\u0301", "x\u0323", " ", "\n", "\u00A0", "\n\n", "'", "“", "–", "-", ".", ",", "日", "本", "🚢", "𝔸"];

    /// <summary>Few letters, so that much is alike; marks that are folded, blanks, accents that combine, and characters of two units.</summary>
    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 60].Select(string.Concat);

    private static ArticleBody Body(string text) => new(text.Normalize(), "", new([0]), 1);

    [Fact]
    public void A_passage_of_the_text_is_found_as_often_as_it_is_there_and_alone_exactly_where_it_is() =>
        Gen.Select(Texts, Gen.Int[0, 60], Gen.Int[1, 30]).Sample((text, from, length) =>
        {
            var body = Body(text);
            var runes = body.Text.EnumerateRunes().ToArray();
            var (start, end) = (Math.Min(from, runes.Length), Math.Min(from + length, runes.Length));
            while (start < end && Rune.IsWhiteSpace(runes[start])) start++;
            while (start < end && Rune.IsWhiteSpace(runes[end - 1])) end--;
            if (start == end) return;
            var quote = string.Concat(runes[start..end].Select(rune => rune.ToString()));

            var passage = body.Quotes.Find(quote, null, null, out var count, out _);

            Assert.True(count > 0, quote);
            Assert.Equal(count == 1, passage is not null);
            if (passage is not null) Assert.Equal((quote, start, end), (passage.Text, passage.Start, passage.End));
        });

    [Fact]
    public void What_is_called_near_is_in_the_text_and_the_words_that_are_shown_differ() =>
        Gen.Select(Texts, Texts).Sample((text, quote) =>
        {
            var body = Body(text);
            if (body.Quotes.Find(quote, null, null, out var count, out _) is not null || count > 0) return;

            var letters = body.Quotes.FindLetters(quote);
            var near = body.Quotes.FindNearest(quote);

            foreach (var passage in new[] { letters, near }.OfType<NearPassage>())
            {
                Assert.Contains(passage.Text.TrimEnd('…'), FoldedText.WithSingleBlanks(" " + body.Text), StringComparison.Ordinal);
                Assert.InRange(passage.Line, 1, 1 + body.Text.Count(c => c == '\n'));
                Assert.All(new[] { passage.Text, passage.WordOfQuote, passage.WordOfArticle }, shown => Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(shown))));
            }

            if (near is { } nearest) Assert.NotEqual(nearest.WordOfQuote, nearest.WordOfArticle);
        });

    [Fact]
    public void A_quote_with_one_altered_letter_is_near_to_the_passage_that_it_was_taken_from()
    {
        const string text = "At noon the Albatross left the slip, and the band played on the quay until the tide turned and the lamps were lit in the harbour.";
        var quotes = Body(text).Quotes;
        for (var from = 0; from + 40 <= text.Length; from++)
        {
            for (var at = 0; at < 40; at++)
            {
                var quote = text.Substring(from, 40).Remove(at, 1).Insert(at, "q").Trim();
                var near = Assert.IsType<NearPassage>(quotes.FindNearest(quote));
                Assert.Equal(1, near.Line);
                // But for a blank, which was no part of a word, and halves of words at the ends.
                Assert.Contains(near.Text.Split(' ')[^1], text[from..], StringComparison.Ordinal);
                Assert.True(near.WordOfQuote.Contains('q', StringComparison.Ordinal) || at == 0 || text[from + at - 1] == ' ' || text[from + at] == ' ', $"{quote}: {near}");
            }
        }
    }
}
