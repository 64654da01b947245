using System.Diagnostics;
using System.Text;

namespace DataPackage.Testing;

/// <summary>Node.js and the packages of npm that tests use.</summary>
internal static class NodeModules
{
    /// <summary>Null where tests that need Node.js must run: where npm is installed, and in CI.</summary>
    public static string? WhySkipped =>
        Environment.GetEnvironmentVariable("CI") == "true" || IsOnPath("npm")
            ? null
            : "Node.js and npm are not installed: a program of others, which is written for it, cannot run.";

    /// <summary>Installs the versions of a folder's package-lock.json; installation runs no scripts.</summary>
    /// <param name="folder">A full path.</param>
    public static void Install(string folder)
    {
        // Tests run at the same time, and npm begins with removing the folder.
        lock (Installing)
            InstallWhereMissing(folder);
    }

    private static readonly object Installing = new();

    private static void InstallWhereMissing(string folder)
    {
        var mark = Path.Combine(folder, "node_modules", ".package-lock.json");
        if (
            File.Exists(mark)
            && File.GetLastWriteTimeUtc(mark) >= File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json"))
        )
            return;
        string[] arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd", ["/c", "npm", .. arguments])
            : new ProcessStartInfo("npm", arguments);
        start.WorkingDirectory = folder;
        using var npm = Process.Start(start)!;
        npm.WaitForExit();
        if (npm.ExitCode != 0)
            throw new InvalidOperationException($"npm ci in {folder} failed.");
    }

    /// <summary>What a script of a folder says.</summary>
    /// <param name="script">A path below the repository; packages are installed beside it.</param>
    public static string Run(string script, string input, params string[] arguments)
    {
        var path = Repository.PathOf(script);
        Install(Path.GetDirectoryName(path)!);
        var start = new ProcessStartInfo("node", [path, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var node = Process.Start(start)!;
        var said = node.StandardOutput.ReadToEndAsync();
        var complained = node.StandardError.ReadToEndAsync();
        node.StandardInput.Write(input);
        node.StandardInput.Close();
        node.WaitForExit();
        return node.ExitCode == 0
            ? said.Result
            : throw new InvalidOperationException($"{script} failed: {complained.Result}");
    }

    public static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder =>
                File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".cmd"))
            );
}
