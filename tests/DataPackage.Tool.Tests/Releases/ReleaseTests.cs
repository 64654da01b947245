using System.Text.Json;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Tests.Releases;

/// <summary>Recording releases, and what is refused afterwards.</summary>
public class ReleaseTests
{
    private static TempFolder Fleet()
    {
        var folder = new TempFolder().With("CHANGELOG.md", "# Changelog\n\n## Unreleased\n\n- By hand.\n");
        foreach (var (path, text) in TwoVersions.Fleet)
            folder.With("seeds/" + path, text);
        return folder;
    }

    private static TempFolder Released()
    {
        var folder = Fleet();
        folder.Run("release", "1.0.0").Fine();
        return folder;
    }

    [Fact]
    public void The_first_release_lists_all_that_is_published_and_a_second_run_changes_nothing()
    {
        using var folder = Fleet();
        Assert.Equal("There is no release yet: any version will do.\n", folder.Run("release", "--check").Fine());

        Assert.Equal(
            "seeds/releases/ledger.tsv\nseeds/releases/facts.tsv\nseeds/releases/changes/1.0.0.jsonl\nCHANGELOG.md\n",
            folder.Run("release", "1.0.0").Fine()
        );

        var ledger = folder.Text("seeds/releases/ledger.tsv").Split('\n');
        Assert.Contains("id\tShip/tern\t1.0.0\tlive", ledger);
        Assert.Contains("accessor\tShips.Tern\t1.0.0\tlive\t\tShip/tern", ledger);
        Assert.Contains("key\tShip.number=N1\t1.0.0\tlive\t\tShip/gull", ledger);
        Assert.Contains("value\tShipFlag.norway\t1.0.0\tlive", ledger);
        var files = folder.Files();
        var again = folder.Run("release", "1.0.0");
        Assert.Equal("1.0.0 is released, and nothing has changed since\n", again.Errors);
        Assert.Equal(files, folder.Files());
        Assert.Equal("", folder.Run("check").Fine());
    }

    [Fact]
    public void A_version_that_promises_more_than_it_keeps_is_refused()
    {
        using var folder = Released();
        folder.With("seeds/ships/auk.yaml", "name: { en: Auk }\nlength: 1\n");

        Assert.Equal("At least 1.1.0: minor: Ship/auk is new", folder.Run("release", "--check").Fine().Split("; ")[0]);
        var files = folder.Files();
        var run = folder.Run("release", "1.0.1");

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        TextAssert.Has("DP4012: What changed since 1.0.0 needs at least version 1.1.0", run.Errors);
        Assert.Equal(files, folder.Files());
        folder.Run("release", "1.1.0").Fine();
        Assert.Equal("Nothing has changed since 1.1.0.\n", folder.Run("release", "--check").Fine());
    }

    [Fact]
    public void A_published_id_is_lost_only_with_a_word()
    {
        using var folder = Released();
        File.Delete(folder.PathOf("seeds/ships/tern.yaml"));
        TextAssert.Has("error DP4010: 'Ship/tern' was published in 1.0.0 and is gone", folder.Run("check").Output);

        folder.With(
            "seeds/releases/retired.yaml",
            "Ship/tern: { since: 2.0.0, because: Never built., see: Ship/gull }\n"
        );
        Assert.Equal("", folder.Run("check").Fine());
        Assert.Equal(ExitCode.Findings, folder.Run("release", "1.1.0").ExitCode);
        folder.Run("release", "2.0.0").Fine();
        Assert.Contains(
            "id\tShip/tern\t1.0.0\tretired\t2.0.0\tShip/gull",
            folder.Text("seeds/releases/ledger.tsv").Split('\n')
        );

        folder.With("seeds/ships/tern.yaml", TwoVersions.Fleet["ships/tern.yaml"]);
        TextAssert.Has("error DP4011: 'Ship/tern' was given up in 2.0.0 and is used again", folder.Run("check").Output);
    }

    /// <summary>Only a release writes what it records, so branches between two releases meet nowhere.</summary>
    [Fact]
    public void Branches_that_add_entities_merge_without_a_conflict()
    {
        using var folder = Released();
        void Git(string arguments) => DiffTests.Git(folder, "-c user.name=a -c user.email=a@example.org " + arguments);
        void Branch(string ship)
        {
            Git($"checkout -q -b {ship} trunk");
            folder.With($"seeds/ships/{ship}.yaml", $"name: {{ en: {ship} }}\nlength: 1\n");
            Assert.Equal("", folder.Run("check").Fine());
            folder.Run("release", "--check").Fine();
            Git("add --all");
            Git($"commit -q -m {ship}");
        }

        Git("init -q -b trunk");
        Git("add --all");
        Git("commit -q -m first");
        Branch("auk");
        Branch("skua");
        Git("merge -q --no-edit auk");

        folder.Run("release", "1.1.0").Fine();

        var ledger = folder.Text("seeds/releases/ledger.tsv").Split('\n');
        Assert.Contains("id\tShip/auk\t1.1.0\tlive", ledger);
        Assert.Contains("id\tShip/skua\t1.1.0\tlive", ledger);
    }

    [Fact]
    public void Renamed_and_merged_ids_lead_to_entities_that_live()
    {
        using var folder = Released();
        folder.Run("rename", "tern", "arctic-tern", "--apply").Fine();
        folder.Run("release", "2.0.0").Fine();
        folder.Run("rename", "arctic-tern", "sea-swallow", "--apply").Fine();
        folder.Run("release", "3.0.0").Fine();

        var ledger = folder.Text("seeds/releases/ledger.tsv").Split('\n');
        Assert.Contains("id\tShip/tern\t1.0.0\trenamed\t2.0.0\tShip/sea-swallow", ledger);
        Assert.Contains("id\tShip/arctic-tern\t2.0.0\trenamed\t3.0.0\tShip/sea-swallow", ledger);
        Assert.Contains("id\tShip/sea-swallow\t3.0.0\tlive", ledger);
    }

    [Fact]
    public void A_renamed_id_stays_renamed_and_is_never_that_of_another_entity()
    {
        using var folder = Released();
        folder.Run("rename", "tern", "arctic-tern", "--apply").Fine();
        folder.Run("release", "2.0.0").Fine();
        folder.With("seeds/ships/auk.yaml", "name: { en: Auk }\nlength: 1\n");
        folder.Run("release", "2.1.0").Fine();
        const string renamed = "id\tShip/tern\t1.0.0\trenamed\t2.0.0\tShip/arctic-tern";
        Assert.Contains(renamed, folder.Text("seeds/releases/ledger.tsv").Split('\n'));

        folder.With("seeds/ships/tern.yaml", "name: { en: Tern }\nlength: 1\n");
        folder.With("seeds/ships/arctic-tern.yaml", TwoVersions.Fleet["ships/tern.yaml"]);
        TextAssert.Has("error DP4011: 'Ship/tern' was given up in 2.0.0", folder.Run("check").Output);

        File.Delete(folder.PathOf("seeds/ships/arctic-tern.yaml"));
        folder.With("seeds/ships/tern.yaml", "formerIds: [arctic-tern]\n" + TwoVersions.Fleet["ships/tern.yaml"]);
        Assert.Equal("", folder.Run("check").Fine());
    }

    [Fact]
    public void A_merged_id_leads_to_the_entity_that_took_it()
    {
        using var folder = Released();
        folder.Run("merge", "tern", "gull", "--keep", "--apply").Fine();

        folder.Run("release", "2.0.0").Fine();
        folder.With("seeds/ships/auk.yaml", "name: { en: Auk }\nlength: 1\n");
        folder.Run("release", "2.1.0").Fine();

        Assert.Contains(
            "id\tShip/tern\t1.0.0\tmerged\t2.0.0\tShip/gull",
            folder.Text("seeds/releases/ledger.tsv").Split('\n')
        );
    }

    [Theory]
    [InlineData("Ship/gull: { since: 2.0.0, because: x }\n", "'Ship/gull' is retired, and an entity has it or had it")]
    [InlineData("Ship/auk: { since: 2.0.0, because: x }\n", "No release has published 'Ship/auk'")]
    [InlineData("Ship/tern: { because: x }\n", "'Ship/tern' lacks 'since'")]
    [InlineData("Ship/tern: { since: 2.0.0, because: x, sea: y }\n", "'sea' is none of since, because, see")]
    [InlineData("Ship/tern: { since: next, because: x }\n", "'next' is no version of three numbers")]
    [InlineData("Ship/tern: { since: 2.0.0, because: x, see: { a: b } }\n", "and here is a mapping")]
    [InlineData("Ship/tern: { since: 2.0.0, because: x, see: [[a]] }\n", "and here is a list")]
    [InlineData("[Ship/tern]\n", "This is a list, not a mapping of ids")]
    public void What_is_retired_is_checked(string retired, string message)
    {
        using var folder = Released();

        folder.With("seeds/releases/retired.yaml", retired);

        TextAssert.Has(message, folder.Run("check").Output);
    }

    [Fact]
    public void The_release_that_gives_an_id_up_is_the_one_that_is_said()
    {
        using var folder = Released();
        File.Delete(folder.PathOf("seeds/ships/tern.yaml"));

        Retire(folder, "1.0.0");
        TextAssert.Has("error DP4013: 1.0.0 still had 'Ship/tern'", folder.Run("check").Output);
        Retire(folder, "9.0.0");
        Assert.Equal("", folder.Run("check").Fine());
        TextAssert.Has(
            "'Ship/tern' is given up in 2.0.0, and releases/retired.yaml says 9.0.0: correct 'since'",
            folder.Run("release", "2.0.0").Errors
        );
        Retire(folder, "2.0.0");
        folder.Run("release", "2.0.0").Fine();
        Retire(folder, "3.0.0");
        TextAssert.Has("error DP4013: 'Ship/tern' was given up in 2.0.0: correct 'since'", folder.Run("check").Output);
    }

    [Fact]
    public void An_id_that_was_renamed_can_be_given_up_later()
    {
        using var folder = Released();
        folder.Run("rename", "tern", "arctic-tern", "--apply").Fine();
        folder.Run("release", "2.0.0").Fine();
        File.Delete(folder.PathOf("seeds/ships/arctic-tern.yaml"));
        const string said = "{ since: 3.0.0, because: Never built. }\n";
        folder.With("seeds/releases/retired.yaml", $"Ship/arctic-tern: {said}Ship/tern: {said}");

        folder.Run("release", "3.0.0").Fine();

        Assert.Equal("", folder.Run("check").Fine());
        Assert.Contains("id\tShip/tern\t1.0.0\tretired\t3.0.0", folder.Text("seeds/releases/ledger.tsv").Split('\n'));
    }

    [Fact]
    public void What_takes_the_place_of_a_retired_id_may_be_corrected_later()
    {
        using var folder = Released();
        File.Delete(folder.PathOf("seeds/ships/tern.yaml"));
        Retire(folder, "2.0.0");
        folder.Run("release", "2.0.0").Fine();
        folder.With("seeds/ships/auk.yaml", "name: { en: Auk }\nlength: 1\n");
        folder.With(
            "seeds/releases/retired.yaml",
            "Ship/tern: { since: 2.0.0, because: Two ships., see: [Ship/gull, Ship/auk] }\n"
        );

        folder.Run("release", "2.1.0").Fine();

        Assert.Equal("", folder.Run("check").Fine());
        Assert.Contains(
            "id\tShip/tern\t1.0.0\tsplit\t2.0.0\tShip/gull\tShip/auk",
            folder.Text("seeds/releases/ledger.tsv").Split('\n')
        );
    }

    [Fact]
    public void An_id_that_was_given_up_before_anything_was_recorded_is_recorded_as_that()
    {
        using var folder = Fleet();
        folder.With("seeds/releases/retired.yaml", "Ship/auk: { since: 0.9.0, because: Never built. }\n");

        folder.Run("release", "1.0.0").Fine();

        Assert.Equal("", folder.Run("check").Fine());
        Assert.Contains("id\tShip/auk\t0.9.0\tretired\t0.9.0", folder.Text("seeds/releases/ledger.tsv").Split('\n'));
    }

    private static void Retire(TempFolder folder, string since) =>
        folder.With("seeds/releases/retired.yaml", $"Ship/tern: {{ since: {since}, because: Never built. }}\n");

    /// <summary>A project has a root namespace, and the tool does not know it.</summary>
    [Fact]
    public void A_namespace_that_the_seeds_do_not_state_is_no_part_of_what_is_published()
    {
        using var folder = Fleet();
        File.Delete(folder.PathOf("seeds/datapackage.yaml"));

        folder.Run("release", "1.0.0").Fine();

        Assert.Equal("namespace", folder.Text("seeds/releases/facts.tsv").Split('\n')[1]);
    }

    [Fact]
    public void A_changelog_of_another_system_keeps_its_line_ends()
    {
        using var folder = Fleet();
        folder.With("CHANGELOG.md", "# Changelog\r\n\r\n## [1.0.0](https://example.org) - today\r\n\r\n- Kept.\r\n");

        folder.Run("release", "1.0.0").Fine();

        Assert.Equal(
            "# Changelog\r\n\r\n## [1.0.0](https://example.org) - today\r\n\r\n- Kept.\r\n\r\n### Facts\r\n\r\n"
                + "The first release, with 13 facts.\r\n",
            folder.Text("CHANGELOG.md")
        );
    }

    [Fact]
    public void A_ledger_that_was_changed_by_hand_is_found()
    {
        using var folder = Released();
        var ledger = folder.Text("seeds/releases/ledger.tsv");
        folder.With("seeds/releases/ledger.tsv", ledger.Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.Equal("", folder.Run("check").Fine());

        folder.With("seeds/releases/ledger.tsv", ledger.Replace("Ship/tern", "Ship/turn", StringComparison.Ordinal));

        TextAssert.Has(
            "seeds/releases/ledger.tsv(1,1): error DP4013: The ledger cannot be used",
            folder.Run("check").Output
        );
        Assert.Equal(ExitCode.Findings, folder.Run("release", "1.1.0").ExitCode);
    }

    [Fact]
    public void The_changelog_keeps_what_people_wrote_and_gets_the_facts()
    {
        using var folder = Released();
        folder.With(
            "seeds/ships/gull.yaml",
            TwoVersions.Fleet["ships/gull.yaml"].Replace("1911", "1912", StringComparison.Ordinal)
        );
        folder.With(
            "CHANGELOG.md",
            folder
                .Text("CHANGELOG.md")
                .Replace("## 1.0.0", "## 1.0.1 - 2026-01-02\n\n- Kept.\n\n## 1.0.0", StringComparison.Ordinal)
        );

        folder.Run("release", "1.0.1").Fine();

        Assert.Equal(
            """
            # Changelog

            ## Unreleased

            - By hand.

            ## 1.0.1 - 2026-01-02

            - Kept.

            ### Facts

            **patch: Ship/gull built**

            - Ship/gull
              - built: 1911 → 1912

            ## 1.0.0

            ### Facts

            The first release, with 13 facts.

            """,
            folder.Text("CHANGELOG.md")
        );
        using var change = JsonDocument.Parse(folder.Text("seeds/releases/changes/1.0.1.jsonl"));
        Assert.Equal("1912", change.RootElement.GetProperty("after").GetString());
    }

    [Theory]
    [InlineData("1.0", "'1.0' is no version of three numbers; a pre-release is not recorded")]
    [InlineData("1.0.0-beta.1", "'1.0.0-beta.1' is no version of three numbers; a pre-release is not recorded")]
    public void Only_releases_are_recorded(string version, string message)
    {
        using var folder = Fleet();

        var run = folder.Run("release", version);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        TextAssert.Has(message, run.Errors);
    }
}
