using System.Diagnostics;
using System.Globalization;
using DataPackage.Testing;

namespace DataPackage.Tool.Tests.Packed;

/// <summary>The packed tool, installed as a user installs it, once for all tests that need it.</summary>
[CollectionDefinition(Name)]
public sealed class InstalledTool : PackedPackages, ICollectionFixture<InstalledTool>
{
    public const string Name = "the installed tool";

    public InstalledTool()
        : base("src/DataPackage.Tool")
    {
        Folder = Path.Combine(Workspace, "tools");
        Dotnet.Run(
            Workspace,
            new Dictionary<string, string>(),
            "tool",
            "install",
            "DataPackage.Tool",
            "--tool-path",
            Folder,
            "--source",
            Feed,
            "--version",
            Version
        );
    }

    /// <summary>The folder that has the command.</summary>
    public string Folder { get; }

    public string Command => Path.Combine(Folder, OperatingSystem.IsWindows() ? "datapackage.exe" : "datapackage");

    internal DotnetResult Run(string folder, params string[] arguments) =>
        new ChildProcess(Start(folder, arguments)).Run(Patience.Default);

    /// <summary>A run that a signal can interrupt. A test run in the background of a shell ignores SIGINT, and so does
    /// everything that it starts.</summary>
    internal ProcessStartInfo StartInterruptible(string folder, params string[] arguments)
    {
        var start = Start(folder, arguments);
        if (!OperatingSystem.IsLinux())
            return start;
        start.ArgumentList.Insert(0, "--default-signal=INT");
        start.ArgumentList.Insert(1, start.FileName);
        start.FileName = "env";
        return start;
    }

    internal static void Interrupt(Process process) =>
        Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

    internal ProcessStartInfo Start(string folder, params string[] arguments) =>
        new(Command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
}
