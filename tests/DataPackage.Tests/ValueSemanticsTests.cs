using System.Reflection;
using DataPackage.Runtime;

namespace DataPackage.Tests;

/// <summary>Persons list events, and events list persons: code that follows references would never return.</summary>
public class ValueSemanticsTests
{
    [Fact]
    public void The_data_are_cyclic_or_the_tests_below_would_prove_nothing()
    {
        Assert.Contains(
            Persons.SergeyLavrov.Events,
            happening => happening.Participants.Contains(Persons.SergeyLavrov)
        );
        Assert.Contains(Events.All, whole => whole.SubEvents.Any(part => part.SuperEvent == whole));
    }

    [Fact]
    public void Every_entity_equals_its_copy_and_has_the_same_hash_code() =>
        Assert.All(
            ShippedData.Entities,
            entity =>
            {
                var copy = CopyOf(entity);
                Assert.NotSame(entity, copy);
                Assert.True(entity.Equals(copy) && copy.Equals(entity), ShippedData.NameOf(entity));
                Assert.Equal(entity.GetHashCode(), copy.GetHashCode());
            }
        );

    [Fact]
    public void No_two_entities_are_equal() =>
        Assert.Equal(ShippedData.Entities.Count, ShippedData.Entities.Distinct().Count());

    [Fact]
    public void Every_entity_is_written_for_people_as_its_caption_and_id() =>
        Assert.All(ShippedData.Entities, entity => Assert.Equal($"{entity.Caption} ({entity.Id})", entity.ToString()));

    [Fact]
    public void A_format_chooses_caption_id_or_all_values()
    {
        var person = Persons.KirillDmitriev;

        Assert.Equal("Kirill Dmitriev", person.ToString("C"));
        Assert.Equal("kirill-dmitriev", person.ToString("I"));
        Assert.Equal("Kirill Dmitriev (kirill-dmitriev)", person.ToString("G"));
        Assert.Equal([person.ToString(), person.ToString()], [person.ToString(""), person.ToString(null)]);
        Assert.Equal(
            "An entity has no format 'X'. It has 'G' (caption and id), 'C' (caption), 'I' (id) and 'F' (id and all "
                + "values).",
            Assert.Throws<FormatException>(() => person.ToString("X")).Message
        );
    }

    [Fact]
    public void Every_entity_lists_its_id_and_values_in_a_few_lines_whatever_it_refers_to() =>
        Assert.All(
            ShippedData.Entities,
            entity =>
            {
                var printed = entity.ToString("F");
                Assert.StartsWith($"{entity.Kind} {{ Id = {entity.Id}, ", printed, StringComparison.Ordinal);
                Assert.EndsWith(" }", printed, StringComparison.Ordinal);
                Assert.True(printed.Length < 4000, $"{ShippedData.NameOf(entity)} prints {printed.Length} characters.");
            }
        );

    [Fact]
    public void An_entity_lists_those_that_it_refers_to_as_their_ids() =>
        Assert.Contains("Place = istanbul", Events.IstanbulTalks2025.ToString("F"), StringComparison.Ordinal);

    /// <summary>The compiler warns of a comparison by reference, and warnings are errors here.</summary>
    [Fact]
    public void An_entity_is_compared_with_a_property_of_an_interface_type_by_value()
    {
        IAgent participant = Persons.SergeyLavrov;
        IEntity? nobody = null;
        var copy = Persons.SergeyLavrov with { };

        Assert.True(Events.IstanbulTalks2025.Citations[0].Article == Articles.DmitrievInWashington);
        Assert.True(participant == Persons.SergeyLavrov && Persons.SergeyLavrov == participant);
        Assert.True(participant == copy && copy == participant && copy == Persons.SergeyLavrov);
        Assert.True(participant != Persons.VladimirPutin && Persons.VladimirPutin != participant);
        Assert.True(participant != Places.Russia && Places.Russia != participant);
        Assert.False(nobody == copy || copy == nobody || copy == null || null == copy || copy == default);
        Assert.True((Person?)null == nobody && nobody == (Person?)null);
    }

    [Fact]
    public void An_embedded_value_that_refers_back_to_persons_ends_too()
    {
        var position = Persons.KirillDmitriev.Positions.Single(position => position.OnBehalfOf is not null);

        Assert.Same(Persons.VladimirPutin, position.OnBehalfOf);
        Assert.Equal(position, position with { });
        Assert.Equal(position.GetHashCode(), (position with { }).GetHashCode());
        Assert.Contains("vladimir-putin", position.ToString(), StringComparison.Ordinal);
    }

    /// <summary>The method to which <c>entity with { }</c> compiles.</summary>
    private static IEntity CopyOf(IEntity entity) =>
        (IEntity)
            entity.GetType().GetMethod("<Clone>$", BindingFlags.Public | BindingFlags.Instance)!.Invoke(entity, null)!;
}
