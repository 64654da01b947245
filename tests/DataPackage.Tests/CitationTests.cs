using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using DataPackage.Runtime;

namespace DataPackage.Tests;

public class CitationTests
{
    [Fact]
    public void Whatever_is_not_an_article_names_at_least_one_passage_that_it_rests_on() =>
        Assert.All(
            ShippedData.Entities.Where(entity => entity is not IArticle),
            entity => Assert.True(entity.Citations.Count > 0, $"{ShippedData.NameOf(entity)} has no citation.")
        );

    [Fact]
    public void Every_quote_stands_in_its_article_exactly_where_the_citation_says_counted_in_code_points() =>
        AssertAllCitations(
            (entity, citation) =>
            {
                var text = citation.Article.Text!.EnumerateRunes().ToArray();
                var passage = string.Concat(text[citation.Start..citation.End].Select(rune => rune.ToString()));
                Assert.True(
                    citation.Quote == passage,
                    $"{entity} quotes '{citation.Quote}', but there the article has '{passage}'."
                );
            }
        );

    [Fact]
    public void Every_quote_starts_in_the_paragraph_that_the_citation_names() =>
        AssertAllCitations(
            (entity, citation) =>
            {
                var paragraphs = citation.Article.Text!.Split("\n\n");
                var start = citation.Start;
                var number = 1;
                while (start >= CodePoints(paragraphs[number - 1]) + 2)
                {
                    start -= CodePoints(paragraphs[number - 1]) + 2;
                    number++;
                }

                Assert.True(
                    citation.Paragraph == number,
                    $"{entity} says paragraph {citation.Paragraph} for '{citation.Quote}', but it is paragraph {number}."
                );
            }
        );

    [Fact]
    public void Every_citation_supports_values_that_its_entity_states() =>
        AssertAllCitations(
            (entity, citation) =>
                Assert.All(
                    citation.For,
                    supported =>
                        Assert.True(
                            entity
                                .Owner.GetFacts()
                                .Any(fact =>
                                    new Citation { Article = citation.Article, For = [supported] }.Supports(
                                        fact.Property
                                    )
                                ),
                            $"{entity} cites for '{supported}', which it does not state."
                        )
                )
        );

    [Fact]
    public void Facts_are_all_that_an_entity_says_of_itself_list_items_and_embedded_values_included() =>
        Assert.All(
            ShippedData.Entities,
            entity =>
            {
                var reverses = entity
                    .GetType()
                    .GetProperties()
                    .Where(property => property.SetMethod is null)
                    .Select(property => property.Name);
                var own = ShippedData
                    .ValuesOf(entity)
                    .Where(said =>
                        !reverses.Contains(said.Path.Split('.')[0]) && said.Path is not ("Id" or "Text" or "Sha256")
                    )
                    .Where(said =>
                        said.Value is IEntity
                        || said.Value.GetType().Assembly != ShippedData.Assembly
                        || said.Value.GetType().IsEnum
                    );

                Assert.NotEmpty(entity.GetFacts());
                Assert.Equal(
                    own.Select(said => (said.Path.ToLowerInvariant(), said.Value))
                        .OrderBy(said => said.Item1, StringComparer.Ordinal)
                        .ThenBy(said => said.Value.ToString(), StringComparer.Ordinal),
                    entity
                        .GetFacts()
                        .Select(fact => (Regex.Replace(fact.Property, @"\[\d+\]", "").ToLowerInvariant(), fact.Value))
                        .OrderBy(fact => fact.Item1, StringComparer.Ordinal)
                        .ThenBy(fact => fact.Value.ToString(), StringComparer.Ordinal)
                );
            }
        );

    [Fact]
    public void A_fact_names_its_value_and_the_passages_for_it_down_to_one_property_of_one_position()
    {
        var facts = Persons.KirillDmitriev.GetFacts();

        var title = facts.Single(fact => fact.Property == "positions[1].title");
        Assert.Equal("Special envoy of the president", title.Text);
        Assert.Equal(
            "is President Putin's special envoy for investment and economic cooperation",
            Assert.Single(title.Citations).Quote
        );
        Assert.Equal("kremlin", facts.Single(fact => fact.Property == "positions[1].organization").Text);
        Assert.Equal(
            ["studied at Stanford"],
            facts
                .Single(fact => fact.Property == "education[0].organization")
                .Citations.Select(citation => citation.Quote)
        );
        Assert.Equal("birthDate: [1975,1976]", facts.Single(fact => fact.Property == "birthDate").ToString());
        Assert.Equal(
            ["The former banker, who is 49"],
            facts.Single(fact => fact.Property == "birthDate").Citations.Select(citation => citation.Quote)
        );
        Assert.Empty(facts.Single(fact => fact.Property == "name").Citations);
    }

    [Theory]
    [InlineData("positions", "positions", true)]
    [InlineData("positions", "positions[0].title", true)]
    [InlineData("positions[1]", "positions[1].title", true)]
    [InlineData("positions[1]", "positions[10]", false)]
    [InlineData("positions[1]", "positions", false)]
    [InlineData("birth", "birthDate", false)]
    [InlineData("birthDate", nameof(Person.BirthDate), true)]
    [InlineData("positions", nameof(Person.Positions) + "[0].Title", true)]
    [InlineData("positions[0].title", "Positions[0].Title_", true)]
    [InlineData("birthDate", "BIRTHDATE", false)]
    [InlineData("names[en]", "Names[En]", false)]
    public void A_citation_supports_what_it_is_for_and_the_parts_of_that(string cited, string path, bool isSupported) =>
        Assert.Equal(
            isSupported,
            new Citation { Article = Articles.DmitrievInWashington, For = [cited] }.Supports(path)
        );

    [Fact]
    public void The_passages_for_one_property_are_one_call_away()
    {
        Assert.Equal(
            ["The former banker, who is 49"],
            Persons.KirillDmitriev.CitationsFor(nameof(Person.BirthDate)).Select(citation => citation.Quote)
        );
        Assert.Equal(
            Persons.KirillDmitriev.CitationsFor("positions[1].title"),
            ((IEntity)Persons.KirillDmitriev).CitationsFor("Positions[1].Title")
        );
        Assert.Empty(Persons.KirillDmitriev.CitationsFor(nameof(Person.Name)));
    }

    [Fact]
    public void A_citation_for_the_entity_as_such_supports_no_value_in_particular() =>
        Assert.False(new Citation { Article = Articles.DmitrievInWashington }.Supports("summary"));

    [Fact]
    public void A_text_in_two_languages_is_supported_by_an_article_in_each() =>
        Assert.All(
            Statements.All,
            statement =>
                Assert.Equal(
                    ["de", "en"],
                    statement
                        .GetFacts()
                        .Single(fact => fact.Property == "content")
                        .Citations.Select(citation => ((Article)citation.Article).Language)
                        .Distinct()
                        .Order(StringComparer.Ordinal)
                )
        );

    [Fact]
    public void The_facts_of_a_copy_are_those_that_the_copy_states()
    {
        var copy = Persons.KirillDmitriev with { BirthDate = null, Occupation = null };

        Assert.DoesNotContain(copy.GetFacts(), fact => fact.Property is "birthDate" or "occupation");
        Assert.Contains(Persons.KirillDmitriev.GetFacts(), fact => fact.Property == "birthDate");
    }

    [Fact]
    public void The_articles_carry_the_fingerprint_of_the_text_that_they_carry() =>
        Assert.All(
            Articles.All,
            article =>
                Assert.Equal(
                    Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(article.Text!))),
                    article.Sha256
                )
        );

    [Fact]
    public void The_texts_are_composed_with_line_feeds_between_paragraphs_so_that_positions_are_the_same_everywhere() =>
        Assert.All(
            Articles.All,
            article =>
            {
                Assert.True(article.Text!.IsNormalized(NormalizationForm.FormC));
                Assert.DoesNotContain('\r', article.Text);
                Assert.DoesNotContain("\n\n\n", article.Text, StringComparison.Ordinal);
            }
        );

    private static int CodePoints(string text) => text.EnumerateRunes().Count();

    private static void AssertAllCitations(Action<Citing, Citation> assert)
    {
        var citations = ShippedData
            .Entities.SelectMany(entity => entity.Citations, (entity, citation) => (new Citing(entity), citation))
            .ToList();
        Assert.NotEmpty(citations);
        Assert.All(citations, pair => assert(pair.Item1, pair.citation));
    }

    private sealed record Citing(IEntity Owner)
    {
        public override string ToString() => ShippedData.NameOf(Owner);
    }
}
