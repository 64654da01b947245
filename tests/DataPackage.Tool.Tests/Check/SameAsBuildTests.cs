using System.Text.RegularExpressions;
using DataPackage.Docs.Tests;
using DataPackage.Engine.Diagnostics;
using DataPackage.Generator.Tests.Fuzz;
using DataPackage.Testing;

namespace DataPackage.Tool.Tests.Check;

/// <summary>The tool reports what the compiler reports: rules, places and texts, ordered by file and place.</summary>
public partial class SameAsBuildTests
{
    private const int RandomPackages = 60;

    /// <summary>The rules that <c>check</c> does not report, or that no folder of files can show, each with the
    /// reason.</summary>
    private static readonly Dictionary<string, string> Excluded = new(StringComparer.Ordinal)
    {
        ["DP0001"] = "a failure of the program itself: the tool ends with 3",
        ["DP0007"] = "a file that its user may not read: tests may run as a user who may read all",
        ["DP0009"] = "about the project: it does not reference the runtime",
        ["DP0010"] = "about the project: its C# is too old",
        ["DP0012"] = "a machine that is too small",
        ["DP0021"] = "reported by a task of the build, before the compiler runs: see SameAsTaskTests",
        ["DP0022"] = "reported by a task of the build, before the compiler runs: see SameAsTaskTests",
        ["DP4012"] = "reported when a package is packed or released: it has tests of its own",
        ["DP0024"] = "about the project: packages of different versions",
    };

    public static TheoryData<string, string> Pages
    {
        get
        {
            var pages = new TheoryData<string, string>();
            foreach (var id in Rules.All.Select(rule => rule.Id).Where(id => !Excluded.ContainsKey(id)))
            {
                pages.Add(id, "Bad");
                pages.Add(id, "Fixed");
            }

            return pages;
        }
    }

    /// <summary>Every folder of seeds in this repository.</summary>
    public static TheoryData<string> Folders =>
        [
            .. Below("samples")
                .Append("seeds")
                .Append("bench/seeds")
                .Append("tests/DataPackage.Consumer.Tests/HostileSeeds")
                .Concat(Below("tests/Consumer"))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Folders of data that strangers wrote.</summary>
    public static TheoryData<string> Strangers =>
        [
            .. Directory
                .GetDirectories(Repository.PathOf("tests/Folders"))
                .Select(folder => "tests/Folders/" + Path.GetFileName(folder))
                .Where(folder => !folder.EndsWith("node_modules", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];

    [Fact]
    public void Every_excluded_rule_is_a_rule() =>
        Assert.Subset(Rules.All.Select(rule => rule.Id).ToHashSet(), Excluded.Keys.ToHashSet());

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_page_of_a_rule_is_the_same_to_both(string id, string part)
    {
        using var folder = new TempFolder().WithProject();
        var parts = Heading().Split(Document.Read($"docs/diagnostics/{id}.md").Text);
        foreach (var text in new[] { parts[0], parts[part == "Bad" ? 1 : 2] })
        foreach (var snippet in Document.SnippetsIn(text).Where(snippet => snippet.SeedPath is not null))
            folder.With("seeds/" + snippet.SeedPath, snippet.Text);
        if (TooLongForAPage(id, part) is (var path, var seed))
            folder.With("seeds/" + path, seed);

        var reported = CheckedPackage.AssertSame(folder);

        // The corrected project references another package: ProjectTests have one.
        Assert.Equal(part == "Bad" || id == "DP2020", reported.Contains(id));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    [MemberData(nameof(Strangers))]
    public void A_folder_of_seeds_is_the_same_to_both(string seeds)
    {
        using var folder = new TempFolder().WithProject().WithCopyOf(seeds, "seeds");

        CheckedPackage.AssertSame(folder);
    }

    [Fact]
    public void Random_packages_are_the_same_to_both()
    {
        for (var seed = 1; seed <= RandomPackages; seed++)
        {
            using var folder = new TempFolder().WithProject();
            foreach (var text in RandomPackage.Make(seed).Texts)
                folder.With("seeds/" + text.Path, text.GetText()!.ToString());
            CheckedPackage.AssertSame(folder);
        }
    }

    private static IEnumerable<string> Below(string folder) =>
        Directory
            .GetDirectories(Repository.PathOf(folder))
            .Where(project => Directory.Exists(Path.Combine(project, "seeds")))
            .Select(project => $"{folder}/{Path.GetFileName(project)}/seeds");

    private static (string Path, string Text)? TooLongForAPage(string id, string part)
    {
        if (id == "DP1047" && part == "Bad")
            return (
                "ships.yaml",
                string.Concat(Enumerable.Range(1, 65_001).Select(n => $"ship-{n:00000}: {{ name: S }}\n"))
            );
        if (id != "DP1052")
            return null;
        var odd = string.Join(", ", Enumerable.Range(1, 100).Select(i => $"s{i}: {{ k{i}: 1, l{i}: {{ m{i}: 2 }} }}"));
        return ("rules.yaml", $"a: {{ name: First, odd: {{ {odd} }} }}\nb: {{ name: Second, odd: {{ {odd} }} }}\n");
    }

    [GeneratedRegex(@"^## (?:Bad|Fixed)\n", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
