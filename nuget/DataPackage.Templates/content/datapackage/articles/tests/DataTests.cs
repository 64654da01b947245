using DataPackage.Xunit;
using FleetNamespace;

public class DataTests
{
    [EntityTheory, EntityData<Event>]
    public void Every_event_has_a_citation(Event happening) => Assert.NotEmpty(happening.Citations);

    [Fact]
    public void Ann_Miller_opened_the_harbour() => Assert.Contains(Events.HarbourOpening2024, Persons.AnnMiller.Events);
}
