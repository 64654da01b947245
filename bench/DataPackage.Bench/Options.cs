using System.Globalization;

namespace DataPackage.Bench;

/// <summary>The arguments of the command line.</summary>
/// <param name="Sizes">Numbers of persons, ascending. Some sections measure only the middle one.</param>
/// <param name="Rounds">How often processes are repeated; null for the default of the size.</param>
/// <param name="Only">The names of the sections to run; empty for all.</param>
/// <param name="IsPageOnly">Whether to measure nothing and write the page again from earlier figures.</param>
internal sealed record Options(
    IReadOnlyList<int> Sizes,
    int? Rounds,
    IReadOnlyList<string> Only,
    bool IsSmoke,
    bool IsPageOnly = false
)
{
    private static readonly int[] DefaultSizes = [1_000, 10_000, 50_000];
    private static readonly int[] DefaultRounds = [21, 15, 7];

    public const string Usage =
        "Options: --sizes 1000,10000,50000  --rounds N  --only cold,warm,...  --page (measures nothing, writes the "
        + "page anew)  --smoke (200 persons, one round: shows that all works)";

    public int Small => Sizes[0];

    public int Middle => Sizes[Sizes.Count / 2];

    public int Large => Sizes[^1];

    /// <summary>Whether the figures are those that the repository publishes.</summary>
    public bool IsFull => Rounds is null && Sizes.SequenceEqual(DefaultSizes);

    /// <summary>The command that measures figures like these.</summary>
    public string CommandLine =>
        "dotnet run -c Release --project bench/DataPackage.Bench"
        + (IsFull ? "" : " --")
        + (Sizes.SequenceEqual(DefaultSizes) ? "" : " --sizes " + string.Join(',', Sizes))
        + (Rounds is { } rounds ? string.Create(CultureInfo.InvariantCulture, $" --rounds {rounds}") : "");

    public static Options Parse(string[] args)
    {
        var options = new Options(DefaultSizes, null, [], IsSmoke: false);
        for (var i = 0; i < args.Length; i++)
            options = args[i] switch
            {
                "--smoke" => options with { Sizes = [200], Rounds = 1, IsSmoke = true },
                "--sizes" => options with { Sizes = [.. Value(args, ref i).Split(',').Select(Number).Order()] },
                "--rounds" => options with { Rounds = Number(Value(args, ref i)) },
                "--page" => options with { IsPageOnly = true },
                "--only" => options with { Only = Value(args, ref i).Split(',') },
                var unknown => throw new FormatException($"There is no option '{unknown}'. {Usage}"),
            };
        return options;
    }

    public bool Asks(string section) =>
        !IsPageOnly && (Only.Count == 0 || Only.Contains(section, StringComparer.Ordinal));

    /// <summary>How often to repeat a process at this size. Large sizes take longer and vary less.</summary>
    public int RoundsAt(int size) =>
        Rounds ?? DefaultRounds[Math.Max(0, Array.FindLastIndex(DefaultSizes, each => each <= size))];

    /// <summary>How often to repeat processes that take seconds or minutes.</summary>
    public int FewRoundsAt(int size) => Math.Max(1, RoundsAt(size) / 5);

    private static string Value(string[] args, ref int i) =>
        ++i < args.Length ? args[i] : throw new FormatException($"{args[^1]} needs a value. {Usage}");

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
