using DataPackage;
using DataPackage.Runtime;
using DataPackage.Xunit;
using Xunit;
using Xunit.Sdk;

public class EntityTests
{
    /// <summary>Must fail for one person.</summary>
    [EntityTheory, EntityData<Person>]
    public void Nobody_is_Marc_Fogel(Person person) => Assert.NotEqual("marc-fogel", person.Id);

    /// <summary>The parameter can be a common interface of kinds, and the theory one of xUnit.net itself.</summary>
    [Theory, EntityData<Person>, EntityData<Organization>]
    public void Whoever_acts_has_a_name(IAgent agent) => Assert.NotEmpty(agent.Caption);

    [Fact]
    public void An_entity_survives_the_way_to_another_process_and_is_the_very_entity_there() =>
        Assert.Same(
            Persons.MarcFogel,
            SerializationHelper.Instance.Deserialize(SerializationHelper.Instance.Serialize(Persons.MarcFogel))
        );

    [Fact]
    public void What_only_has_the_id_of_an_entity_stays_in_its_process()
    {
        Assert.True(SerializationHelper.Instance.IsSerializable(Persons.MarcFogel));
        Assert.False(
            SerializationHelper.Instance.IsSerializable(Persons.MarcFogel with { Name = new("en", "Nobody") })
        );
        Assert.False(SerializationHelper.Instance.IsSerializable(Persons.MarcFogel with { Id = "nobody" }));
    }

    [Fact]
    public void A_method_or_property_that_is_not_there_is_told()
    {
        var test = GetType().GetMethod(nameof(Nobody_is_Marc_Fogel))!;
        Assert.Contains(
            "'static bool IsNobody(Person)'",
            Assert
                .Throws<ArgumentException>(() =>
                    _ = new EntityDataAttribute<Person> { Where = "IsNobody" }.GetData(test, new DisposalTracker())
                )
                .Message
        );
    }
}
