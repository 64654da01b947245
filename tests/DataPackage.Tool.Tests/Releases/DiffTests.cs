using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using DataPackage.Engine.Releases;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Tests.Releases;

/// <summary>What <c>diff</c> compares, and how it shows that.</summary>
public class DiffTests
{
    private static TempFolder Fleet()
    {
        var folder = new TempFolder();
        foreach (var (path, text) in TwoVersions.Fleet)
            folder.With("seeds/" + path, text).With("old/" + path, text);
        return folder;
    }

    private static void Edit(TempFolder folder, string path, string old, string now) =>
        folder.With(path, folder.Text(path).Replace(old, now, StringComparison.Ordinal));

    [Fact]
    public void A_changed_fact_is_shown_with_the_passages_of_both_sides()
    {
        using var folder = Fleet();
        foreach (var root in new[] { "seeds", "old" })
            folder.With(root + "/articles/log.md", "---\ntitle: Log\n---\nGull of 1911. Gull of 1912.\n");
        const string cited = "citations: [{ article: log, quote: Gull of 1911, for: [built] }]\n";
        folder.With("old/ships/gull.yaml", TwoVersions.Fleet["ships/gull.yaml"] + cited);
        folder.With(
            "seeds/ships/gull.yaml",
            folder.Text("old/ships/gull.yaml").Replace("1911", "1912", StringComparison.Ordinal)
        );

        Assert.Equal(
            """
            patch: Ship/gull built; and 2 more of this level

            Ship/gull
              ~ built: 1911 → 1912
                  before: log: "Gull of 1911"
                  now: log: "Gull of 1912"
              - citation of built: log: "Gull of 1911"
              + citation of built: log: "Gull of 1912"

            """,
            folder.Run("diff", "old").Fine()
        );
    }

    [Fact]
    public void Items_of_a_list_are_compared_by_what_they_say()
    {
        using var folder = Fleet();
        Edit(folder, "old/ships/gull.yaml", "[G]", "[G, H, I]");
        Edit(folder, "seeds/ships/gull.yaml", "[G]", "[I, K, G]");

        Assert.Equal(
            ["  - aliases[]: H", "  + aliases[]: K"],
            folder.Run("diff", "old", "seeds").Lines.Where(line => line.Contains("aliases", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_renamed_entity_is_no_change_of_those_that_name_it()
    {
        using var folder = Fleet();
        folder.Run("rename", "oslo", "christiania", "--apply").Fine();

        var lines = folder.Run("diff", "old").Lines;

        Assert.Contains("Port/oslo is called christiania now (minor: the old id finds it too)", lines);
        Assert.DoesNotContain(lines, line => line.Contains("home", StringComparison.Ordinal));
    }

    [Fact]
    public void A_renamed_article_is_no_change_of_those_that_cite_it()
    {
        using var folder = Fleet();
        folder.With("seeds/articles/log.md", "---\ntitle: Log\n---\nGull of 1911.\n");
        const string cited = "citations: [{ article: log, quote: Gull of 1911, for: [built] }]\n";
        folder.With("seeds/ships/gull.yaml", TwoVersions.Fleet["ships/gull.yaml"] + cited);
        folder.Run("release", "1.0.0").Fine();
        foreach (var (path, text) in folder.Files("seeds"))
            folder.With("old/" + path, text);
        folder.Run("rename", "log", "diary", "--apply").Fine();

        Assert.Equal(
            ["Article/log is called diary now (minor: the old id finds it too)"],
            folder.Run("diff", "old").Lines.Skip(2)
        );
    }

    [Fact]
    public void The_changes_back_are_those_forth_with_the_sides_exchanged()
    {
        using var folder = Fleet();
        Edit(folder, "seeds/ships/gull.yaml", "1911", "1912");
        Edit(folder, "seeds/ships/gull.yaml", "[G]", "[H]");
        folder.With("seeds/ships/auk.yaml", "name: { en: Auk }\nlength: 1\n");

        List<(string, string, string?, string?)> Changes(string from, string to, string before, string after)
        {
            using var json = JsonDocument.Parse(folder.Run("diff", from, to, "--format", "json").Fine());
            string? Side(JsonElement change, string name) =>
                change.TryGetProperty(name, out var side) ? side.GetString() : null;
            return
            [
                .. json
                    .RootElement.GetProperty("changes")
                    .EnumerateArray()
                    .Select(change =>
                        (
                            Side(change, "subject")!,
                            Side(change, "path") ?? "",
                            Side(change, before),
                            Side(change, after)
                        )
                    )
                    .Order(),
            ];
        }

        var forth = Changes("old", "seeds", "before", "after");
        Assert.Equal(forth, Changes("seeds", "old", "after", "before"));
        Assert.Contains(("Ship/gull", "built", "1911", "1912"), forth);
        Assert.Contains(forth, change => change is ("Ship/auk", "", null, _));
    }

    [Fact]
    public void An_id_that_is_gone_is_compared_though_a_release_promised_it()
    {
        using var folder = Fleet();
        folder.Run("release", "1.0.0").Fine();
        File.Delete(folder.PathOf("seeds/ships/tern.yaml"));

        TextAssert.Has("Ship/tern is gone (major", folder.Run("diff", "old").Fine());
    }

    [Fact]
    public void A_revision_of_git_is_read_without_a_checkout()
    {
        using var folder = Fleet();
        foreach (
            var arguments in new[]
            {
                "init -q",
                "add seeds",
                "-c user.name=a -c user.email=a@example.org commit -q -m first",
                "tag v1.0.0",
            }
        )
            Git(folder, arguments);
        Edit(folder, "seeds/ships/gull.yaml", "1911", "1912");
        folder.With("seeds/ships/auk.yaml", "name: { en: Auk }\nlength: 1\n");

        var output = folder.Run("diff", "v1.0.0").Fine();

        TextAssert.Has("  ~ built: 1911 → 1912", output);
        TextAssert.Has("Ship/auk is new", output);
        Assert.Equal("none: the two publish the same\n", folder.Run("diff", "v1.0.0", "HEAD").Fine());
        var unknown = folder.Run("diff", "v2.0.0");
        Assert.Equal(ExitCode.NotStarted, unknown.ExitCode);
        TextAssert.Has("'v2.0.0' is neither a folder, nor a package, nor a revision", unknown.Errors);
    }

    [Fact]
    public void What_git_does_not_have_is_not_taken_for_what_is_gone()
    {
        using var folder = Fleet();
        TextAssert.Has("fatal: not a git repository", folder.Run("diff", "HEAD").Errors);

        void Commit(string tag)
        {
            Git(folder, $"-c user.name=a -c user.email=a@example.org commit -q -m {tag}");
            Git(folder, $"tag {tag}");
        }

        Git(folder, "init -q");
        Git(folder, "add seeds");
        Git(folder, $"update-index --add --cacheinfo 160000,{new string('a', 40)},seeds/more");
        Commit("linked");
        TextAssert.Has("'more' is a submodule in linked", folder.Run("diff", "linked").Errors);

        Git(folder, "rm -q --cached seeds/more");
        const string pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n";
        folder.With("seeds/ships/auk.yaml", pointer);
        Git(folder, "add seeds");
        Commit("large");
        File.Delete(folder.PathOf("seeds/ships/auk.yaml"));
        TextAssert.Has("'ships/auk.yaml': it is kept by Git LFS", folder.Run("diff", "large").Errors);
    }

    [Fact]
    public void A_partial_clone_is_not_completed_over_the_network()
    {
        using var folder = Fleet();
        Git(folder, "init -q");
        Git(folder, "add seeds");
        Git(folder, "-c user.name=a -c user.email=a@example.org commit -q -m first");
        Git(folder, "config uploadpack.allowFilter true");
        Git(folder, "config uploadpack.allowAnySHA1InWant true");
        var address = new Uri(folder.Path).AbsoluteUri;
        Git(folder, $"clone -q --filter=blob:none --no-checkout {address} partial");
        using var partial = new TempFolder().WithCopyOf(folder.PathOf("seeds"), "seeds");
        Directory.Move(folder.PathOf("partial/.git"), partial.PathOf(".git"));
        var before = partial.Files(".git");

        var run = partial.Run("diff", "HEAD");

        Assert.Equal(ExitCode.NotStarted, run.ExitCode);
        TextAssert.Has("git does not have the text of", run.Errors);
        Assert.Equal(before, partial.Files(".git"));
    }

    [Fact]
    public void A_packed_package_is_compared_by_its_facts()
    {
        using var folder = Fleet();
        var facts = FactsFile.Write(TwoVersions.Publish(TwoVersions.Fleet));
        using (var archive = ZipFile.Open(folder.PathOf("Fleet.1.0.0.nupkg"), ZipArchiveMode.Create))
        using (var writer = new StreamWriter(archive.CreateEntry("datapackage/facts.tsv").Open()))
            writer.Write(facts);
        Edit(folder, "seeds/ships/gull.yaml", "1911", "1912");
        TextAssert.Has("  ~ built: 1911 → 1912", folder.Run("diff", "Fleet.1.0.0.nupkg").Fine());

        folder.With("Other.nupkg", "no archive");
        Assert.Equal(ExitCode.NotStarted, folder.Run("diff", "Other.nupkg").ExitCode);
        using (ZipFile.Open(folder.PathOf("Empty.nupkg"), ZipArchiveMode.Create)) { }
        TextAssert.Has("has no datapackage/facts.tsv", folder.Run("diff", "Empty.nupkg").Errors);
    }

    [Fact]
    public void Each_form_of_the_report_says_the_level_and_the_change()
    {
        using var folder = Fleet();
        Edit(folder, "seeds/ships/gull.yaml", "[G]", "[G, '<b>*H*</b>']");
        Edit(folder, "seeds/schema/Ship.yaml", "  built: { type: integer, description: The year. }\n", "");
        Edit(folder, "seeds/ships/gull.yaml", "built: 1911\n", "");
        Edit(folder, "seeds/ships/tern.yaml", "built: 1905\n", "");

        using var json = JsonDocument.Parse(folder.Run("diff", "old", "--format", "json").Fine());
        Assert.Equal("major", json.RootElement.GetProperty("level").GetString());
        Assert.Contains(
            json.RootElement.GetProperty("changes").EnumerateArray(),
            change => change.GetProperty("subject").GetString() == "property Ship.built"
        );
        var markdown = folder.Run("diff", "old", "--format", "markdown").Fine();
        TextAssert.Has("**major: property Ship.built is gone", markdown);
        TextAssert.Has(@"&lt;b>\*H\*&lt;/b>", markdown);
        TextAssert.Has(
            "::warning title=Breaks users::property Ship.built is gone",
            folder.Run("diff", "old", "-f", "github").Fine()
        );
    }

    [Fact]
    public void What_nobody_sees_is_visible_in_the_Markdown_of_a_change()
    {
        using var folder = Fleet();
        Edit(folder, "seeds/ships/gull.yaml", "[G]", "[G, \"a\\u2060b\\nc\"]");

        var markdown = folder.Run("diff", "old", "--format", "markdown").Fine();

        TextAssert.Has(@"a\\u2060b c", markdown);
        TextAssert.Lacks("\u2060", markdown);
    }

    [Fact]
    public void Seeds_with_errors_are_not_compared()
    {
        using var folder = Fleet();
        folder.With("old/ships/gull.yaml", "nme: Gull\n");

        var run = folder.Run("diff", "old");

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        TextAssert.Has("the seeds of old have", run.Errors);
    }

    internal static void Git(TempFolder folder, string arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder.Path })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
