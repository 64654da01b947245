using System.Diagnostics;
using DataPackage.Testing;

namespace DataPackage.Consumer.Tests;

/// <summary>Hostile seeds in a real build with a separate process and compiler server: each file is one error at its
/// place, and both processes survive.</summary>
[Collection(Packages.Name)]
public sealed class HostileBuildTests : IDisposable
{
    private const string Project = "Hostile";

    private readonly Strangers _strangers;
    private readonly string _server = $"datapackage-{Guid.NewGuid():N}";
    private readonly string _seeds;
    private List<string> _written = [];

    public HostileBuildTests(Strangers strangers)
    {
        _strangers = strangers;
        _seeds = Path.Combine(strangers.Folder(Project), "seeds");
        if (!Directory.Exists(Path.Combine(strangers.Folder(Project), "obj")))
            strangers.Succeed(Project, "restore");
    }

    /// <summary>The stack size of threads, in hexadecimal as the runtime reads it: 1.5 MB as on Windows and musl, and
    /// 256 KB; empty for the default of the system.</summary>
    public static TheoryData<string, string> Stacks =>
        new()
        {
            { "", "literals" },
            // The program before the compiler reads the seeds.
            { "180000", "resource" },
            { "40000", "literals" },
        };

    [Theory]
    [MemberData(nameof(Stacks))]
    public void Each_of_all_hostile_files_is_one_error_and_the_compiler_lives(string stack, string delivery)
    {
        var environment = EnvironmentOf(stack);
        environment["DataPackageDelivery"] = delivery;
        Assert.Equal(0, Build(environment).ExitCode);
        var server = ServerProcess();
        _written = HostileFiles.Write(_seeds);
        Assert.True(_written.Count >= 40, $"{_written.Count} files");

        var result = Build(environment);

        var found = BuildError
            .In(result.Output, _strangers.Folder(Project))
            .Select(error => $"{error.File}: {error.Code}({error.Line},{error.Column})")
            .Order(StringComparer.Ordinal);
        var expected = _written
            .Select(path => $"seeds/{path}: {HostileFiles.Expected.GetValueOrDefault(path)}")
            .Order(StringComparer.Ordinal)
            .ToList();
        // Text before a fault is read, so unknown properties in it are reported too. Reading reports one error per
        // file.
        Assert.Equal(
            expected,
            found.Where(error => expected.Contains(error) || error.Contains(": DP0", StringComparison.Ordinal))
        );
        Assert.Equal(1, result.ExitCode);
        Assert.InRange(result.Output.Split('\n').Length, 1, 199);
        Assert.Equal(server, ServerProcess());
        Clear();
        Assert.Equal(0, Build(environment).ExitCode);
        Assert.Equal(server, ServerProcess());
    }

    public static TheoryData<string> Killers => new(HostileFiles.Killers);

    [Theory]
    [MemberData(nameof(Killers))]
    public void A_file_that_has_killed_compilers_is_the_only_error_of_its_build(string path)
    {
        _written = HostileFiles.Write(_seeds, path);

        var result = Build(EnvironmentOf("180000"));

        var error = Assert.Single(BuildError.In(result.Output, _strangers.Folder(Project)));
        Assert.Equal(
            ($"seeds/{path}", HostileFiles.Expected[path]),
            (error.File, $"{error.Code}({error.Line},{error.Column})")
        );
        Assert.Equal(1, result.ExitCode);
        Assert.InRange(result.Output.Split('\n').Length, 1, 199);
    }

    public void Dispose()
    {
        Clear();
        // The server would wait ten minutes for another build.
        var compiler = _strangers.Succeed(Project, "msbuild", "-getProperty:RoslynTargetsPath").Trim();
        Dotnet.Try(
            _seeds,
            new Dictionary<string, string>(),
            Path.Combine(compiler, "bincore", "VBCSCompiler.dll"),
            "-shutdown",
            $"-pipename:{_server}"
        );
    }

    private void Clear()
    {
        foreach (var path in _written)
            File.Delete(Path.Combine(_seeds, path));
        _written = [];
    }

    private static Dictionary<string, string> EnvironmentOf(string stack) =>
        stack.Length == 0 ? [] : new() { ["DOTNET_Thread_DefaultStackSize"] = stack };

    /// <remarks>Rebuilds, because an up-to-date project starts no compiler.</remarks>
    private DotnetResult Build(Dictionary<string, string> environment) =>
        _strangers.Try(
            Project,
            environment,
            "build",
            "--no-restore",
            "--no-incremental",
            "-property:UseSharedCompilation=true",
            $"-property:SharedCompilationId={_server}",
            "-consoleLoggerParameters:NoSummary"
        );

    /// <summary>The process of this test's own compiler server; only Linux tells how a process was started.</summary>
    private int? ServerProcess()
    {
        if (!OperatingSystem.IsLinux())
            return null;
        var servers = Process
            .GetProcesses()
            .Where(process =>
            {
                try
                {
                    return File.ReadAllText($"/proc/{process.Id}/cmdline").Contains(_server, StringComparison.Ordinal)
                        && File.ReadAllText($"/proc/{process.Id}/cmdline")
                            .Contains("VBCSCompiler", StringComparison.Ordinal);
                }
                catch (IOException)
                {
                    // The process has ended.
                    return false;
                }
            });
        return Assert.Single(servers).Id;
    }
}
