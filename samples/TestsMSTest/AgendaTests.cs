using DataPackage;
using Microsoft.VisualStudio.TestTools.UnitTesting;

[TestClass]
public class AgendaTests
{
    public static IEnumerable<string> AllEvents => Events.All.Select(happening => happening.Id);

    [TestMethod, DynamicData(nameof(AllEvents))]
    public void Every_event_has_a_name(string id) => Assert.AreNotEqual("", Events.Get(id).Caption);

    public static IEnumerable<string> Officials =>
        Persons.All.Where(person => person.Positions.Count > 0).Select(person => person.Id);

    [TestMethod, DynamicData(nameof(Officials))]
    public void Every_position_has_a_title(string id) =>
        CollectionAssert.DoesNotContain(
            Persons.Get(id).Positions.Select(position => position.Title.ToString()).ToList(),
            ""
        );
}
