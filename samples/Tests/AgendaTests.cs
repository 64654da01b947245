using DataPackage;
using DataPackage.Xunit;
using Xunit;

public class AgendaTests
{
    [EntityTheory, EntityData<Event>]
    public void Every_event_has_a_name(Event happening) => Assert.NotEmpty(happening.Caption);

    // The property has that value, or its list contains it; entities by their ids.
    [EntityTheory, EntityData<Event>(nameof(Event.Participants), "russian-officials")]
    public void Every_meeting_has_a_place(Event meeting) => Assert.NotNull(meeting.Place);

    [EntityTheory, EntityData<Person>(Where = nameof(HasPosition))]
    public void Every_position_has_a_title(Person official) =>
        Assert.All(official.Positions, position => Assert.NotEmpty(position.Title.ToString()));

    private static bool HasPosition(Person person) => person.Positions.Count > 0;

    [Fact]
    public void Anybody_can_be_renamed()
    {
        var person = Any.Of<Person>(seed: 7); // always the same
        var renamed = person with { Name = new("en", "Nobody") };
        Assert.Equal("Nobody", renamed.Caption);
        Assert.Equal(person.Summary, renamed.Summary);
        Assert.Equal(3, Any.Several<Place>(3, where: place => place.Events.Count > 0).Distinct().Count());
    }
}
