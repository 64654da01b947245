using System.Diagnostics;

namespace DataPackage.Testing;

/// <summary>Node.js and the packages of npm that tests use.</summary>
internal static class NodeModules
{
    /// <summary>Whether tests that need Node.js must run: where npm is installed, and in CI.</summary>
    public static bool MustRun => Environment.GetEnvironmentVariable("CI") == "true" || IsOnPath("npm");

    /// <summary>Installs the versions of a folder's package-lock.json; installation runs no scripts.</summary>
    /// <param name="folder">A full path.</param>
    public static void Install(string folder)
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

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder =>
                File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".cmd"))
            );
}
