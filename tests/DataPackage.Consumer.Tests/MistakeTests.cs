namespace DataPackage.Consumer.Tests;

/// <summary>Each of these mistakes fails a real build once, at the exact word. The compiler adds no errors, because the
/// good entities remain.</summary>
[Collection(Packages.Name)]
public class MistakeTests : IDisposable
{
    /// <summary>Marks the word to which the build must point; not part of the seed.</summary>
    private const char Here = '^';

    private readonly Strangers _strangers;
    private readonly List<string> _added = [];

    public MistakeTests(Strangers strangers)
    {
        _strangers = strangers;
        if (!Directory.Exists(Path.Combine(strangers.Folder("Mistakes"), "obj")))
            Assert.Empty(strangers.ErrorsOf("Mistakes"));
    }

    [Fact]
    public void Malformed_yaml() =>
        AssertFails(
            "DP0002",
            "not well-formed",
            "paintings/dusk.yaml",
            """
            name: Dusk
            year: ^"1902
            """
        );

    [Fact]
    public void An_unknown_property() =>
        AssertFails(
            "DP1002",
            "did you mean 'painter'?",
            "paintings/dusk.yaml",
            """
            name: Dusk
            ^paintr: ada-lund
            """
        );

    [Fact]
    public void A_required_property_that_is_missing() =>
        AssertFails(
            "DP1003",
            "lacks the required property 'name'",
            "paintings/dusk.yaml",
            """
            ^year: 1902
            """
        );

    [Fact]
    public void A_value_of_the_wrong_type() =>
        AssertFails(
            "DP1004",
            "'year' takes",
            "paintings/dusk.yaml",
            """
            name: Dusk
            year: ^about 1902
            """
        );

    [Fact]
    public void A_reference_to_nobody() =>
        AssertFails(
            "DP2001",
            "did you mean 'ada-lund'?",
            "paintings/dusk.yaml",
            """
            name: Dusk
            painter: ^ada-lundt
            """
        );

    [Fact]
    public void An_id_that_another_file_has_already() =>
        AssertFails(
            "DP4001",
            "ada-lund.yaml",
            "painters.yaml",
            """
            ole-brandt: { name: Ole Brandt }
            ^ada-lund: { name: Ada Lund the Younger }
            """
        );

    [Fact]
    public void An_id_that_gives_the_same_accessor_as_another() =>
        AssertFails(
            "DP4003",
            "csharpName",
            "paintings.yaml",
            """
            room-1: { name: A room }
            ^room1: { name: Another room }
            """
        );

    [Fact]
    public void A_quote_that_the_article_does_not_have() =>
        AssertFails(
            "DP3001",
            "'catalogue'",
            "paintings/dusk.yaml",
            """
            name: Dusk
            citations:
              - article: catalogue
                quote: ^was finished in 1999
            """
        );

    [Fact]
    public void Settings_that_cannot_reach_the_generator()
    {
        var result = _strangers.Try("Mistakes", "build", "--no-restore", "-p:GenerateMSBuildEditorConfigFile=off");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("GenerateMSBuildEditorConfigFile is turned off", result.Output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _added.ForEach(File.Delete);
        GC.SuppressFinalize(this);
    }

    private void AssertFails(string code, string message, string path, string seedWithMark)
    {
        var before = seedWithMark[..seedWithMark.IndexOf(Here, StringComparison.Ordinal)].Split('\n');
        var seed = Path.Combine(_strangers.Folder("Mistakes"), "seeds", path);
        _added.Add(seed);
        File.WriteAllText(seed, seedWithMark.Replace(Here.ToString(), "", StringComparison.Ordinal) + "\n");

        var error = Assert.Single(_strangers.ErrorsOf("Mistakes", "--no-restore"));

        Assert.Equal(
            (code, $"seeds/{path}", before.Length, before[^1].Length + 1),
            (error.Code, error.File, error.Line, error.Column)
        );
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
