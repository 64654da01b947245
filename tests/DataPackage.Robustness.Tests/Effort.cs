using System.Globalization;

namespace DataPackage.Robustness.Tests;

/// <summary>How much the tests of this project try: enough for each commit, or more where these variables say so
/// (CONTRIBUTING.md).</summary>
internal static class Effort
{
    /// <summary>DATAPACKAGE_FUZZ_SEED repeats what a failed test tried.</summary>
    public static int Seed { get; } = Number("DATAPACKAGE_FUZZ_SEED") ?? Random.Shared.Next();

    /// <summary>DATAPACKAGE_FUZZ_COUNT: how many inputs each fuzz test makes up.</summary>
    public static int Inputs { get; } = Number("DATAPACKAGE_FUZZ_COUNT") ?? 20_000;

    /// <summary>DATAPACKAGE_ROUNDS: how often threads meet an untouched package.</summary>
    public static int Rounds { get; } = Number("DATAPACKAGE_ROUNDS") ?? 15;

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : null;
}
