using System.Globalization;

namespace DataPackage.Robustness.Tests;

/// <summary>The effort of the tests of this project: enough for each commit, or more if these variables say so
/// (CONTRIBUTING.md).</summary>
internal static class Effort
{
    /// <summary>DATAPACKAGE_FUZZ_SEED repeats a failed test.</summary>
    public static int Seed { get; } = Number("DATAPACKAGE_FUZZ_SEED") ?? Random.Shared.Next();

    /// <summary>DATAPACKAGE_FUZZ_COUNT: the number of inputs of each fuzz test.</summary>
    public static int Inputs { get; } = Number("DATAPACKAGE_FUZZ_COUNT") ?? 20_000;

    /// <summary>DATAPACKAGE_ROUNDS: how often threads race on an untouched package.</summary>
    public static int Rounds { get; } = Number("DATAPACKAGE_ROUNDS") ?? 15;

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : null;
}
