using System.Diagnostics;
using DataPackage.Testing;

namespace DataPackage.Tool.Tests.Packed;

/// <summary>The tool as a process of its own: what only a process can show.</summary>
[Collection(InstalledTool.Name)]
public class InstalledToolTests(InstalledTool tool)
{
    [Fact]
    public void It_checks_the_shipped_data()
    {
        var run = tool.Run(Repository.Root, "check", "seeds");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("0 errors, 0 warnings in ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_its_version() => Assert.Equal(tool.Version + "\n", tool.Run("/", "--version").Output);

    [Theory]
    [InlineData(2, "chek")]
    [InlineData(3, "check", "absent")]
    public void Its_exit_code_says_what_went_wrong(int code, params string[] arguments) =>
        Assert.Equal(code, tool.Run(tool.Workspace, arguments).ExitCode);

    [Fact]
    public void Each_verb_does_what_its_help_shows()
    {
        using var folder = HelpTests.Repositories();
        foreach (var example in CommandLine.All.SelectMany(verb => verb.Examples))
        {
            var run = tool.Run(folder.Path, [.. DocumentTests.Words(example).Skip(1)]);
            Assert.True(run.ExitCode == 0, $"{example}\n{run.Output}");
            // Each begins with the same seeds.
            foreach (var file in new[] { "seeds", "fleet", "library", "samples/Languages/seeds/schema" })
                if (Directory.Exists(folder.PathOf(file)))
                    Directory.Delete(folder.PathOf(file), recursive: true);
            folder.WithCopyOf("seeds", "seeds");
        }
    }

    /// <summary>Not even the root of a machine may write there.</summary>
    [Fact]
    public void Where_nothing_can_be_written_it_ends_with_3()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var run = tool.Run(tool.Workspace, "init", "/proc/fleet");

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("datapackage: ", run.Output, StringComparison.Ordinal);
        TextAssert.Lacks("   at ", run.Output);
    }

    /// <summary>A machine that checks seeds needs a runtime, not the compiler.</summary>
    [Fact]
    public void It_brings_the_engine_and_no_compiler()
    {
        var files = Directory
            .EnumerateFiles(Path.Combine(tool.Folder, ".store"), "*", SearchOption.AllDirectories)
            .ToList();

        Assert.Contains(files, file => Path.GetFileName(file) == "DataPackage.Engine.dll");
        Assert.DoesNotContain(files, file => Path.GetFileName(file).Contains("CodeAnalysis", StringComparison.Ordinal));
        var dependencies = File.ReadAllText(
            files.Single(file => Path.GetFileName(file) == "DataPackage.Tool.deps.json")
        );
        TextAssert.Lacks("CodeAnalysis", dependencies);
        Assert.Equal(
            [
                "CommunityToolkit.HighPerformance.dll",
                "DataPackage.Engine.dll",
                "DataPackage.Tool.dll",
                "K4os.Compression.LZ4.dll",
                "Markdig.dll",
                "Microsoft.Data.Sqlite.dll",
                "Microsoft.IO.RecyclableMemoryStream.dll",
                "Parquet.dll",
                "SQLitePCLRaw.batteries_v2.dll",
                "SQLitePCLRaw.core.dll",
                "SQLitePCLRaw.provider.e_sqlite3.dll",
                "Snappier.dll",
                "System.CommandLine.dll",
                "YamlDotNet.dll",
                "ZstdSharp.dll",
            ],
            files
                .Select(Path.GetFileName)
                .Where(name => name!.EndsWith(".dll", StringComparison.Ordinal) && name != "e_sqlite3.dll")
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void It_asks_nothing_if_nobody_can_answer()
    {
        using var process = Process.Start(tool.Start(Repository.Root, "check", "samples/Languages"))!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.StandardError.ReadToEnd();
        process.WaitForExit();

        Assert.Equal(0, process.ExitCode);
        TextAssert.Has("info DP1050", output);
    }

    [Fact]
    public void It_ends_quietly_if_its_output_is_closed()
    {
        using var folder = new TempFolder();
        folder.With("seeds/ships.yaml", string.Concat(Enumerable.Range(0, 3000).Select(n => $"s{n}: {{ a: @ }}\n")));
        var start = tool.Start(folder.Path, "check", "--format", "json");
        using var process = Process.Start(start)!;
        process.StandardOutput.Close();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();

        TextAssert.Lacks("Exception", errors);
        TextAssert.Lacks("   at ", errors);
    }

    [Fact]
    public void It_ends_with_3_if_its_output_cannot_be_written()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var start = new ProcessStartInfo("sh", ["-c", "exec \"$0\" list > /dev/full", tool.Command])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();

        Assert.Equal(3, process.ExitCode);
        Assert.StartsWith("datapackage: ", errors, StringComparison.Ordinal);
        TextAssert.Lacks("   at ", errors);
    }

    [Fact]
    public void It_watches_until_it_is_interrupted()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TempFolder()
            .With("seeds/schema/Ship.yaml", "properties:\n  name: { type: text, description: Her name. }\n")
            .With("seeds/ships/a.yaml", "name: A\n");
        using var process = Process.Start(tool.StartInterruptible(folder.Path, "check", "--watch"))!;
        try
        {
            Await(process, "watching");
            folder.With("seeds/ships/a.yaml", "nme: A\n");
            Assert.Equal(
                "seeds/ships/a.yaml(1,1): error DP1002: Ship has no property 'nme'; did you mean 'name'?",
                process.StandardOutput.ReadLine()
            );
            Await(process, "watching");
            InstalledTool.Interrupt(process);
            process.WaitForExit();

            Assert.Equal(130, process.ExitCode);
        }
        finally
        {
            process.Kill();
        }
    }

    private static void Await(Process process, string start)
    {
        while (process.StandardError.ReadLine() is { } line)
            if (line.StartsWith(start, StringComparison.Ordinal))
                return;
        Assert.Fail($"It ended before it wrote '{start}'.");
    }
}
