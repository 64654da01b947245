using System.Reflection;
using DataPackage.Runtime;
using DataPackage.Testing;

namespace DataPackage.Tests;

public class ReferenceTests
{
    [Fact]
    public void Every_reference_of_every_entity_leads_to_the_instance_that_its_catalog_has()
    {
        var catalogs = ShippedData.Entities.ToDictionary(entity => (entity.Kind, entity.Id));
        var references = ShippedData
            .Entities.SelectMany(
                entity => ShippedData.ValuesOf(entity),
                (entity, said) => (entity, said.Path, Target: said.Value as IEntity)
            )
            .Where(reference => reference.Target is not null)
            .ToList();

        Assert.True(
            references.Count > 2 * ShippedData.Entities.Count,
            "There are too few references for this test to mean anything."
        );
        Assert.All(
            references,
            reference =>
                Assert.True(
                    ReferenceEquals(
                        catalogs.GetValueOrDefault((reference.Target!.Kind, reference.Target.Id)),
                        reference.Target
                    ),
                    $"{ShippedData.NameOf(reference.entity)}: {reference.Path} leads to {ShippedData.NameOf(reference.Target)}, which is not the catalog's."
                )
        );
    }

    [Fact]
    public void Every_seed_of_an_entity_became_an_entity()
    {
        var seeds = Directory
            .GetDirectories(Repository.PathOf("seeds"))
            .Where(folder => Path.GetFileName(folder) is not ("schema" or "releases"))
            .SelectMany(Directory.GetFiles)
            .Select(Path.GetFileNameWithoutExtension)
            .Order(StringComparer.Ordinal);

        Assert.Equal(seeds, ShippedData.Entities.Select(entity => entity.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Whoever_takes_part_in_an_event_lists_it_among_their_own_events()
    {
        Assert.All(
            Events.All,
            happening =>
                Assert.All(happening.Participants, participant => Assert.Contains(happening, participant.Events))
        );
        Assert.All(
            Persons.All,
            person => Assert.All(person.Events, happening => Assert.Contains(person, happening.Participants))
        );
        Assert.All(
            Organizations.All,
            organization =>
                Assert.All(organization.Events, happening => Assert.Contains(organization, happening.Participants))
        );
    }

    [Fact]
    public void A_place_lists_exactly_the_events_that_took_place_there() =>
        Assert.All(
            Places.All,
            place => Assert.Equal(Events.All.Where(happening => happening.Place == place), place.Events)
        );

    [Fact]
    public void A_larger_event_lists_exactly_its_parts() =>
        Assert.All(
            Events.All,
            whole => Assert.Equal(Events.All.Where(part => part.SuperEvent == whole), whole.SubEvents)
        );

    [Fact]
    public void A_speaker_lists_exactly_their_own_statements()
    {
        Assert.All(
            Persons.All,
            person =>
                Assert.Equal(Statements.All.Where(statement => person.Equals(statement.Speaker)), person.Statements)
        );
        Assert.NotEmpty(Persons.KirillDmitriev.Statements);
    }

    [Fact]
    public void Lavrov_reaches_his_announcement_of_the_second_round_through_the_declared_reverse()
    {
        Assert.Contains(Events.LavrovAnnouncement2025, Persons.SergeyLavrov.Events);
        Assert.Contains(Persons.SergeyLavrov, Events.LavrovAnnouncement2025.Participants);
    }

    [Fact]
    public void The_figure_of_324_billion_dollars_is_money_in_a_statement_by_Dmitriev_and_not_a_fact_of_its_own()
    {
        var statement = Assert.Single(Statements.All, statement => statement.Amount is not null);

        Assert.Equal(new Money(324_000_000_000m, "USD"), statement.Amount);
        Assert.Same(Persons.KirillDmitriev, statement.Speaker);
        Assert.Equal(StatementType.Claim, statement.Type);
        Assert.Contains(statement, Persons.KirillDmitriev.Statements);
    }

    [Fact]
    public void Every_kind_orders_its_entities_by_id_and_no_culture_has_a_say_in_it() =>
        Assert.All(
            ShippedData.Kinds,
            kind =>
            {
                var ids = ShippedData.AllOf(kind).Select(entity => entity.Id).ToList();
                Assert.NotEmpty(ids);
                Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
            }
        );

    [Fact]
    public void Every_list_of_references_on_the_other_side_is_ordered_by_id() =>
        Assert.All(
            ShippedData.Entities,
            entity =>
            {
                foreach (
                    var reverse in entity
                        .GetType()
                        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                        .Where(property => !property.CanWrite)
                )
                    if (reverse.GetValue(entity) is IEnumerable<IEntity> listed)
                        Assert.Equal(
                            listed.Select(item => item.Id).Order(StringComparer.Ordinal),
                            listed.Select(item => item.Id)
                        );
            }
        );

    [Fact]
    public void The_accessors_that_the_documentation_and_the_first_users_rely_on_exist()
    {
        Assert.Equal(
            [
                "donald-trump",
                "joe-biden",
                "kirill-dmitriev",
                "marc-fogel",
                "sergey-lavrov",
                "steve-witkoff",
                "vladimir-putin",
            ],
            new[]
            {
                Persons.DonaldTrump,
                Persons.JoeBiden,
                Persons.KirillDmitriev,
                Persons.MarcFogel,
                Persons.SergeyLavrov,
                Persons.SteveWitkoff,
                Persons.VladimirPutin,
            }.Select(person => person.Id)
        );
        Assert.Equal("istanbul-talks-2025", Events.IstanbulTalks2025.Id);
        Assert.Equal("dmitriev-washington-visit-2025", Events.DmitrievWashingtonVisit2025.Id);
        Assert.Equal("istanbul", Places.Istanbul.Id);
        Assert.Equal("dmitriev-in-washington", Articles.DmitrievInWashington.Id);
    }
}
