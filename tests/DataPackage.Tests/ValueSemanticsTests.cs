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
    public void Every_entity_prints_its_kind_and_id_in_a_few_lines_whatever_it_refers_to() =>
        Assert.All(
            ShippedData.Entities,
            entity =>
            {
                var printed = entity.ToString()!;
                Assert.StartsWith($"{entity.Kind} {{ Id = {entity.Id}", printed, StringComparison.Ordinal);
                Assert.True(printed.Length < 4000, $"{ShippedData.NameOf(entity)} prints {printed.Length} characters.");
            }
        );

    [Fact]
    public void An_entity_prints_those_that_it_refers_to_as_their_ids() =>
        Assert.Contains("Place = istanbul", Events.IstanbulTalks2025.ToString(), StringComparison.Ordinal);

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
