using DataPackage.Tool.Export;
using DataPackage.Tool.Sessions;
using DataPackage.Tool.Tests.Verbs;

namespace DataPackage.Tool.Tests.Exports;

/// <summary>What an export does to folders, whatever its format.</summary>
public class ExportFolderTests
{
    public static TheoryData<string> Formats => [.. ExportFormat.All.Select(format => format.Name)];

    private static string[] AllFormats => [.. ExportFormat.All.Select(format => format.Name)];

    [Fact]
    public void Two_machines_write_the_same_bytes()
    {
        using var one = ExportedPackage.Shipped(AllFormats);
        using var other = ExportedPackage.Shipped([.. AllFormats.Reverse()]);
        Assert.Equal(one.Files, other.Files);
        using var hostile = ExportedPackage.Of("one", HostileSeeds.Ids(), AllFormats);
        using var again = ExportedPackage.Of("two", HostileSeeds.Ids(), AllFormats);
        Assert.Equal(hostile.Files, again.Files);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Nothing_but_the_day_that_was_asked_for_depends_on_the_clock(string format)
    {
        using var package = ExportedPackage.Shipped(format);
        foreach (var (name, text) in package.Files)
        {
            Assert.False(text.Contains(Path.GetTempPath(), StringComparison.Ordinal), name);
            Assert.False(
                text.Contains($"{DateTime.UtcNow:O}"[..10], StringComparison.Ordinal),
                $"{name} has the day of this run"
            );
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_text_of_an_article_that_may_not_be_redistributed_is_in_no_file(string format)
    {
        using var package = ExportedPackage.Of("secret", HostileSeeds.Claims(), format);
        foreach (var (name, text) in package.Files)
        {
            Assert.False(text.Contains("words of the log", StringComparison.Ordinal), name);
            Assert.False(text.Contains("forty sailors", StringComparison.Ordinal), name);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Names_of_files_are_safe_on_every_system(string format)
    {
        using var package = ExportedPackage.Of("ids", HostileSeeds.Ids(), format);
        var names = package.Files.Keys.ToList();
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        foreach (var part in names.SelectMany(name => name.Split('/')))
            Assert.Matches("^(?!(con|nul|aux|prn)(\\.|$))[A-Za-z0-9.][A-Za-z0-9._~-]*$", part);
    }

    [Fact]
    public void An_export_replaces_an_earlier_one_as_a_whole()
    {
        using var folder = Fleet.Make();
        folder.Run("export", "csv", "-o", "out").Fine();
        folder.With("seeds/ships/zephyr.yaml", "name: Zephyr\n");
        File.Delete(folder.PathOf("out/csv/ship.csv"));
        folder.Run("export", "csv", "-o", "out").Fine();
        Assert.Contains("zephyr", folder.Text("out/csv/ship.csv"), StringComparison.Ordinal);
        Assert.Equal(["out", "seeds"], Entries(folder));
    }

    [Fact]
    public void Seeds_with_an_error_are_not_exported_and_the_earlier_export_stays()
    {
        using var folder = Fleet.Make();
        folder.Run("export", "csv", "-o", "out").Fine();
        var before = folder.Files("out");
        folder.With("seeds/ships/zephyr.yaml", "name: Zephyr\nlength: long\n");
        var run = folder.Run("export", "csv", "-o", "out");
        Assert.Equal(ExitCode.Findings, run.ExitCode);
        Assert.Contains("seeds/ships/zephyr.yaml(2,9): error DP1", run.Errors, StringComparison.Ordinal);
        Assert.Equal(before, folder.Files("out"));
        Assert.Equal(["out", "seeds"], Entries(folder));
    }

    [Fact]
    public void A_run_that_is_cancelled_leaves_the_earlier_export()
    {
        using var folder = Fleet.Make();
        folder.Run("export", "csv", "-o", "out").Fine();
        var before = folder.Files("out");
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var run = ToolRun.With(new() { Cancellation = cancelled.Token }, folder.Path, "export", "csv", "-o", "out");
        Assert.Equal(ExitCode.Cancelled, run.ExitCode);
        Assert.Equal(before, folder.Files("out"));
        Assert.Equal(["out", "seeds"], Entries(folder));
    }

    [Fact]
    public void A_run_that_was_killed_between_its_two_renames_is_made_good()
    {
        using var folder = Fleet.Make();
        folder.Run("export", "csv", "-o", "out").Fine();
        Directory.Move(folder.PathOf("out"), folder.PathOf("out.datapackage-old"));
        folder.With("out.datapackage-new/.datapackage-export", "").With("out.datapackage-new/csv/half.csv", "x");
        folder.Run("export", "csv", "-o", "out").Fine();
        Assert.Equal(["out", "seeds"], Entries(folder));
        Assert.False(File.Exists(folder.PathOf("out/csv/half.csv")));
    }

    [Fact]
    public void A_folder_that_no_export_wrote_is_refused()
    {
        using var folder = Fleet.Make().With("out/notes.txt", "mine");
        AssertRefused(folder, "'out' was not written by an export");
        Assert.Equal("mine", folder.Text("out/notes.txt"));
    }

    [Fact]
    public void A_file_that_somebody_put_into_an_export_is_not_removed()
    {
        using var folder = Fleet.Make();
        folder.Run("export", "csv", "-o", "out").Fine();
        folder.With("out/csv/notes.txt", "mine");
        AssertRefused(folder, "'out/csv/notes.txt' was not written by an export");
        Assert.Equal("mine", folder.Text("out/csv/notes.txt"));
    }

    [Fact]
    public void An_empty_folder_is_taken()
    {
        using var folder = Fleet.Make();
        Directory.CreateDirectory(folder.PathOf("out"));
        folder.Run("export", "csv", "-o", "out").Fine();
        Assert.True(File.Exists(folder.PathOf("out/csv/datapackage.json")));
    }

    [Fact]
    public void The_folder_of_the_seeds_is_refused()
    {
        using var folder = Fleet.Make();
        foreach (var target in new[] { "seeds", "seeds/out" })
        {
            var run = folder.Run("export", "csv", "-o", target);
            Assert.Equal(ExitCode.NotStarted, run.ExitCode);
            Assert.Contains("is in the folder of the seeds", run.Errors, StringComparison.Ordinal);
        }

        AssertRefused(folder, "'.' was not written by an export", ".");
    }

    [Theory]
    [InlineData("out")]
    [InlineData("out.datapackage-new")]
    [InlineData("out.datapackage-old")]
    public void Nothing_is_written_or_removed_through_a_symbolic_link(string link)
    {
        using var folder = Fleet.Make();
        folder.Run("export", "csv", "-o", "elsewhere").Fine();
        var before = folder.Files("elsewhere");
        Directory.CreateSymbolicLink(folder.PathOf(link), folder.PathOf("elsewhere"));
        var run = folder.Run("export", "csv", "-o", "out");
        Assert.Equal(ExitCode.NotStarted, run.ExitCode);
        Assert.Equal(before, folder.Files("elsewhere"));
    }

    [Fact]
    public void A_link_on_the_way_to_the_folder_is_not_followed()
    {
        using var folder = Fleet.Make().With("elsewhere/mine.txt", "mine");
        Directory.CreateSymbolicLink(folder.PathOf("link"), folder.PathOf("elsewhere"));
        AssertRefused(folder, "'link' is a symbolic link", "link/out");
        AssertRefused(folder, "'link' is a symbolic link", "link/below/out");
        Assert.Equal(["elsewhere/mine.txt"], folder.Files("elsewhere").Keys.Select(name => "elsewhere/" + name));
    }

    [Fact]
    public void The_folder_of_the_seeds_is_refused_under_another_name_too()
    {
        using var folder = Fleet.Make();
        using var other = new TempFolder();
        Directory.CreateSymbolicLink(other.PathOf("link"), folder.PathOf("seeds"));
        AssertRefused(folder, "is in the folder of the seeds", other.PathOf("link/out"));
    }

    [Fact]
    public void Two_exports_at_the_same_time_do_not_write_one_folder()
    {
        using var folder = Fleet.Make();
        using (var session = ExportFolder.Prepare(folder.PathOf("out"), folder.PathOf("seeds"), Session(folder)))
        {
            AssertRefused(folder, "another run writes 'out'");
            session.Below("csv").WriteText("first.txt", "first");
            session.Commit();
        }

        Assert.Equal("first", folder.Text("out/csv/first.txt"));
        folder.Run("export", "csv", "-o", "out").Fine();
        Assert.Equal(["out", "seeds"], Entries(folder));
    }

    private static Session Session(TempFolder folder) =>
        new()
        {
            Output = TextWriter.Null,
            Errors = TextWriter.Null,
            Folder = folder.Path,
        };

    [Theory]
    [MemberData(nameof(Formats))]
    public void Each_format_bears_the_day_that_was_asked_for_or_says_that_it_cannot(string format)
    {
        using var package = ExportedPackage.Shipped(format, "--date", "2031-05-06");
        using var plain = ExportedPackage.Shipped(format);
        Assert.NotEqual(
            plain.Told + string.Concat(plain.Files.Values),
            package.Told + string.Concat(package.Files.Values)
        );
        if (package.Told == plain.Told && format != "parquet")
            Assert.Contains(package.Files.Values, text => text.Contains("2031-05-06", StringComparison.Ordinal));
    }

    [Fact]
    public void A_link_within_an_export_is_not_followed()
    {
        using var folder = Fleet.Make().With("elsewhere/mine.txt", "mine");
        folder.Run("export", "csv", "-o", "out").Fine();
        Directory.CreateSymbolicLink(folder.PathOf("out/csv/link"), folder.PathOf("elsewhere"));
        AssertRefused(folder, "'out/csv/link' was not written by an export");
        Assert.Equal("mine", folder.Text("elsewhere/mine.txt"));
    }

    [Theory]
    [InlineData("xml")]
    [InlineData("csv", "--date", "3 April")]
    [InlineData("csv", "--date", "2025-02-30")]
    [InlineData("json", "--excel")]
    public void Wrong_arguments_are_refused(params string[] arguments)
    {
        using var folder = Fleet.Make();
        var run = folder.Run(["export", "-o", "out", .. arguments]);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Equal(["seeds"], Entries(folder));
    }

    private static void AssertRefused(TempFolder folder, string message, string target = "out")
    {
        var run = folder.Run("export", "csv", "-o", target);
        Assert.Equal(ExitCode.NotStarted, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Entries(TempFolder folder) =>
        Directory
            .EnumerateFileSystemEntries(folder.Path)
            .Select(entry => Path.GetFileName(entry)!)
            .Order(StringComparer.Ordinal);
}
