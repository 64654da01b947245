using System.Text.Json;

namespace DataPackage.Tool.Tests.Site;

/// <summary>Values as pages show them, in the languages of the pages.</summary>
public sealed class ShownValueTests(ShownValueTests.Fleet fleet) : IClassFixture<ShownValueTests.Fleet>
{
    private const string Ship = "ships/tern/index.html";

    /// <summary>Too long for every place, and without a blank: letters of two units. The first starts at an
    /// odd place.</summary>
    private static readonly string Unbroken = "x" + string.Concat(Enumerable.Repeat("\ud83d\udea2", 300));

    private static readonly string Nested = new string('>', 200) + " deep\r\nand \u0001 deeper";

    public sealed class Fleet : IDisposable
    {
        internal WrittenSite Site { get; } =
            WrittenSite.Of(
                new TempFolder()
                    .With(
                        "seeds/datapackage.yaml",
                        $"namespace: Fleet\nlanguage: en\ndescription: {JsonSerializer.Serialize(Unbroken)}\n"
                    )
                    .With(
                        "seeds/schema/Ship.yaml",
                        """
                        caption: name
                        summary: about
                        featured: [about, price, afloat, home, flags]
                        properties:
                          name: { type: text, localized: true, description: Her name. }
                          about: { type: text, description: What she is. }
                          deep: { type: markdown, description: Deep. }
                          links: { type: markdown, description: Links. }
                          remarks: { type: markdown, cardinality: many, description: Remarks. }
                          length: { type: decimal, description: In metres. }
                          crew: { type: integer, description: People. }
                          price: { type: money, description: What she cost. }
                          year: { type: integer, description: A year. }
                          afloat: { type: boolean, description: Whether she floats. }
                          flags: { type: boolean, cardinality: many, description: Several. }
                          sizes: { type: decimal, cardinality: map, description: By part. }
                          nothing: { type: text, cardinality: many, description: None. }
                          empty: { type: text, cardinality: map, description: None. }
                          sunk: { type: date, description: When she sank. }
                          formed: { type: date, description: When her rock formed. }
                          spoken: { type: language, description: What her crew speaks. }
                          home: { range: Port@Harbours, description: Where she is at home. }
                          owner: { type: text, disputable: true, description: Whose she is. }
                          rare: { type: text, label: Rare thing, description: What few have. }

                        """
                    )
                    .With("seeds/articles/log.md", "---\ntitle: The log\n---\n\nNobody knows whose the tern is.\n")
                    .With("seeds/articles/unread.md", "---\ntitle: Unread\n---\n\nNobody cites this.\n")
                    .With("seeds/articles/long.md", $"---\ntitle: Long\n---\n\nOnce.{new string('.', 1000)}\n")
                    .With(
                        "seeds/ships/tern.yaml",
                        $$"""
                        name: { en: Tern, de: Seeschwalbe, pt: Andorinha, zh-Hans: "\u71d5" }
                        about: {{JsonSerializer.Serialize(Unbroken)}}
                        deep: {{JsonSerializer.Serialize(Nested)}}
                        links: >-
                          [![sail](https://example.org/a.png) here](https://example.org/b) ![](https://example.org/c.png)
                          [<https://example.org/d>](https://example.org/e) [![x](https://example.org/f.png)](javascript:alert(1))
                          &#1;
                        remarks: [First *one*, Second one]
                        length: 12345.50
                        crew: 1234567
                        price: 1234567.80 EUR
                        year: 1905
                        afloat: true
                        flags: [true, false]
                        sizes: { sail: 0.5 }
                        nothing: []
                        empty: {}
                        sunk: "[1901..1905]"
                        formed: Y-999999999999999
                        spoken: pt-BR
                        home: bergen
                        owner:
                          - { value: , state: unknown, because: A reason., cite: { article: log, quote: Nobody knows } }
                          - { value: , state: none, during: 1905, cite: { article: log, quote: knows whose } }
                        citations:
                          - { article: log, quote: the tern }
                          - { article: long, quote: Once }

                        """
                    ),
                "--languages",
                "en,de,pt-BR,zh-Hant"
            );

        public void Dispose() => Site.Dispose();
    }

    private string Value(string language, string property) =>
        Assert.Single(fleet.Site.Texts($"{language}/{Ship}", $"#f-{property} > td"));

    [Fact]
    public void A_text_without_a_blank_is_cut_between_characters()
    {
        var shown = fleet.Site.One("en/index.html", "meta[name=description]").GetAttribute("content")!;

        Assert.Equal(Unbroken[..199] + "\u2026", shown);
    }

    [Fact]
    public void Quotes_in_quotes_are_a_text_when_they_are_too_many()
    {
        var shown = fleet.Site.One($"en/{Ship}", "#f-deep > td > p");

        Assert.Equal(
            Nested.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\u0001', '\uFFFD'),
            shown.TextContent
        );
        Assert.Empty(fleet.Site.Page($"en/{Ship}").QuerySelectorAll("#f-deep blockquote"));
    }

    [Fact]
    public void No_link_stands_in_another_and_each_has_a_name()
    {
        var links = fleet.Site.Page($"en/{Ship}").QuerySelectorAll("#f-links a");

        Assert.Equal(
            [
                ("https://example.org/b", "sail here"),
                ("https://example.org/c.png", "https://example.org/c.png"),
                ("https://example.org/e", "https://example.org/d"),
                ("https://example.org/f.png", "x"),
            ],
            links.Select(link => (link.GetAttribute("href"), link.TextContent))
        );
        TextAssert.Lacks("\u0001", fleet.Site.Text($"en/{Ship}"));
    }

    [Theory]
    [InlineData("en", "length", "12,345.50")]
    [InlineData("de", "length", "12.345,50")]
    [InlineData("en", "crew", "1,234,567")]
    [InlineData("de", "price", "1.234.567,80 EUR")]
    [InlineData("de", "year", "1905")]
    [InlineData("de", "sizes", "sail0,5")]
    [InlineData("de", "afloat", "ja")]
    [InlineData("en", "nothing", "none")]
    [InlineData("de", "empty", "nichts")]
    [InlineData("de", "sunk", "1901 bis 1905, genauer ist es nicht bekannt")]
    [InlineData("en", "spoken", "Portugu\u00eas (BR)")]
    [InlineData("en", "home", "Port/bergen Harbours")]
    public void A_value_is_shown_in_the_language_of_the_page(string language, string property, string shown) =>
        Assert.Equal(shown, Value(language, property));

    [Fact]
    public void A_year_of_many_digits_is_shown() => TextAssert.Has("1,000,000,000,000,000 BC", Value("en", "formed"));

    [Fact]
    public void Texts_in_Markdown_are_items_of_a_list()
    {
        var list = fleet.Site.One($"en/{Ship}", "#f-remarks ul");

        Assert.DoesNotContain("brief", list.ClassList);
        Assert.Equal(["First one", "Second one"], list.Children.Select(WrittenSite.TextOf));
    }

    [Fact]
    public void The_table_of_a_kind_shows_values_as_pages_do_and_sorts_numbers_as_numbers()
    {
        var cells = fleet.Site.Page("de/ships/index.html").QuerySelectorAll("table.rows tbody tr td");

        Assert.Equal(
            [
                (Unbroken[..119] + "\u2026", null),
                ("1.234.567,80 EUR", "1234567.80"),
                ("ja", null),
                ("Port/bergen (Harbours)", null),
                ("ja, nein", null),
            ],
            cells.Select(cell => (cell.TextContent, cell.GetAttribute("data-sort")))
        );
    }

    [Fact]
    public void Passages_for_what_nobody_knows_and_for_the_whole_entity_have_their_numbers()
    {
        var page = fleet.Site.Page($"en/{Ship}");
        var linked = page.QuerySelectorAll("sup a").Select(link => link.GetAttribute("href")![1..]);

        Assert.Equal(page.QuerySelectorAll(".quotes > li").Select(quote => quote.Id!), linked.Order());
        Assert.Equal(2, page.QuerySelectorAll("#f-owner sup a").Length);
        Assert.Equal(2, page.QuerySelectorAll("h2 sup a").Length);
        Assert.Equal("Facts", fleet.Site.One($"en/{Ship}", "#facts").TextContent);
        TextAssert.Has("unknown", Value("en", "owner"));
        TextAssert.Has("Grund: A reason.", Value("de", "owner"));
        TextAssert.Has("Zeitraum: 1905", Value("de", "owner"));
    }

    [Theory]
    [InlineData("en", null)]
    [InlineData("de", null)]
    [InlineData("pt-BR", null)]
    [InlineData("zh-Hant", "zh-Hans")]
    public void A_text_in_another_script_carries_its_language(string page, string? language) =>
        Assert.Equal(language, fleet.Site.One($"{page}/{Ship}", "h1 > bdi").GetAttribute("lang"));

    [Fact]
    public void An_article_says_how_much_of_it_is_cited_if_any_is()
    {
        TextAssert.Has("from less than 1 %", fleet.Site.Text("en/articles/long/index.html"));
        TextAssert.Has("Facts are drawn from", fleet.Site.Text("en/articles/log/index.html"));
        TextAssert.Lacks("Facts are drawn from", fleet.Site.Text("en/articles/unread/index.html"));
    }

    [Fact]
    public void A_carriage_return_is_a_line_end()
    {
        var html = new DataPackage.Tool.Site.Html.HtmlWriter();
        html.Text("a\r\nb\rc\n\r\n");
        Assert.Equal("a\nb\nc\n\n", System.Text.Encoding.UTF8.GetString(html.Written));
    }
}
