using DataPackage.Runtime;

namespace DataPackage.Tests;

/// <summary>The shipped data say what their article says, and what they say beyond it is marked.</summary>
public class TruthTests
{
    /// <summary>The properties of names, which identify and need no passage.</summary>
    private static readonly string[] Names = ["name", "aliases", "searchForms"];

    private static readonly List<(IEntity Entity, Fact Fact)> Facts =
    [
        .. ShippedData
            .Entities.Where(entity => entity is not IArticle)
            .SelectMany(entity => entity.GetFacts(), (entity, fact) => (entity, fact)),
    ];

    [Fact]
    public void What_is_stated_is_cited_and_only_names_are_based_on_nothing() =>
        Assert.All(
            Facts,
            said =>
                Assert.True(
                    said.Fact.Basis switch
                    {
                        ClaimBasis.Stated => said.Fact.Citations.Count > 0,
                        ClaimBasis.Inferred => said.Fact.Claim is { Note.Length: > 0 },
                        ClaimBasis.CommonKnowledge => said.Fact.Citations.Count == 0,
                        _ => Names.Contains(said.Fact.Property.Split('[')[0]),
                    },
                    $"{ShippedData.NameOf(said.Entity)}: {said.Fact} is {said.Fact.Basis}, and cites "
                        + $"{said.Fact.Citations.Count} passages."
                )
        );

    [Fact]
    public void At_most_a_tenth_of_all_values_is_common_knowledge()
    {
        var common = Facts.Count(said => said.Fact.Basis == ClaimBasis.CommonKnowledge);

        Assert.InRange(common, 1, Facts.Count / 10);
    }

    /// <summary>The article gives no year, and of most days only the day of the week.</summary>
    [Fact]
    public void No_date_is_called_stated() =>
        Assert.All(
            Facts.Where(said => said.Fact.Value is EdtfDate),
            said => Assert.Equal(ClaimBasis.Inferred, said.Fact.Basis)
        );

    [Fact]
    public void Articles_say_what_they_are_drawn_from_and_that_its_day_is_uncertain() =>
        Assert.All(
            Articles.All,
            article =>
            {
                Assert.Equal(["de", "en"], article.Provenance!.Languages.Order(StringComparer.Ordinal));
                Assert.True(article.SourceDate!.IsUncertain);
                Assert.All(
                    article.DateReadings,
                    reading => Assert.Contains(reading.Words, article.Text!, StringComparison.Ordinal)
                );
            }
        );

    [Fact]
    public void Whoever_has_a_role_in_an_event_is_named_by_it_otherwise_too() =>
        Assert.All(
            Events.All,
            happening =>
                Assert.All(
                    happening.Roles,
                    role =>
                        Assert.Contains(
                            role.Agent,
                            (IEnumerable<IEntity>)
                                [
                                    .. happening.Participants,
                                    .. happening.Countries,
                                    .. happening.About,
                                    .. happening.Omits,
                                ]
                        )
                )
        );

    [Fact]
    public void The_ceasefire_has_two_who_proposed_it_and_one_who_rejected_it() =>
        Assert.Equal(
            ["Proposer donald-trump", "Proposer ukraine", "Rejecter vladimir-putin"],
            Events.CeasefireProposal.Roles.Select(role => $"{role.Role} {role.Agent.Id}")
        );

    [Fact]
    public void A_relationship_that_is_only_stated_names_the_statement_and_who_made_it() =>
        Assert.All(
            Relationships.All,
            each =>
            {
                Assert.Equal(each.Status == RelationshipStatus.Stated, each.Statement is not null);
                Assert.Equal(each.Statement?.Speaker, each.StatedBy);
            }
        );

    [Fact]
    public void Words_that_are_marked_as_direct_speech_are_quoted_in_both_articles() =>
        Assert.All(
            Statements.All.Where(statement => statement.Quotation is not null),
            statement =>
            {
                Assert.NotEqual(StatementSpeech.Indirect, statement.Speech);
                foreach (var article in Articles.All)
                foreach (var words in statement.Quotation![article.Language]!.Split(" … "))
                    Assert.Matches($"[\"„]{words}[\"“]", article.Text!);
            }
        );

    [Fact]
    public void An_assessment_of_the_article_keeps_how_strongly_it_is_put() =>
        Assert.All(
            Statements.All,
            statement =>
            {
                Assert.Equal(statement.Type == StatementType.Assessment, statement.Modality is not null);
                Assert.Equal(statement.Type == StatementType.Assessment, statement.Speaker is null);
            }
        );
}
