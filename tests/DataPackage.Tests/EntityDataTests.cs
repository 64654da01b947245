using DataPackage.Runtime;
using DataPackage.Xunit;
using global::Xunit.Abstractions;

namespace DataPackage.Tests;

/// <summary>The cases that DataPackage.Xunit makes. The tests of the samples check that a runner shows each and runs it
/// alone.</summary>
public class EntityDataTests
{
    [EntityTheory, EntityData<Person>]
    public void A_person_has_a_name_in_English(Person person) => Assert.NotNull(person.Name["en"]);

    /// <summary>The parameter of a test can be a common interface of kinds.</summary>
    [EntityTheory, EntityData<Person>, EntityData<Organization>]
    public void Whoever_acts_is_found_by_name(IAgent agent) =>
        Assert.Contains(agent, Organizations.FindAll(agent.Caption).Concat<IAgent>(Persons.FindAll(agent.Caption)));

    [
        EntityTheory,
        EntityData<Event>(nameof(Event.Type), EventType.Meeting),
        EntityData<Event>(nameof(Event.Type), EventType.Visit)
    ]
    public void Whoever_meets_or_visits_is_named(Event happening) => Assert.NotEmpty(happening.Participants);

    private static List<string> Cases<T>(EntityDataAttribute<T> attribute)
        where T : class, IEntity<T> =>
        [
            .. attribute
                .GetData(typeof(EntityDataTests).GetMethod(nameof(A_person_has_a_name_in_English))!)
                .Select(row => Assert.Single(row).ToString()!),
        ];

    [Fact]
    public void There_is_a_case_for_each_entity_named_by_its_id_in_the_order_of_ids() =>
        Assert.Equal(Persons.All.Select(person => person.Id), Cases(new EntityDataAttribute<Person>()));

    [Fact]
    public void Cases_are_those_that_have_a_value_or_have_it_in_a_list()
    {
        Assert.Equal(
            Ids(Events.All.Where(each => each.Status == EventStatus.Planned)),
            Cases(new EntityDataAttribute<Event>(nameof(Event.Status), EventStatus.Planned))
        );
        Assert.Equal(
            Ids(Events.All.Where(each => each.Place == Places.Washington)),
            Cases(new EntityDataAttribute<Event>(nameof(Event.Place), "washington"))
        );
        Assert.Equal(
            Ids(Events.All.Where(each => each.Participants.Contains(Persons.SergeyLavrov))),
            Cases(new EntityDataAttribute<Event>(nameof(Event.Participants), "sergey-lavrov"))
        );
        Assert.Equal(
            Ids(Events.All.Where(each => each.DurationInDays == 30)),
            Cases(new EntityDataAttribute<Event>(nameof(Event.DurationInDays), 30))
        );
        Assert.Equal(["istanbul-talks-2025"], Cases(new EntityDataAttribute<Event>(nameof(Event.Date), "2025-02-27")));
        Assert.Equal(
            Ids(Persons.All.Where(person => person.BirthDate is null)),
            Cases(new EntityDataAttribute<Person>(nameof(Person.BirthDate), null))
        );

        static IEnumerable<string> Ids(IEnumerable<IEntity> entities)
        {
            Assert.NotEmpty(entities);
            return entities.Select(entity => entity.Id);
        }
    }

    private static bool IsOfficial(IAgent agent) => agent is Person { Positions.Count: > 0 };

    [Fact]
    public void Cases_are_those_that_a_method_of_the_test_class_chooses() =>
        Assert.Equal(
            Persons.All.Where(IsOfficial).Select(person => person.Id),
            Cases(new EntityDataAttribute<Person> { Where = nameof(IsOfficial) })
        );

    [Fact]
    public void A_property_or_a_method_that_is_not_there_is_told()
    {
        Assert.Contains(
            "Person has no property 'Born'",
            Assert.Throws<ArgumentException>(() => new EntityDataAttribute<Person>("Born", null)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "'static bool IsNobody(Person)'",
            Assert
                .Throws<ArgumentException>(() => Cases(new EntityDataAttribute<Person> { Where = "IsNobody" }))
                .Message,
            StringComparison.Ordinal
        );
    }

    private static void WithoutEntityTheory(Person person) => Assert.NotNull(person);

    [Fact]
    public void A_plain_theory_over_entities_is_told_what_to_write() =>
        Assert.Equal(
            "Write [EntityTheory] in place of [Theory] above WithoutEntityTheory: [EntityData] needs it to make a case of each entity.",
            Assert
                .Throws<InvalidOperationException>(() =>
                    new EntityDataAttribute<Person>().GetData(((Action<Person>)WithoutEntityTheory).Method)
                )
                .Message
        );

    [Fact]
    public void A_case_survives_the_way_to_another_process_and_is_the_very_entity_there()
    {
        var there = new EntityCase<Person>();
        var way = new Way();

        new EntityCase<Person>(Persons.MarcFogel).Serialize(way);
        there.Deserialize(way);

        Assert.Same(Persons.MarcFogel, there.Entity);
        Assert.Equal("marc-fogel", there.ToString());
    }

    private sealed class Way : IXunitSerializationInfo
    {
        private readonly Dictionary<string, object> _values = [];

        public void AddValue(string key, object value, Type? type = null) => _values.Add(key, value);

        public object GetValue(string key, Type type) => _values[key];

        public T GetValue<T>(string key) => (T)_values[key];
    }

    [Fact]
    public void A_pick_is_the_same_whenever_and_wherever_it_is_made()
    {
        Assert.Same(Any.Of<Person>(1), Any.Of<Person>(1));
        // Another result would change the tests of every user.
        Assert.Equal(PickedOnce, Enumerable.Range(0, 6).Select(seed => Any.Of<Place>(seed).Id));
    }

    private static readonly string[] PickedOnce =
    [
        "middle-east",
        "middle-east",
        "moscow",
        "middle-east",
        "washington",
        "istanbul",
    ];

    [Fact]
    public void Seeds_reach_all_entities_about_equally_often()
    {
        var picks = Enumerable.Range(0, 1000).CountBy(seed => Any.Of<Person>(seed)).ToDictionary();

        Assert.Equal(Persons.All.Count, picks.Count);
        Assert.All(
            picks.Values,
            count => Assert.InRange(count, 1000 / Persons.All.Count / 2, 1000 / Persons.All.Count * 2)
        );
    }

    [Fact]
    public void A_pick_stays_where_others_leave()
    {
        var picked = Any.Of<Person>(3);

        Assert.Same(
            picked,
            Any.Of<Person>(3, person => person == picked || person.Id.Contains('k', StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Several_picks_differ_and_begin_with_the_single_one()
    {
        var several = Any.Several<Person>(4, seed: 5);

        Assert.Equal(4, several.Distinct().Count());
        Assert.Same(Any.Of<Person>(5), several[0]);
        Assert.Empty(Any.Several<Person>(0));
    }

    [Fact]
    public void Where_nothing_will_do_the_message_says_how_much_there_was()
    {
        Assert.Equal(
            "1 of kind Person were asked for, and 0 will do.",
            Assert.Throws<InvalidOperationException>(() => Any.Of<Person>(where: _ => false)).Message
        );
        Assert.Equal(
            "1000 of kind Person were asked for, and 7 are there.",
            Assert.Throws<InvalidOperationException>(() => Any.Several<Person>(1000)).Message
        );
    }

    [Fact]
    public void A_pick_can_be_varied_like_any_entity()
    {
        var picked = Any.Of<Person>(2);
        var renamed = picked with { Name = new LocalizedText("en", "Nobody") };

        Assert.Equal("Nobody", renamed.Caption);
        Assert.Equal(picked, renamed with { Name = picked.Name });
    }
}
