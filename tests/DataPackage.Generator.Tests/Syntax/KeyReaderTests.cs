using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Syntax;

namespace DataPackage.Generator.Tests.Syntax;

/// <summary>A mapping of fixed keys: a value of the wrong shape is reported at its place and counts as
/// absent.</summary>
public class KeyReaderTests
{
    private readonly DiagnosticBag _diagnostics = new();

    private KeyReader Of(string yaml, string[]? declared = null)
    {
        var document = SeedReader.Read("a.yaml", "a.yaml", yaml, CancellationToken.None);
        return new KeyReader(
            document,
            (SeedMapping)document.Root!,
            "The test",
            Rules.UnknownProperty,
            _diagnostics,
            declared
        );
    }

    private string Reported => Transcript.Print(_diagnostics.ToEquatableArray()).TrimEnd('\n');

    [Fact]
    public void Values_of_the_right_shape_are_read()
    {
        var keys = Of(
            "text: ' a '\nyes: True\nno: FALSE\nnumber: -1.5\nlist: [a, b]\none: c\nmap: { d: e }\nchoice: up\nnothing: ~\n"
        );

        Assert.Equal(
            ("a", true, false, -1.5m, "up"),
            (
                keys.Text("text"),
                keys.Boolean("yes"),
                keys.Boolean("no"),
                keys.Number("number"),
                keys.Choice("choice", "down", "up")
            )
        );
        Assert.Equal(["a", "b"], keys.Scalars("list").Select(scalar => scalar.Text));
        Assert.Equal("c", Assert.Single(keys.Scalars("one")).Text);
        Assert.Equal("e", keys.Map("map")!.TextOf("d"));
        Assert.Null(keys.Node("nothing"));
        keys.ReportUnknownKeys();
        Assert.Equal("", Reported);
    }

    [Fact]
    public void What_is_absent_is_nothing_and_no_mistake()
    {
        var keys = Of("a: b\n");

        Assert.Equal(
            (null, false, null, null),
            (keys.Text("x"), keys.Boolean("x"), keys.Number("x"), keys.Choice("x", "up"))
        );
        Assert.Empty(keys.Scalars("x"));
        Assert.Null(keys.Map("x"));
        Assert.Equal("", Reported);
    }

    [Fact]
    public void What_has_the_wrong_shape_is_reported_and_absent()
    {
        var keys = Of(
            "text: [a]\nyes: yes\nnumber: 1e+\nlist: [a, [b], ~]\nmap: x\nchoice: pu\nfar: sideways\nother: { a: b }\n"
        );

        Assert.Equal(
            (null, false, null, null, null),
            (
                keys.Text("text"),
                keys.Boolean("yes"),
                keys.Number("number"),
                keys.Choice("choice", "down", "up"),
                keys.Choice("far", "down", "up")
            )
        );
        Assert.Equal("a", Assert.Single(keys.Scalars("list")).Text);
        Assert.Empty(keys.Scalars("other"));
        Assert.Null(keys.Map("map"));
        Assert.Equal(
            """
            (1,7-1,10) DP1004: 'text' takes a text, but here is a list
            (2,6-2,9) DP1004: 'yes' takes true or false, but here is the text 'yes'
            (3,9-3,12) DP1004: 'number' takes a number, but here is the text '1e+'
            (6,9-6,11) DP1012: There is no value of 'choice' called 'pu'; did you mean 'up'?
            (7,6-7,14) DP1012: There is no value of 'far' called 'sideways'; it takes down, up
            (4,11-4,14) DP1004: 'list' takes a list of texts, but here is a list
            (4,16-4,17) DP1004: 'list' takes a list of texts, but here is nothing
            (8,8-8,16) DP1004: 'other' takes a list of texts, but here is a mapping
            (5,6-5,7) DP1004: 'map' takes a mapping, but here is the text 'x'
            """,
            Reported,
            ignoreLineEndingDifferences: true
        );
    }

    [Fact]
    public void A_key_that_nobody_asked_for_is_reported_with_the_nearest_that_somebody_did()
    {
        var keys = Of("colour: a\ncolor: b\n");
        keys.Text("color");
        keys.ReportUnknownKeys();

        Assert.Equal("(1,1-1,7) DP1002: The test has no property 'colour'; did you mean 'color'?", Reported);
    }

    [Fact]
    public void Keys_that_are_declared_may_be_asked_for_and_no_others()
    {
        var keys = Of("a: b\n", ["a"]);

        Assert.Equal("b", keys.Text("a"));
        Assert.Contains(
            "'c'",
            Assert.Throws<InvalidOperationException>(() => keys.Text("c")).Message,
            StringComparison.Ordinal
        );
    }
}
