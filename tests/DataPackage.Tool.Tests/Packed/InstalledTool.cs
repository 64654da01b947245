using System.Diagnostics;
using DataPackage.Testing;

namespace DataPackage.Tool.Tests.Packed;

/// <summary>The packed tool, installed as a user installs it.</summary>
public sealed class InstalledTool : PackedPackages
{
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

    internal ProcessStartInfo Start(string folder, params string[] arguments) =>
        new(Command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
}
