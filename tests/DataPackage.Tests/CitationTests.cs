using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DataPackage.Runtime;

namespace DataPackage.Tests;

public class CitationTests
{
    [Fact]
    public void Whatever_is_not_an_article_names_at_least_one_passage_that_it_rests_on() =>
        Assert.All(ShippedData.Entities.Where(entity => entity is not IArticle), entity =>
            Assert.True(entity.Citations.Count > 0, $"{ShippedData.NameOf(entity)} has no citation."));

    [Fact]
    public void Every_quote_stands_in_its_article_exactly_where_the_citation_says_counted_in_code_points() =>
        AssertAllCitations((entity, citation) =>
        {
            var text = citation.Article.Text!.EnumerateRunes().ToArray();
            var passage = string.Concat(text[citation.Start..citation.End].Select(rune => rune.ToString()));
            Assert.True(citation.Quote == passage, $"{entity} quotes '{citation.Quote}', but there the article has '{passage}'.");
        });

    [Fact]
    public void Every_quote_starts_in_the_paragraph_that_the_citation_names() =>
        AssertAllCitations((entity, citation) =>
        {
            var paragraphs = citation.Article.Text!.Split("\n\n");
            var start = citation.Start;
            var number = 1;
            while (start >= CodePoints(paragraphs[number - 1]) + 2)
            {
                start -= CodePoints(paragraphs[number - 1]) + 2;
                number++;
            }

            Assert.True(citation.Paragraph == number, $"{entity} says paragraph {citation.Paragraph} for '{citation.Quote}', but it is paragraph {number}.");
        });

    [Fact]
    public void Every_citation_supports_properties_that_its_entity_has_and_states() =>
        AssertAllCitations((entity, citation) => Assert.All(citation.For, supported =>
        {
            var property = entity.Owner.GetType().GetProperty(char.ToUpper(supported[0], CultureInfo.InvariantCulture) + supported[1..]);
            Assert.True(property is not null, $"{entity} cites for '{supported}', which it has not.");
            Assert.True(property.GetValue(entity.Owner) is not null and not IReadOnlyCollection<object> { Count: 0 }, $"{entity} cites for '{supported}', which it does not state.");
        }));

    [Fact]
    public void The_articles_carry_the_fingerprint_of_the_text_that_they_carry() =>
        Assert.All(Articles.All, article =>
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(article.Text!))), article.Sha256));

    [Fact]
    public void The_texts_are_composed_with_line_feeds_between_paragraphs_so_that_positions_mean_the_same_everywhere() =>
        Assert.All(Articles.All, article =>
        {
            Assert.True(article.Text!.IsNormalized(NormalizationForm.FormC));
            Assert.DoesNotContain('\r', article.Text);
            Assert.DoesNotContain("\n\n\n", article.Text, StringComparison.Ordinal);
        });

    private static int CodePoints(string text) => text.EnumerateRunes().Count();

    private static void AssertAllCitations(Action<Citing, Citation> assert)
    {
        var citations = ShippedData.Entities.SelectMany(entity => entity.Citations, (entity, citation) => (new Citing(entity), citation)).ToList();
        Assert.NotEmpty(citations);
        Assert.All(citations, pair => assert(pair.Item1, pair.citation));
    }

    private sealed record Citing(IEntity Owner)
    {
        public override string ToString() => ShippedData.NameOf(Owner);
    }
}
