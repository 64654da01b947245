using System.Globalization;
using DataPackage.Testing;

namespace DataPackage.Robustness.Tests;

public class CorruptionTests
{
    /// <summary>Set to 'full' to corrupt every byte in every way on both sides of a guard page.</summary>
    private const string EffortVariable = "DATAPACKAGE_CORRUPTION";

    /// <summary>It computes for twelve minutes, and writes at the end.</summary>
    private static readonly Patience Patience = Patience.Default with { ProcessorTime = TimeSpan.FromMinutes(60) };

    /// <summary>Each variant is read between two unreadable pages, in a separate process: reading out of bounds ends
    /// it.</summary>
    [Fact]
    public void Corrupted_packed_data_give_a_clear_exception_or_a_wrong_value_and_never_a_crash()
    {
        var place = Path.GetTempFileName();
        try
        {
            var effort = Environment.GetEnvironmentVariable(EffortVariable) ?? "quick";
            var result = Dotnet.Try(
                Patience,
                AppContext.BaseDirectory,
                new Dictionary<string, string> { ["DOTNET_DbgEnableMiniDump"] = "0" },
                "exec",
                typeof(CorruptionTests).Assembly.Location,
                effort,
                Effort.Seed.ToString(CultureInfo.InvariantCulture),
                place
            );
            Assert.True(
                result.ExitCode == 0,
                $"Exit code {result.ExitCode}; the last variant: {File.ReadAllText(place).TrimEnd()}\n{result.Output}"
            );
        }
        finally
        {
            File.Delete(place);
        }
    }
}
