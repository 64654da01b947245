using DataPackage.Tool.Sessions;
using DataPackage.Tool.Tests.Verbs;

namespace DataPackage.Tool.Tests.Edits;

/// <summary>What <c>merge</c> adds, keeps and refuses.</summary>
public class MergeTests
{
    private const string Schema = """
        properties:
          name: { type: text, description: Her name. }
          crew: { key: crew_size, type: integer, description: How many sail on her. }

        """;

    private const string Cited = "citations:\n  - article: log\n    quote: Alby and Boreas\n";

    private const string CitedInOne = "citations: { article: log, quote: a crew of nine }\n";

    private static TempFolder Ships(string stays, string goes) =>
        new TempFolder()
            .With("seeds/schema/Ship.yaml", Schema)
            .With("seeds/articles/log.md", Fleet.Log)
            .With("seeds/ships/a.yaml", stays)
            .With("seeds/ships/b.yaml", goes);

    [Theory]
    [InlineData(Cited, CitedInOne, "the citations are written in a way that cannot be edited: add them by hand")]
    [InlineData(CitedInOne, Cited, "the citations are written in a way that cannot be edited: add them by hand")]
    [InlineData("crew_size: 4\n", "crew_size: { value: , state: unknown }\n", "both state different values of crew")]
    [InlineData("crew_size: { value: , state: unknown }\n", "crew_size: 4\n", "both state different values of crew")]
    [InlineData("crew_size: 4\n", "crew_size: { value: 4, note: counted }\n", "both state different values of crew")]
    public void What_would_be_lost_is_refused(string stays, string goes, string message)
    {
        using var folder = Ships(stays, goes);
        Assert.Equal("", folder.Run("check").Fine());
        var before = folder.Files();

        var run = folder.Run("merge", "b", "a", "--apply");

        Assert.Equal((ExitCode.Findings, ""), (run.ExitCode, run.Output));
        TextAssert.Has("datapackage: " + message, run.Errors);
        Assert.Equal(before, folder.Files());
    }

    [Fact]
    public void A_value_of_which_the_other_says_more_is_no_conflict()
    {
        using var folder = Ships("crew_size: { value: 4, note: counted }\n", "crew_size: 4\n");

        folder.Run("merge", "b", "a", "--apply").Fine();

        Assert.Equal("formerIds: [b]\ncrew_size: { value: 4, note: counted }\n", folder.Text("seeds/ships/a.yaml"));
    }

    [Fact]
    public void A_citation_of_a_lost_value_goes_whether_it_says_the_name_or_the_key()
    {
        const string cited = "citations:\n  - article: log\n    quote: a crew of {0}\n    for: {1}\n";
        string Ship(int crew, string quote, string key) =>
            $"crew_size: {crew}\n"
            + cited.Replace("{0}", quote, StringComparison.Ordinal).Replace("{1}", key, StringComparison.Ordinal);
        foreach (var named in new[] { "crew", "crew_size", "[crew_size]" })
        {
            using var folder = Ships(Ship(40, "forty", "crew"), Ship(9, "nine", named));

            folder.Run("merge", "b", "a", "--keep", "--apply").Fine();

            Assert.Equal("formerIds: [b]\n" + Ship(40, "forty", "crew"), folder.Text("seeds/ships/a.yaml"));
        }
    }

    [Fact]
    public void What_follows_the_last_entity_of_a_file_stays()
    {
        using var folder = new TempFolder()
            .With("seeds/schema/Ship.yaml", Schema)
            .With("seeds/datapackage.yaml", "kinds: { Ship: { source: fleet.yaml, items: ships } }\n")
            .With("seeds/fleet.yaml", "ships:\n  a: { name: A }\n  b:\n    name: B\n\n# about the rest\nmeta: x\n");

        folder.Run("merge", "b", "a", "--keep", "--apply").Fine();

        Assert.Equal(
            "ships:\n  a: { formerIds: [b], name: A }\n\n# about the rest\nmeta: x\n",
            folder.Text("seeds/fleet.yaml")
        );
    }
}
