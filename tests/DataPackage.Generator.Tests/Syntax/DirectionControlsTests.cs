using DataPackage.Engine.CSharp;

namespace DataPackage.Generator.Tests.Syntax;

/// <summary>Controls of writing direction are allowed only in texts whose schema allows them; generated code shows them
/// as escapes.</summary>
public class DirectionControlsTests
{
    private const string Hebrew = "\u202B\u05E9\u05DC\u05D5\u05DD\u202C (2025)";

    private static SeedSet Signs() =>
        new SeedSet().With(
            "schema/Sign.yaml",
            """
            caption: text
            properties:
              text: { type: text, bidi: allowed, description: What it says. }
              texts: { type: markdown, localized: true, cardinality: many, bidi: allowed, description: What else it says. }
              place: { type: text, description: Where it stands. }
            """
        );

    [Theory]
    [InlineData("text: " + Hebrew)]
    [InlineData("text: '" + Hebrew + "'")]
    [InlineData("text: \"\\u202B\\u05E9\\u05DC\\u05D5\\u05DD\\u202C (2025)\"")]
    [InlineData("text: >-\n  " + Hebrew + "\ntexts: [ { en: " + Hebrew + " } ]")]
    public void A_text_may_hold_them_where_its_property_allows_it_and_code_and_documentation_do_not(string yaml)
    {
        var generated = Signs().With("signs/a.yaml", yaml + "\n").Generate();

        Assert.Empty(generated.Messages);
        Assert.Empty(generated.CompilerMessages);
        Assert.Equal(Hebrew, generated.Entity("Signs", "A").Get("Text"));
        Assert.All(
            generated.Sources,
            source => Assert.DoesNotContain(source.SourceText.ToString(), c => c is not ('\n' or (>= ' ' and <= '~')))
        );
        Assert.DoesNotContain("&#x202", generated.Source("Signs.g.cs"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(
            "&#x5E9;&#x5DC;&#x5D5;&#x5DD; (2025) (sign).",
            generated.Source("Signs.g.cs"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("place: a\u202Eb", "(1,9)")]
    [InlineData("place: \"a\\u202Eb\"", "(1,8)")]
    [InlineData("place: x # a\u2066", "(1,13)")]
    [InlineData("text: \u202Ba\u202C\nplace: b\u202Cc", "(2,9)")]
    [InlineData("text: &t \u202Ba\u202C\nplace: *t", "(1,10)")]
    [InlineData("csharpName: a\u2069", "(1,14)")]
    public void Anywhere_else_they_are_an_error_at_their_place(string yaml, string place)
    {
        var generated = Signs().With("signs/a.yaml", yaml + "\n").Generate();

        Assert.Contains($"signs/a.yaml{place}: DP0004", generated.Messages);
        Assert.Empty(generated.CompilerMessages);
    }

    [Theory]
    [InlineData("schema/Sign.yaml", "description: a\u202Eb", "(1,15)")]
    [InlineData("schema/Sign.yaml", "deprecated: \"a\\u202Eb\"", "(1,13)")]
    [InlineData("datapackage.yaml", "title: a\u202Eb", "(1,9)")]
    [InlineData("articles/a.md", "---\ntitle: A\n---\nBody \u202E text.\n", "(4,6)")]
    [InlineData("articles/a.txt", "Body \u202E text.\n", "(1,6)")]
    [InlineData("articles/a.md", "---\ntitle: \u202EA\n---\nBody.\n", "(2,8)")]
    public void No_schema_and_no_text_of_an_article_can_hold_them(string path, string text, string place) =>
        Assert.Equal(
            $"{path}{place}: DP0004",
            Assert.Single(
                Signs()
                    .With(
                        path.EndsWith(".txt", StringComparison.Ordinal) ? "articles/a.yaml" : "articles/b.yaml",
                        "title: A\n"
                    )
                    .With(path, text)
                    .Generate()
                    .Messages
            )
        );

    [Fact]
    public void Only_texts_can_be_allowed_to_hold_them()
    {
        var generated = new SeedSet()
            .With(
                "schema/Sign.yaml",
                "properties:\n  at: { type: url, bidi: allowed }\n  on: { type: date, bidi: yes }\n"
            )
            .Generate();

        Assert.Equal(["schema/Sign.yaml(2,26): DP1010", "schema/Sign.yaml(3,27): DP1012"], generated.Messages);
    }

    [Fact]
    public void Documentation_leaves_out_whatever_it_would_not_show() =>
        Assert.Equal("a b&#x5E9;c", CSharpText.Doc("a\u2028\u200D\u202E\uFEFF\u00AD b\u2066\u05E9\u2069c\uFFFE\u0001"));
}
