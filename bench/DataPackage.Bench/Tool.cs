using System.Diagnostics;
using System.Globalization;

namespace DataPackage.Bench;

/// <summary>Runs other programs.</summary>
internal static class Tool
{
    /// <summary>The runtime of this process, for the programs that it builds.</summary>
    private static readonly string DotnetRoot = Path.GetFullPath(
        Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "../../..")
    );

    public static string Dotnet { get; } = Path.Combine(DotnetRoot, "dotnet");

    public static bool IsInstalled(string command) =>
        Environment
            .GetEnvironmentVariable("PATH")!
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, command)));

    /// <summary>Runs a program to its end and returns its output; throws with the output if the exit code is not
    /// 0.</summary>
    public static string Run(string command, string folder, params IReadOnlyList<string> arguments)
    {
        using var process = Start(command, folder, arguments);
        return Finish(process);
    }

    public static Process Start(string command, string folder, params IReadOnlyList<string> arguments) =>
        Start(command, folder, heapLimit: null, arguments);

    /// <param name="heapLimit">The most bytes for the managed heaps of the program and its children; null for no
    /// limit.</param>
    public static Process Start(string command, string folder, long? heapLimit, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        if (heapLimit is { } limit)
            start.Environment["DOTNET_GCHeapHardLimit"] = limit.ToString("X", CultureInfo.InvariantCulture);
        // 'dotnet run' passes its own MSBuild settings on; a build of another project must not see them.
        foreach (
            var name in start
                .Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))
                .ToList()
        )
            start.Environment.Remove(name);
        // A build node that stays alive would keep our end of the pipe open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_ROOT"] = DotnetRoot;
        return Process.Start(start)!;
    }

    public static string Finish(Process process)
    {
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException(
                $"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)} failed:\n{output}"
            );
    }
}
