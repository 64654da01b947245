using System.Globalization;
using DataPackage.Runtime;

namespace DataPackage.Tests;

/// <summary>The promises of the documentation to consumers, line by line.</summary>
public class UsageTests
{
    [Fact]
    public void The_talks_in_Istanbul_have_a_day_and_a_place()
    {
        Event talks = Events.IstanbulTalks2025;

        Assert.Equal(new DateOnly(2025, 2, 27), talks.Date.Earliest);
        Assert.Equal(new DateOnly(2025, 2, 27), talks.Date.Latest);
        Assert.True(talks.Place == Places.Istanbul);
        Assert.Contains(talks, Places.Istanbul.Events);
    }

    [Fact]
    public void An_age_of_49_leaves_two_years_of_birth_open()
    {
        var birth = Persons.KirillDmitriev.BirthDate!;

        Assert.True(birth.IsOneOf);
        Assert.Equal(new DateOnly(1975, 1, 1), birth.Earliest);
        Assert.Equal(new DateOnly(1976, 12, 31), birth.Latest);
    }

    [Fact]
    public void A_copy_with_one_other_value_differs_in_that_value_only_and_leaves_the_original_alone()
    {
        var test = Persons.KirillDmitriev with { BirthDate = EdtfDate.Parse("1975") };

        Assert.Equal("1975", test.BirthDate!.ToString());
        Assert.Equal("[1975,1976]", Persons.KirillDmitriev.BirthDate!.ToString());
        Assert.NotEqual(Persons.KirillDmitriev, test);
        Assert.Equal(Persons.KirillDmitriev, test with { BirthDate = Persons.KirillDmitriev.BirthDate });
        Assert.Equal(Persons.KirillDmitriev.Name, test.Name);
        Assert.Equal(Persons.KirillDmitriev.Events, test.Events);
    }

    [Fact]
    public void A_copy_can_take_a_value_away()
    {
        var test = Persons.KirillDmitriev with { BirthDate = null, Positions = [] };

        Assert.Null(test.BirthDate);
        Assert.Empty(test.Positions);
    }

    [Theory]
    [InlineData("Sergej W. Lawrow")]
    [InlineData("Sergey Lavrov")]
    [InlineData("SERGEJ LAWROW")]
    [InlineData("sergej w lawrow")]
    [InlineData("Сергей Лавров")]
    [InlineData("СЕРГЕЙ ЛАВРОВ")]
    [InlineData("Sérgèy Làvrov")]
    public void A_person_is_found_by_any_name_in_any_language_whatever_the_case_and_the_accents(string name) =>
        Assert.Same(Persons.SergeyLavrov, Persons.Find(name));

    [Theory]
    [InlineData("Sergey")]
    [InlineData("")]
    [InlineData("Lavrov, Sergey Somebody Else")]
    public void A_name_that_nobody_has_finds_nobody(string name)
    {
        Assert.Null(Persons.Find(name));
        Assert.Empty(Persons.FindAll(name));
    }

    [Fact]
    public void Every_person_and_place_is_found_by_each_of_their_names()
    {
        Assert.All(
            Persons.All,
            person => Assert.All(NamesOf(person), name => Assert.Contains(person, Persons.FindAll(name)))
        );
        Assert.All(
            Places.All,
            place => Assert.All(NamesOf(place), name => Assert.Contains(place, Places.FindAll(name)))
        );
    }

    [Fact]
    public void The_first_citation_of_Dmitriev_says_what_he_heads_and_where_that_is_written()
    {
        var citation = Persons.KirillDmitriev.Citations[0];

        Assert.Equal("Dmitriev, a Kremlin envoy, heads Russia's sovereign wealth fund", citation.Quote);
        Assert.Same(Articles.DmitrievInWashington, citation.Article);
        Assert.Equal(3, citation.Paragraph);
        Assert.Contains("summary", citation.For);
    }

    [Fact]
    public void A_name_is_shown_in_the_language_asked_for_and_in_English_otherwise()
    {
        var name = Persons.SergeyLavrov.Name;

        Assert.Equal("Sergey Lavrov", name.ToString());
        Assert.Equal("Sergej Lawrow", name.For(CultureInfo.GetCultureInfo("de-AT")));
        Assert.Equal("Сергей Лавров", name["ru"]);
        Assert.Equal("Sergey Lavrov", name.For(CultureInfo.GetCultureInfo("ja-JP")));
        Assert.Equal("Sergey Lavrov", Persons.SergeyLavrov.Caption);
    }

    private static IEnumerable<string> NamesOf(IThing thing) =>
        thing.Name.Languages.Select(language => thing.Name[language]!).Concat(thing.Aliases).Concat(thing.SearchForms);

    /// <summary>As binders of configuration do, which know no required properties.</summary>
    [Fact]
    public void An_entity_that_was_made_without_its_required_properties_says_so_when_one_is_read()
    {
        var person = Activator.CreateInstance<Person>();

        foreach (var read in new Func<object?>[] { () => person.Id, () => person.Name, () => person.Summary })
            Assert.Equal(
                "A required property is read of an entity that was created without it. If the entity comes from "
                    + "configuration or a request, state its id there, not a section or an object.",
                Assert.Throws<InvalidOperationException>(read).Message
            );
        Assert.Null(person.BirthDate);
        Assert.Empty(person.Positions);
    }
}
