using System.Security.Cryptography;
using System.Text;
using DataPackage.Engine.History;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Tests.Releases;

/// <summary>An entity that must not be named any more leaves no word in what releases wrote.</summary>
public class WithdrawalTests
{
    private const string Ledger = "seeds/releases/ledger.tsv";

    /// <summary>A ship that was renamed, changed and deleted, among others that refer to her.</summary>
    private static TempFolder Deleted()
    {
        var folder = new TempFolder().With("CHANGELOG.md", "# Changelog\n\n## Unreleased\n\n- The tern, by hand.\n");
        foreach (var (path, text) in TwoVersions.Fleet)
            folder.With("seeds/" + path, text);
        folder.With("seeds/schema/Fleet.yaml", "properties: { flagship: { range: Ship } }\n");
        folder.With("seeds/fleets/first.yaml", "flagship: tern\n");
        folder.With("seeds/ships/stern.yaml", "name: { en: Stern }\nlength: 1\n");
        folder.With("seeds/ships/tern.yaml", TwoVersions.Fleet["ships/tern.yaml"] + "number: N2\n");
        folder.Run("release", "1.0.0").Fine();
        folder.Run("rename", "tern", "arctic-tern", "--apply").Fine();
        folder.Run("release", "2.0.0").Fine();
        var ship = folder.Text("seeds/ships/arctic-tern.yaml");
        folder.With("seeds/ships/arctic-tern.yaml", ship.Replace("1905", "1906", StringComparison.Ordinal));
        folder.With("seeds/fleets/first.yaml", "flagship: gull\n");
        folder.With("seeds/ships/stern.yaml", "name: { en: Stern }\nlength: 2\n");
        folder.Run("release", "2.1.0").Fine();
        File.Delete(folder.PathOf("seeds/ships/arctic-tern.yaml"));
        return folder;
    }

    [Fact]
    public void No_file_of_a_release_names_it_and_what_people_wrote_stays()
    {
        using var folder = Deleted();
        TextAssert.Has("Ship/tern", folder.Text("CHANGELOG.md"));

        var run = folder.Run("release", "3.0.0", "--withdraw", "Ship/arctic-tern");

        run.Fine();
        TextAssert.Has("still in the history of the repository", run.Errors);
        foreach (
            var file in Directory.EnumerateFiles(folder.PathOf("seeds/releases"), "*", SearchOption.AllDirectories)
        )
            AssertNotNamed(File.ReadAllText(file));
        var changelog = folder.Text("CHANGELOG.md");
        AssertNotNamed(changelog.Replace("The tern", "", StringComparison.Ordinal));
        TextAssert.Has("- The tern, by hand.", changelog);
        TextAssert.Has("1 of the kind Ship may not be named any more", changelog);
        TextAssert.Has("Ship/stern", changelog);
        TextAssert.Has("Ship/stern", folder.Text("seeds/releases/changes/2.1.0.jsonl"));
        TextAssert.Has("\"type\":\"entity-withdrawn\"", folder.Text("seeds/releases/changes/3.0.0.jsonl"));
        Assert.Equal("", folder.Run("check").Fine());
    }

    /// <summary>What names an entity elsewhere: an article that others cite, a group, a reason to use another, a value
    /// within a value.</summary>
    [Fact]
    public void No_other_entity_names_it()
    {
        using var folder = new TempFolder().With("CHANGELOG.md", "# Changelog\n");
        foreach (var (path, text) in TwoVersions.Fleet)
            folder.With("seeds/" + path, text);
        folder.With("seeds/articles/leak.md", "---\ntitle: Leak\n---\n\nShe was built in 1911.\n");
        folder.With("seeds/schema/Owner.yaml", "caption: name\nproperties: { name: { type: text } }\n");
        folder.With(
            "seeds/schema/Stay.yaml",
            "embedded: true\nproperties: { at: { range: Owner }, days: { type: integer } }\n"
        );
        folder.With(
            "seeds/schema/Boat.yaml",
            "groupBy: [owner]\nproperties: { owner: { range: Owner }, stays: { range: Stay, cardinality: many } }\n"
        );
        folder.With("seeds/owners/jane-doe.yaml", "name: Jane Doe\n");
        folder.With("seeds/owners/bob.yaml", "name: Bob\ndeprecated: { because: Sold, see: jane-doe }\n");
        folder.With(
            "seeds/boats/dory.yaml",
            "owner: jane-doe\nstays: [{ at: jane-doe, days: 2 }]\n"
                + "citations: { article: leak, quote: built in 1911, for: stays }\n"
        );
        folder.Run("release", "1.0.0").Fine();
        folder.With("seeds/boats/dory.yaml", "owner: jane-doe\nstays: [{ at: jane-doe, days: 3 }]\n");
        folder.Run("release", "1.0.1").Fine();
        folder.With("seeds/boats/dory.yaml", "owner: bob\n");
        folder.With("seeds/owners/bob.yaml", "name: Bob\n");
        File.Delete(folder.PathOf("seeds/owners/jane-doe.yaml"));
        File.Delete(folder.PathOf("seeds/articles/leak.md"));

        folder.Run("release", "2.0.0", "--withdraw", "Owner/jane-doe", "--withdraw", "Article/leak").Fine();

        foreach (var (_, text) in folder.Files())
            Assert.DoesNotMatch("(?i)jane|leak|built in 1911", text);
        Assert.Equal("", folder.Run("check").Fine());
    }

    [Fact]
    public void An_id_that_was_given_up_before_can_be_withdrawn()
    {
        using var folder = Deleted();
        folder.With(
            "seeds/releases/retired.yaml",
            "Ship/arctic-tern: { since: 3.0.0, because: x }\nShip/tern: { since: 3.0.0, because: x }\n"
        );
        folder.Run("release", "3.0.0").Fine();
        File.Delete(folder.PathOf("seeds/releases/retired.yaml"));

        folder.Run("release", "4.0.0", "--withdraw", "Ship/arctic-tern", "--withdraw", "Ship/tern").Fine();

        Assert.Equal("", folder.Run("check").Fine());
        AssertNotNamed(folder.Text(Ledger));
    }

    [Fact]
    public void A_second_run_changes_nothing_and_later_releases_keep_the_hash()
    {
        using var folder = Deleted();
        folder.Run("release", "3.0.0", "--withdraw", "Ship/arctic-tern").Fine();
        var files = folder.Files();

        folder.Run("release", "3.0.0", "--withdraw", "Ship/arctic-tern").Fine();
        Assert.Equal(files, folder.Files());

        var withdrawn = Withdrawn(folder);
        Assert.Equal(2, withdrawn.Length);
        folder.With("seeds/ships/auk.yaml", "name: { en: Auk }\nlength: 1\n");
        folder.Run("release", "3.1.0").Fine();
        Assert.Equal(withdrawn, Withdrawn(folder));
    }

    [Theory]
    [InlineData("tern")]
    [InlineData("arctic-tern")]
    public void Its_ids_are_never_used_again(string id)
    {
        using var folder = Deleted();
        folder.Run("release", "3.0.0", "--withdraw", "Ship/arctic-tern").Fine();

        folder.With($"seeds/ships/{id}.yaml", "name: { en: Other }\nlength: 1\n");

        TextAssert.Has($"error DP4011: 'Ship/{id}' was given up in 3.0.0", folder.Run("check").Output);
    }

    [Theory]
    [InlineData("Ship/gull", "the seeds still have 'Ship/gull'")]
    [InlineData("Ship/auk", "no release has published 'Ship/auk'")]
    [InlineData("arctic-tern", "name it by kind and id")]
    public void What_cannot_be_withdrawn_is_refused(string name, string reason)
    {
        using var folder = Deleted();
        var files = folder.Files();

        var run = folder.Run("release", "3.0.0", "--withdraw", name);

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        TextAssert.Has(reason, run.Errors);
        Assert.Equal(files, folder.Files());
    }

    [Fact]
    public void An_entity_that_the_list_of_retired_ids_names_is_refused()
    {
        using var folder = Deleted();
        folder.With("seeds/releases/retired.yaml", "Ship/arctic-tern: { since: 3.0.0, because: x }\n");

        TextAssert.Has(
            "releases/retired.yaml names 'Ship/arctic-tern'",
            folder.Run("release", "3.0.0", "--withdraw", "Ship/arctic-tern").Errors
        );
    }

    [Fact]
    public void The_hash_is_that_of_the_standard()
    {
        const string salt = "000102030405060708090a0b0c0d0e0f";

        var expected = Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes("Ship/tern"),
            Convert.FromHexString(salt),
            20_000,
            HashAlgorithmName.SHA256,
            32
        );

        Assert.Equal(
            Convert.ToHexString(expected),
            new WithdrawnIds(salt, []).HashOf("Ship/tern"),
            StringComparer.OrdinalIgnoreCase
        );
    }

    private static string[] Withdrawn(TempFolder folder) =>
        [
            .. folder
                .Text(Ledger)
                .Split('\n')
                .Where(line => line.Contains("\twithdrawn\t3.0.0", StringComparison.Ordinal)),
        ];

    private static void AssertNotNamed(string text)
    {
        text = text.Replace("stern", "", StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("tern", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Seeschwalbe", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("N2", text, StringComparison.Ordinal);
    }
}
