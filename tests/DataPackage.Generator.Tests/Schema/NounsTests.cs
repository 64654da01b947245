using DataPackage.Shared.Text;

namespace DataPackage.Generator.Tests.Schema;

public class NounsTests
{
    [Theory]
    [InlineData("a ship")]
    [InlineData("an article")]
    [InlineData("an event")]
    [InlineData("an organization")]
    [InlineData("an umbrella")]
    [InlineData("an unknown")]
    [InlineData("a university")]
    [InlineData("a user")]
    [InlineData("a european")]
    [InlineData("a house")]
    [InlineData("an hour")]
    [InlineData("a one-off")]
    [InlineData("an oneiric")]
    [InlineData("a человек")]
    public void A_noun_has_the_article_that_it_is_spoken_with(string expected) =>
        Assert.Equal(expected, Nouns.WithArticle(expected.Split(' ')[1]));
}
