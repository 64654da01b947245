using System.Globalization;
using System.Runtime.InteropServices;

namespace DataPackage.Bench.Report;

/// <summary>Describes the machine that took the figures.</summary>
internal static class Machine
{
    public static string Describe() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Value("/proc/cpuinfo", "model name")}, {Environment.ProcessorCount} cores, {Memory()} GB of memory; "
                + $"{OperatingSystem()}; .NET SDK {Sdk()}, runtime {Environment.Version}"
        );

    private static string Memory() =>
        Text.Count((int)Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Unit.Gigabyte));

    private static string OperatingSystem() =>
        File.Exists("/etc/os-release")
            ? Value("/etc/os-release", "PRETTY_NAME").Trim('"')
            : RuntimeInformation.OSDescription;

    private static string Sdk() => Tool.Run(Tool.Dotnet, Environment.CurrentDirectory, "--version").Trim();

    private static string Value(string file, string name) =>
        File.ReadLines(file).First(line => line.StartsWith(name, StringComparison.Ordinal)).Split(':', '=')[1].Trim();
}
