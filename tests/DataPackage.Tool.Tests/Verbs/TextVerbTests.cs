namespace DataPackage.Tool.Tests.Verbs;

/// <summary><c>quote</c>, <c>mentions</c> and <c>stats</c>.</summary>
public class TextVerbTests
{
    [Theory]
    [InlineData("Albatros has a crew", "cite:\n  article: log\n  quote: Albatros has a crew\n")]
    [InlineData("has a crew of nine", "cite:\n  article: log\n  quote: has a crew of nine\n")]
    [InlineData("a crew of", "cite:\n  article: log\n  quote: a crew of\n  suffix: forty.\n")]
    public void A_quote_is_written_as_a_citation_that_names_one_passage(string quote, string citation)
    {
        using var folder = Fleet.Make();

        Assert.Equal(citation, folder.Run("quote", "log", quote).Fine());
    }

    [Fact]
    public void What_is_written_can_be_pasted()
    {
        using var folder = Fleet.Make();

        var cite = folder.Run("quote", "log", "are sisters; a crew").Fine();
        folder.With(
            "seeds/ships/boreas.yaml",
            "name: Boreas\n" + cite.Replace("cite:", "citations:", StringComparison.Ordinal)
        );

        Assert.Equal("", folder.Run("check").Fine());
    }

    [Theory]
    [InlineData("log", "Albatros had a crew", "nearest, in line 7: Albatros has a crew")]
    [InlineData("lag", "x", "there is no article 'lag'; did you mean 'log'?")]
    public void What_is_not_found_is_a_finding(string article, string quote, string message)
    {
        using var folder = Fleet.Make();

        var run = folder.Run("quote", article, quote);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        TextAssert.Has(message, run.Errors);
    }

    [Fact]
    public void Entities_that_a_text_names_are_listed_with_their_places()
    {
        using var folder = Fleet.Make();

        folder.With("t.txt", "x\nSee: The log.\n\nBOREAS\nmet Alby");

        Assert.Equal(
            """
            line  column  entity         text
            2     6       Article/log    The log
            4     1       Ship/boreas    BOREAS
            5     5       Ship/albatros  Alby

            """,
            folder.Run("mentions", "t.txt").Fine()
        );
    }

    [Fact]
    public void Mentions_are_suggested_once_each_in_the_order_of_the_text()
    {
        using var folder = Fleet.Make();

        Assert.Equal(
            "mentions: [albatros, boreas]\n",
            folder.With("t.txt", "Alby, Boreas and Albatros.").Run("mentions", "t.txt", "--suggest").Fine()
        );
    }

    [Fact]
    public void Statistics_count_what_is_there_and_what_is_missing()
    {
        using var folder = Fleet.Make();

        var lines = folder.Run("stats").Fine().Split('\n');

        Assert.Equal("kind     entities  cited  values  cited values", lines[0]);
        Assert.Equal("Ship     2         50 %   9       22 %", lines[2]);
        Assert.Contains("  Ship.name: de in 1 of 2", lines);
    }
}
