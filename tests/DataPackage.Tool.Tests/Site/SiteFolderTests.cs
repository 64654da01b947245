using DataPackage.Tool.Sessions;
using DataPackage.Tool.Site;
using DataPackage.Tool.Tests.Exports;

namespace DataPackage.Tool.Tests.Site;

/// <summary>What a run does to the folder of the site, and what it leaves alone.</summary>
public class SiteFolderTests
{
    private const string Marker = "site/" + SiteFolder.Marker;
    private static readonly DateTime Long = new(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);

    [Fact]
    public void Only_what_changed_is_written_and_what_is_no_longer_part_of_the_site_is_removed()
    {
        using var folder = Small().With("seeds/ships/gull.yaml", "name: Gull\n");
        folder.WriteSite();
        foreach (var file in Directory.EnumerateFiles(folder.PathOf("site"), "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(file, Long);
        var before = folder.Files("site");
        folder.With("seeds/ships/tern.yaml", "name: Common tern\n");
        File.Delete(folder.PathOf("seeds/ships/gull.yaml"));

        folder.WriteSite();

        var after = folder.Files("site");
        Assert.False(Directory.Exists(folder.PathOf("site/en/ships/gull")));
        Assert.False(after.ContainsKey("ships/gull.json"));
        foreach (var (name, text) in after.Where(file => file.Key != SiteFolder.Marker))
            Assert.True(
                before[name] == text == (File.GetLastWriteTimeUtc(folder.PathOf("site/" + name)) == Long),
                name
            );
        Assert.NotEqual(before["en/ships/tern/index.html"], after["en/ships/tern/index.html"]);
        Assert.Equal(
            after.Keys.Where(name => name != SiteFolder.Marker),
            folder.Text(Marker).TrimEnd('\n').Split('\n')
        );
        TextAssert.Has(" 0 files changed", folder.WriteSite());
    }

    [Fact]
    public void The_same_seeds_give_the_same_bytes_in_each_folder_and_again()
    {
        using var one = HostileSeeds.Claims();
        using var two = HostileSeeds.Claims();
        string[] arguments = ["--base-url", SiteFolders.Address, "--languages", "de,en"];
        one.WriteSite(arguments);
        Assert.Equal(0, two.Run(["site", "-o", "some/where/else", .. arguments]).ExitCode);
        Assert.Equal(one.Files("site"), two.Files("some/where/else"));
        one.WriteSite(arguments);
        Assert.Equal(one.Files("site"), two.Files("some/where/else"));
    }

    [Fact]
    public void Files_of_others_stay_as_they_are()
    {
        using var folder = Small();
        folder.WriteSite();
        string[] others = ["CNAME", ".nojekyll", ".DS_Store", ".git/config", "en/ships/.DS_Store", "en/mine/notes.txt"];
        foreach (var other in others)
            folder.With("site/" + other, other);
        folder.With("seeds/ships/gull.yaml", "name: Gull\n");

        folder.WriteSite();

        Assert.True(File.Exists(folder.PathOf("site/en/ships/gull/index.html")));
        foreach (var other in others)
            Assert.Equal(other, folder.Page(other));
        TextAssert.Lacks("CNAME", folder.Text(Marker));
    }

    [Fact]
    public void What_is_not_the_folder_of_a_site_is_refused()
    {
        using var folder = Small().With("mine/notes.txt", "mine").With("file", "mine");
        Directory.CreateSymbolicLink(folder.PathOf("link"), folder.PathOf("mine"));
        var before = folder.Files();
        foreach (
            var (target, why) in new[]
            {
                ("seeds", "is in the folder of the seeds"),
                ("seeds/site", "is in the folder of the seeds"),
                ("mine", "'mine' was not written by a site"),
                (".", "'.' was not written by a site"),
                ("file", "'file' is a file"),
                ("link", "'link' is a symbolic link"),
                ("link/below", "'link' is a symbolic link"),
            }
        )
        {
            var run = folder.Run("site", "-o", target);
            Assert.Equal(ExitCode.NotStarted, run.ExitCode);
            TextAssert.Has(why, run.Errors);
        }

        Assert.Equal(before, folder.Files());
    }

    [Theory]
    [InlineData("en/ships/gull/index.html")]
    [InlineData("ships/gull.json")]
    public void A_file_of_somebody_else_is_not_overwritten_by_this_run_nor_by_the_next(string file)
    {
        using var folder = Small();
        folder.WriteSite();
        folder.With("site/" + file, "mine").With("seeds/ships/gull.yaml", "name: Gull\n");
        for (var i = 0; i < 2; i++)
        {
            AssertRefused(folder, $"'site/{file}' is where the site has a file of its own, and no run wrote it");
            Assert.Equal("mine", folder.Page(file));
        }

        File.Delete(folder.PathOf("site/" + file));
        folder.WriteSite();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("en/ships")]
    [InlineData("en/index.html")]
    public void Nothing_is_written_through_a_link_within_the_site(string link)
    {
        using var folder = Small();
        folder.WriteSite();
        var path = folder.PathOf("site/" + link);
        var isFolder = Directory.Exists(path);
        Directory.Move(path, folder.PathOf("elsewhere"));
        if (isFolder)
            Directory.CreateSymbolicLink(path, folder.PathOf("elsewhere"));
        else
            File.CreateSymbolicLink(path, folder.PathOf("elsewhere"));
        var before = isFolder ? folder.Files("elsewhere").Values.ToList() : [folder.Text("elsewhere")];
        folder.With("seeds/ships/tern.yaml", "name: Common tern\n").With("seeds/ships/gull.yaml", "name: Gull\n");

        AssertRefused(folder, $"'site/{link}' is ");

        Assert.Equal(before, isFolder ? folder.Files("elsewhere").Values.ToList() : [folder.Text("elsewhere")]);
    }

    [Fact]
    public void A_run_goes_on_from_what_one_left_that_was_killed()
    {
        using var fresh = Small();
        fresh.WriteSite();
        using var folder = Small();
        folder
            .With("site/CNAME", "mine")
            .With("site/en/index.html", "half a pa")
            .With("site/en/ships/gull/index.html", "gone")
            .With("site/.datapackage-site.new", "half a li")
            .With(Marker, "en/index.html\nen/ships/gull/index.html\nen/ships/never/index.html\nCNAME");

        folder.WriteSite();

        Assert.Equal("mine", folder.Page("CNAME"));
        File.Delete(folder.PathOf("site/CNAME"));
        Assert.Equal(fresh.Files("site"), folder.Files("site"));
    }

    [Fact]
    public void A_list_that_somebody_edited_removes_nothing_elsewhere()
    {
        using var folder = Small().With("mine.txt", "mine").With("elsewhere/mine.txt", "mine");
        folder.WriteSite();
        Directory.CreateSymbolicLink(folder.PathOf("site/link"), folder.PathOf("elsewhere"));
        File.AppendAllText(
            folder.PathOf(Marker),
            $"../mine.txt\n{folder.PathOf("mine.txt")}\nlink/mine.txt\nen/../../mine.txt\n"
        );

        folder.WriteSite();

        Assert.Equal("mine", folder.Text("mine.txt"));
        Assert.Equal("mine", folder.Text("elsewhere/mine.txt"));
    }

    [Fact]
    public void On_a_disk_that_ignores_the_case_of_letters_a_new_file_is_not_taken_for_an_old_one()
    {
        using var folder = Small();
        folder.WriteSite();
        // Such a disk finds the list by this name.
        folder.With(Marker.ToUpperInvariant().Replace("SITE/", "site/", StringComparison.Ordinal), "");
        folder.With("site/ASSETS/SITE.CSS", "the same file there");
        File.AppendAllText(folder.PathOf(Marker), "ASSETS/SITE.CSS\n");

        folder.WriteSite();

        Assert.True(File.Exists(folder.PathOf("site/ASSETS/SITE.CSS")));
    }

    [Fact]
    public void What_keeps_a_page_from_being_written_is_told_as_such()
    {
        using var folder = Small();
        folder.WriteSite();
        folder.With("seeds/ships/tern.yaml", "name: Common tern\n");
        using (new FileStream(folder.PathOf("site/en/ships/tern/index.html"), FileMode.Open, FileAccess.ReadWrite))
        {
            var run = folder.Run("site", "-o", "site");
            Assert.Equal(ExitCode.NotStarted, run.ExitCode);
            TextAssert.Has("en/ships/tern/index.html", run.Errors.Replace('\\', '/'));
            TextAssert.Lacks("   at ", run.Errors);
            Assert.Single(run.Errors.TrimEnd('\n').Split('\n'));
        }

        folder.WriteSite();
    }

    [Fact]
    public void Seeds_with_an_error_leave_the_site_as_it_is()
    {
        using var folder = Small();
        folder.WriteSite();
        var before = folder.Files("site");
        folder.With("seeds/ships/gull.yaml", "nam: Gull\n");
        var run = folder.Run("site", "-o", "site");
        Assert.Equal(ExitCode.Findings, run.ExitCode);
        TextAssert.Has("no site was written", run.Errors);
        Assert.Equal(before, folder.Files("site"));
    }

    private static TempFolder Small() =>
        new TempFolder()
            .With("seeds/datapackage.yaml", "namespace: Small\n")
            .With(
                "seeds/schema/Ship.yaml",
                "caption: name\nproperties:\n  name: { type: text, required: true, description: Her name. }\n"
            )
            .With("seeds/ships/tern.yaml", "name: Tern\n");

    private static void AssertRefused(TempFolder folder, string message)
    {
        var run = folder.Run("site", "-o", "site");
        Assert.Equal(ExitCode.NotStarted, run.ExitCode);
        TextAssert.Has(message, run.Errors);
    }
}
