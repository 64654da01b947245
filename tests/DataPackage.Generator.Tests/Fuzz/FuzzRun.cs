using System.Globalization;

namespace DataPackage.Generator.Tests.Fuzz;

/// <summary>How many random inputs a run makes, and from which seed: DATAPACKAGE_FUZZ_COUNT raises the number,
/// DATAPACKAGE_FUZZ_SEED repeats a run.</summary>
/// <remarks>Input number n of a run is made from the seed of the run plus n alone, so that a failure names the one seed
/// that makes it again.</remarks>
internal sealed class FuzzRun
{
    public const int DefaultCount = 10_000;

    private FuzzRun(int count, int seed) => (Count, Seed) = (count, seed);

    public int Count { get; }

    public int Seed { get; }

    public static FuzzRun FromEnvironment(int defaultCount = DefaultCount) =>
        new(
            Read("DATAPACKAGE_FUZZ_COUNT") ?? defaultCount,
            Read("DATAPACKAGE_FUZZ_SEED") ?? Random.Shared.Next(1, 1_000_000_000)
        );

    public IEnumerable<int> Seeds => Enumerable.Range(0, Count).Select(i => unchecked(Seed + i));

    /// <summary>What a failure is reported with, and how to make it again.</summary>
    public static string Again(int seed) =>
        FormattableString.Invariant($"DATAPACKAGE_FUZZ_SEED={seed} DATAPACKAGE_FUZZ_COUNT=1");

    private static int? Read(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : null;
}
