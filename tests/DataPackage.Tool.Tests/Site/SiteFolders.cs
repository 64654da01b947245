using System.Net;
using System.Text.RegularExpressions;

namespace DataPackage.Tool.Tests.Site;

/// <summary>Runs of the tool that write sites, and what is in them.</summary>
internal static partial class SiteFolders
{
    public const string Address = "https://example.org/data/";

    /// <summary>Writes the site of the folder's seeds below it.</summary>
    /// <returns>What the run told.</returns>
    public static string WriteSite(this TempFolder folder, params string[] arguments)
    {
        var run = folder.Run(["site", "-o", "site", .. arguments]);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        return run.Errors;
    }

    /// <summary>A file of the site.</summary>
    public static string Page(this TempFolder folder, string path) => folder.Text("site/" + path);

    /// <summary>The text of a page without markup, with single blanks.</summary>
    public static string Words(string page)
    {
        var main = page.Contains("<main", StringComparison.Ordinal)
            ? page[page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)]
            : page;
        return Blanks()
            .Replace(
                WebUtility.HtmlDecode(Tags().Replace(main.Replace("<br>", " ", StringComparison.Ordinal), "")),
                " "
            )
            .Trim();
    }

    /// <summary>The addresses of a page's links, of its styles and scripts too.</summary>
    public static IEnumerable<string> Links(string page) =>
        Addresses().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value));

    /// <summary>A fleet whose first release is recorded.</summary>
    public static TempFolder ReleasedFleet()
    {
        var folder = new TempFolder()
            .With("CHANGELOG.md", "# Changelog\n")
            .With(
                "seeds/datapackage.yaml",
                """
                name: fleet
                title: A fleet <of> ships
                namespace: Fleet
                licenses: [{ name: CC0-1.0, path: "https://example.org/cc0" }]
                contributors: [{ title: Ann & Bob, role: author }]

                """
            )
            .With(
                "seeds/schema/Ship.yaml",
                """
                caption: name
                findBy: [name]
                properties:
                  name: { type: text, localized: true, required: true, description: Her name. }
                  built: { type: date, label: Year of building, description: When she was built. }
                  length: { type: decimal, description: In metres. }

                """
            )
            .With("seeds/articles/log.md", "---\ntitle: The log\n---\n\nThe tern was built in 1905.\n")
            .With(
                "seeds/ships/tern.yaml",
                "name: { en: Tern }\nbuilt: 1905\ncitations: [{ article: log, quote: built in 1905, for: [built] }]\n"
            )
            .With("seeds/ships/gull.yaml", "name: { en: Gull }\nlength: 3\n")
            .With("seeds/ships/skua.yaml", "name: { en: Skua }\nlength: 4\n");
        folder.Run("release", "1.0.0").Fine();
        return folder;
    }

    /// <summary>The same with a release that corrected a year.</summary>
    public static TempFolder CorrectedFleet()
    {
        var folder = ReleasedFleet();
        folder.With("seeds/articles/log.md", "---\ntitle: The log\n---\n\nThe tern was built in 1906.\n");
        folder.With(
            "seeds/ships/tern.yaml",
            "name: { en: Tern }\nbuilt: 1906\ncitations: [{ article: log, quote: built in 1906, for: [built] }]\n"
        );
        folder.Run("release", "1.0.1").Fine();
        return folder;
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("(?:href|src)=\"([^\"]*)\"")]
    private static partial Regex Addresses();
}
