using System.Diagnostics;
using DataPackage.Testing;
using DataPackage.Tool.Sessions;
using DataPackage.Tool.Tests.Verbs;

namespace DataPackage.Tool.Tests.Packed;

/// <summary>Verbs that write several files, stopped in the middle or by a system that takes no more. Root may write
/// everywhere, but not even root may write a file that is longer than the limit of its shell.</summary>
[Collection(InstalledTool.Name)]
public class AllOrNoneTests(InstalledTool tool)
{
    private const int Ships = 600;

    /// <summary>The moments are numbers of files that are written beside their places when the signal comes; with the
    /// last, it comes when files begin to take their places.</summary>
    [Fact]
    public void A_change_that_is_interrupted_leaves_all_files_as_they_were_or_as_they_should_be()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = Fleet.Make();
        foreach (var number in Enumerable.Range(0, Ships))
            folder.With(FormattableString.Invariant($"seeds/ships/s{number}.yaml"), "name: S\nsisters: [albatros]\n");
        var before = folder.Files();
        folder.Run("rename", "albatros", "z", "--apply").Fine();
        var after = folder.Files();
        folder.Run("rename", "z", "albatros", "--apply").Fine();
        Assert.Equal(before, folder.Files());

        foreach (var moment in new[] { 1, Ships / 2, Ships })
        {
            using var process = Process.Start(
                tool.StartInterruptible(folder.Path, "rename", "albatros", "z", "--apply")
            )!;
            while (!process.HasExited && Waiting(folder) < moment)
                Thread.Yield();
            InstalledTool.Interrupt(process);
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();

            Assert.Contains(process.ExitCode, new[] { ExitCode.Fine, ExitCode.Cancelled });
            Assert.Equal(process.ExitCode == ExitCode.Fine ? after : before, folder.Files());
            if (process.ExitCode == ExitCode.Fine)
                folder.Run("rename", "z", "albatros", "--apply").Fine();
        }
    }

    [Fact]
    public void A_change_whose_last_file_cannot_be_written_changes_none()
    {
        using var folder = Fleet.Make().With("seeds/ships/c.yaml", $"name: {Long}\nsisters: [albatros]\n");

        AssertWritesNothing(folder, "rename", "albatros", "z", "--apply");
    }

    [Fact]
    public void A_package_of_which_a_file_cannot_be_written_is_not_started()
    {
        using var folder = new TempFolder().With("notes.txt", "");

        // The language is in the last file.
        AssertWritesNothing(folder, "init", "fleet", "--sample", "articles", "--language", Long);
        AssertWritesNothing(folder, "init", "--sample", "ships", "--language", Long);

        Assert.Empty(Directory.GetDirectories(folder.Path));
    }

    [Fact]
    public void Where_a_schema_cannot_be_written_none_is_pinned()
    {
        var properties = Enumerable.Range(0, 40).Select(number => FormattableString.Invariant($"property{number}: 1"));
        using var folder = new TempFolder()
            .With("seeds/ports.yaml", "a: { x: 1 }\nb: { x: 2 }\n")
            .With("seeds/ships.yaml", $"a: {{ {string.Join(", ", properties)} }}\nb: {{ property1: 2 }}\n");

        AssertWritesNothing(folder, "pin");
        Assert.False(Directory.Exists(folder.PathOf("seeds/schema")));
    }

    private static string Long { get; } = new('x', 600);

    private static int Waiting(TempFolder folder) =>
        Directory.EnumerateFiles(folder.PathOf("seeds/ships"), "*.changed").Count();

    /// <summary>Runs where no file may be longer than 512 or 1,024 bytes, as the shell counts.</summary>
    private void AssertWritesNothing(TempFolder folder, params string[] arguments)
    {
        if (!OperatingSystem.IsLinux())
            return;
        var before = folder.Files();
        var start = new ProcessStartInfo(
            "sh",
            ["-c", "trap '' XFSZ; ulimit -f 1; exec \"$0\" \"$@\"", tool.Command, .. arguments]
        )
        {
            WorkingDirectory = folder.Path,
        };
        // The runtime itself maps a large file to write code.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        var run = new ChildProcess(start).Run(Patience.Default);

        Assert.Equal(ExitCode.NotStarted, run.ExitCode);
        TextAssert.Has("too large", run.Output);
        TextAssert.Lacks("   at ", run.Output);
        Assert.Equal(before, folder.Files());
    }
}
