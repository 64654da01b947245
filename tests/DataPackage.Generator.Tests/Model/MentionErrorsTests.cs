namespace DataPackage.Generator.Tests.Model;

/// <summary>An article may list the entities that it mentions; the build accepts only those that the text
/// shows.</summary>
public class MentionErrorsTests
{
    private static Generated With(string mentions, string text = "Berta met Anna Lind in Paris.", string more = "") =>
        new SeedSet()
            .With(
                "schema/Person.yaml",
                "findBy: [name, aliases]\nproperties: { name: { type: text }, aliases: { type: text, cardinality: many } }"
            )
            .With("schema/Place.yaml", "caption: name\nproperties: { name: { type: text } }")
            .With(
                "persons.yaml",
                "anna: { name: Anna, aliases: [Anna Lind, Ann, Nan] }\nberta: { name: Berta }\nparis: { name: Paris Hill }\nnobody: {}\nlou: { name: Lou }"
            )
            .With("places.yaml", "paris: { name: Paris }\nlind: { name: Lind }\nluhe: { name: LOU }")
            .With("articles/day.md", $"---\ntitle: A day\nmentions: {mentions}\n{more}---\n{text}\n")
            .Generate();

    [Theory]
    [InlineData("[anna, berta, Place/paris]")]
    [InlineData("berta")]
    [InlineData("[]")]
    public void What_the_text_mentions_is_accepted(string mentions) => Assert.Empty(With(mentions).Texts);

    [Fact]
    public void An_entity_whose_names_are_not_in_the_text_is_an_error_at_its_id()
    {
        var generated = With("[berta, anna]", "Berta met Annas brother.");

        Assert.Equal(["articles/day.md(3,19): DP2015"], generated.Messages);
        Assert.Equal(
            "The article 'day' does not mention the person 'anna': the text has none of its names ('Anna', 'Anna Lind', 'Ann', \u2026) as words of their own; "
                + "another form of one is an alias that its seed can list",
            Assert.Single(generated.Texts)
        );
    }

    [Fact]
    public void A_name_that_a_longer_one_covers_or_that_is_written_otherwise_is_not_mentioned()
    {
        Assert.Equal(["articles/day.md(3,12): DP2015"], With("[lind]").Messages);
        Assert.Equal(["articles/day.md(3,12): DP2015"], With("[luhe]", "Lou left.").Messages);
        Assert.Equal(["articles/day.md(3,12): DP2015"], With("[nobody]").Messages);
    }

    [Fact]
    public void An_id_that_does_not_exist_or_that_several_kinds_have_is_an_error_at_it()
    {
        var generated = With("[bertha, paris]");

        Assert.Equal(["articles/day.md(3,12): DP2001", "articles/day.md(3,20): DP2003"], generated.Messages);
        Assert.Contains("There is no entity with the id 'bertha'; did you mean 'berta'?", generated.Texts);
    }

    [Fact]
    public void A_text_that_may_not_be_redistributed_is_looked_through_and_one_that_is_not_there_mentions_nobody()
    {
        Assert.Equal(
            ["articles/day.md(3,12): DP2015"],
            With("[anna]", "Berta left.", "redistribute: false\n").Messages
        );
        var generated = new SeedSet()
            .With("schema/Person.yaml", "caption: name\nproperties: { name: { type: text } }")
            .With("persons.yaml", "anna: { name: Anna }")
            .With("articles/day.yaml", "title: A day\nmentions: anna")
            .Generate();
        Assert.Equal(
            "The article 'day' does not mention the person 'anna': it has no text here",
            Assert.Single(generated.Texts)
        );
    }

    [Fact]
    public void Only_articles_mention_and_only_ids() =>
        Assert.Equal(
            ["articles/day.md(3,12): DP1004", "persons/carl.yaml(1,1): DP1002"],
            new SeedSet()
                .With("schema/Person.yaml", "properties: { name: { type: text } }")
                .With("persons/carl.yaml", "mentions: [carl]")
                .With("articles/day.md", "---\ntitle: A day\nmentions: [{ a: b }]\n---\nText\n")
                .Generate()
                .Messages
        );
}
