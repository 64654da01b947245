namespace DataPackage.Tool.Tests.Site;

/// <summary>The pages that say what the package has, and what it lacks.</summary>
public class QualityTests
{
    private static TempFolder Fleet() =>
        new TempFolder()
            .With(
                "seeds/datapackage.yaml",
                """
                name: fleet-data
                namespace: Fleet
                title: A fleet
                description: Ships & boats.
                licenses: [{ name: CC0-1.0, path: "https://example.org/cc0" }, { title: House rules }]
                contributors: [{ title: Ann, role: author }]
                sources: [{ title: The log, path: "https://example.org/log" }]

                """
            )
            .With(
                "seeds/schema/Ship.yaml",
                """
                caption: name
                findBy: [name]
                properties:
                  name: { type: text, localized: true, required: true, description: Her name. }
                  built: { type: date, disputable: true, description: When she was built. }
                  length: { type: decimal, description: In metres. }

                """
            )
            .With("seeds/articles/log.md", "---\ntitle: The log\n---\n\nThe tern is 12 metres long.\n")
            .With(
                "seeds/ships/tern.yaml",
                """
                name: { en: Tern, de: Seeschwalbe }
                built: [{ value: 1905, accordingTo: { text: Ann } }, { value: 1906, accordingTo: { text: Bob } }]
                length: { value: 12, cite: { article: log, quote: 12 metres } }

                """
            )
            .With("seeds/ships/gull.yaml", "name: { en: Gull }\nlength: 3\n")
            .With(
                "seeds/ships/skua.yaml",
                "name: { en: Skua, de: Raubm\u00f6we }\nlength: { value: 4, basis: inferred, note: seen }\n"
            );

    [Fact]
    public void The_page_of_quality_leads_to_the_very_values_that_lack_something()
    {
        using var folder = Fleet();
        folder.WriteSite();
        var page = folder.Page("en/quality/index.html");
        var words = SiteFolders.Words(page);
        TextAssert.Has(
            "Without a passage 1 Values that need a passage of an article and have none. Gull Length",
            words
        );
        TextAssert.Has("Disputed 1 Sources give several values. Tern Built (no value that is agreed on)", words);
        TextAssert.Has("Languages missing 1", words);
        TextAssert.Has("Gull Name (de)", words);
        TextAssert.Has("<a href=\"../ships/gull/index.html#f-length\">", page);
        TextAssert.Has("<a href=\"../ships/tern/index.html#f-built\">", page);
        TextAssert.Has("id=\"f-built\"", folder.Page("en/ships/tern/index.html"));
    }

    [Fact]
    public void A_long_list_ends_with_the_number_of_the_rest()
    {
        using var folder = Fleet();
        for (var i = 0; i < 300; i++)
            folder.With($"seeds/ships/boat-{i}.yaml", $"name: {{ en: Boat {i}, de: Boot }}\nlength: {i}\n");
        folder.WriteSite();
        var words = SiteFolders.Words(folder.Page("en/quality/index.html"));
        TextAssert.Has("Without a passage 301", words);
        TextAssert.Has("and 101 more", words);
    }

    [Fact]
    public void The_page_about_the_package_says_who_made_it_on_which_terms_and_how_to_use_it()
    {
        using var folder = Fleet();
        folder.WriteSite();
        var page = folder.Page("en/about/index.html");
        var words = SiteFolders.Words(page);
        TextAssert.Has("A fleet Ships & boats. 3 entries, one article, one citation.", words);
        TextAssert.Has("<a href=\"https://example.org/cc0\"><bdi>CC0-1.0</bdi></a>", page);
        TextAssert.Has("House rules", words);
        TextAssert.Has("Ann author", words);
        TextAssert.Has("<a href=\"https://example.org/log\"><bdi>The log</bdi></a>", page);
        // Seeds do not know the name that the package has on NuGet, which may be somebody else's.
        TextAssert.Lacks("dotnet add package", words);
        TextAssert.Has("using Fleet; Console.WriteLine(Ships.Gull.Name);", words);
        foreach (
            var link in SiteFolders.Links(page).Where(link => link.StartsWith("../../ships", StringComparison.Ordinal))
        )
            Assert.True(File.Exists(Path.GetFullPath(folder.PathOf("site/en/about/" + link))), link);
    }
}
