using DataPackage;
using DataPackage.Runtime;
using NUnit.Framework;

public class AgendaTests
{
    private static IEnumerable<TestCaseData> AllEvents => Cases(Events.All);

    [TestCaseSource(nameof(AllEvents))]
    public void Every_event_has_a_name(Event happening) => Assert.That(happening.Caption, Is.Not.Empty);

    private static IEnumerable<TestCaseData> Officials =>
        Cases(Persons.All.Where(person => person.Positions.Count > 0));

    [TestCaseSource(nameof(Officials))]
    public void Every_position_has_a_title(Person official) =>
        Assert.That(official.Positions.Select(position => position.Title.ToString()), Has.None.Empty);

    private static IEnumerable<TestCaseData> Cases(IEnumerable<IEntity> entities) =>
        entities.Select(entity => new TestCaseData(entity).SetArgDisplayNames(entity.Id));
}
