using System.Globalization;

namespace DataPackage.Generator.Tests.Fuzz;

/// <summary>The number of random inputs of a run and its seed: DATAPACKAGE_FUZZ_COUNT raises the number,
/// DATAPACKAGE_FUZZ_SEED repeats a run.</summary>
/// <remarks>Input n depends on the run's seed plus n only, so a failure names the one seed that repeats it.</remarks>
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

    /// <summary>The instructions, in the report of a failure, to repeat it.</summary>
    public static string Again(int seed) =>
        FormattableString.Invariant($"DATAPACKAGE_FUZZ_SEED={seed} DATAPACKAGE_FUZZ_COUNT=1");

    private static int? Read(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : null;
}
