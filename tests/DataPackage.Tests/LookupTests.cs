using System.Globalization;
using DataPackage.Runtime;

namespace DataPackage.Tests;

public class LookupTests
{
    [Fact]
    public void Every_entity_is_the_same_instance_by_accessor_by_id_and_in_the_list_of_all()
    {
        var accessors = ShippedData.AccessorsIn(ShippedData.Assembly);

        Assert.Equal(ShippedData.Entities.Count, accessors.Count);
        Assert.All(
            accessors,
            accessor => Assert.Single(ShippedData.Entities, entity => ReferenceEquals(entity, accessor.GetValue(null)))
        );
        Assert.All(Persons.All, person => Assert.Same(person, Persons.Get(person.Id)));
        Assert.All(Events.All, happening => Assert.Same(happening, Get<Event>(happening.Id)));
    }

    [Fact]
    public void A_group_has_the_very_entities_of_the_catalog_that_have_its_value()
    {
        Assert.Equal(Events.All.Where(each => each.Type == EventType.Talks), Events.ByType.Talks.All);
        Assert.Same(Events.IstanbulTalks2025, Events.ByType.Talks.IstanbulTalks2025);
        Assert.Equal(Events.All.Where(each => each.Date.Earliest?.Year == 2025), Events.ByDate.In2025.All);
    }

    [Fact]
    public void A_misspelled_id_is_answered_with_the_nearest_one()
    {
        var get = Assert.Throws<KeyNotFoundException>(() => Persons.Get("kiril-dmitriev"));
        var parse = Assert.Throws<FormatException>(() => Person.Parse("kiril-dmitriev", null));

        Assert.Equal("There is no Person with the id 'kiril-dmitriev'. Did you mean 'kirill-dmitriev'?", get.Message);
        Assert.Equal(get.Message, parse.Message);
    }

    [Fact]
    public void An_id_that_resembles_nothing_is_answered_without_a_guess() =>
        Assert.Equal(
            "There is no Person with the id 'zzzzzzzzzz'.",
            Assert.Throws<KeyNotFoundException>(() => Persons.Get("zzzzzzzzzz")).Message
        );

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("KIRILL-DMITRIEV")]
    [InlineData("kirill-dmitriev ")]
    public void An_id_is_taken_literally_and_trying_an_unknown_one_says_false_with_null(string? id)
    {
        Assert.False(Persons.TryGet(id, out var got));
        Assert.Null(got);
        Assert.False(Person.TryParse(id, null, out var parsed));
        Assert.Null(parsed);
    }

    [Fact]
    public void Generic_code_looks_up_any_kind_and_parses_it_as_a_web_framework_would()
    {
        Assert.Same(Persons.KirillDmitriev, Get<Person>("kirill-dmitriev"));
        Assert.Same(Places.Istanbul, ParseAsFrameworkDoes<Place>("istanbul"));
        Assert.Same(Persons.KirillDmitriev, Person.Parse("kirill-dmitriev", CultureInfo.GetCultureInfo("tr-TR")));
        Assert.Equal("Person", ((IEntity)Persons.KirillDmitriev).Kind);
    }

    private static T Get<T>(string id)
        where T : class, IEntity<T> =>
        T.TryGet(id, out var entity) && ReferenceEquals(entity, T.Get(id))
            ? entity
            : throw new InvalidOperationException(id);

    private static T ParseAsFrameworkDoes<T>(string text)
        where T : IParsable<T> => T.Parse(text, null);
}
