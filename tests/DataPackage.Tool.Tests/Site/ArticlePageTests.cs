namespace DataPackage.Tool.Tests.Site;

public class ArticlePageTests
{
    private const string Page = "en/articles/note/index.html";

    private static TempFolder Seeds(string article) =>
        new TempFolder()
            .With("seeds/datapackage.yaml", "namespace: Met\n")
            .With(
                "seeds/schema/Person.yaml",
                """
                plural: Persons
                caption: name
                findBy: [name]
                properties:
                  name: { type: text, required: true, description: A name. }
                  met: { range: Person, description: Whom she met. }

                """
            )
            .With("seeds/persons/ann.yaml", "name: Ann Bell\nmet: bo\n" + Cited("Bell met Bo"))
            .With("seeds/persons/bo.yaml", "name: Bo\n" + Cited("It rained"))
            .With("seeds/articles/note.md", $"---\ntitle: Note\nlanguage: en\n---\n{article}\n");

    private static string Cited(string quote) => $"citations: [{{ article: note, quote: '{quote}', for: [name] }}]\n";

    [Fact]
    public void A_name_is_one_link_even_if_a_passage_starts_within_it()
    {
        using var site = WrittenSite.Of(Seeds("Ann Bell met Bo.\n\nIt rained."));

        var name = site.Page(Page).QuerySelectorAll("a.mention")[0];

        Assert.Equal("Ann Bell", name.TextContent);
        Assert.Equal("Bell", name.QuerySelector("mark")!.TextContent);
        Assert.Empty(name.QuerySelectorAll("a"));
        Assert.Equal(["Ann Bell", "Bo"], site.Texts(Page, "a.mention"));
    }

    [Fact]
    public void A_passage_keeps_its_address_when_the_article_is_edited_elsewhere()
    {
        using var before = WrittenSite.Of(Seeds("Ann Bell met Bo.\n\nIt rained."));
        using var after = WrittenSite.Of(Seeds("It was late.\n\nThen Ann Bell met Bo. It rained. All day."));

        Assert.Equal(AnchorsOf(before), AnchorsOf(after));
        Assert.Equal(2, AnchorsOf(after).Count);
    }

    [Fact]
    public void The_text_of_a_protected_article_is_in_no_file_but_the_places_of_its_passages_are()
    {
        var folder = Seeds("Ann Bell met Bo in the harbour.\n\nIt rained.");
        folder.With(
            "seeds/articles/note.md",
            folder
                .Text("seeds/articles/note.md")
                .Replace("language: en", "language: en\nredistribute: false", StringComparison.Ordinal)
        );
        using var site = WrittenSite.Of(folder);

        Assert.DoesNotContain(site.Files, file => file.Value.Contains("met Bo", StringComparison.Ordinal));
        Assert.DoesNotContain(site.Files, file => file.Value.Contains("rained", StringComparison.Ordinal));
        var link = site.Page("en/persons/ann/index.html").QuerySelector("#c1 p a")!.GetAttribute("href")!;
        Assert.NotNull(site.Page(Page).GetElementById(link.Split('#')[1]));
        Assert.Contains("paragraph 1, 4\u201315", site.Texts(Page, ".notes .said")[0], StringComparison.Ordinal);
    }

    private static List<string> AnchorsOf(WrittenSite site) =>
        [.. site.Page(Page).QuerySelectorAll(".at").Select(each => each.Id!).Order(StringComparer.Ordinal)];
}
