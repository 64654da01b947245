using System.Globalization;
using System.Text;

namespace DataPackage.Bench.Data;

/// <summary>Seeds in the style of data that were not written for this: irregular, and without a schema.</summary>
internal static class ForeignSeeds
{
    public const string Manifests = "4 MB of irregular manifests";
    public const string Rules = "3,000 rule files of 14 MB";
    public const string Pages = "500 pages of 60,000 scalars";

    public static readonly string[] All = [Manifests, Rules, Pages];

    private static readonly string[] Words = (
        "amber birch cobalt dune ember fjord grove harbor inlet jetty kelp lagoon marsh north ocean pier quay "
        + "reef shoal tide"
    ).Split(' ');

    /// <param name="share">The share of the files: 1 for all, less to warm up.</param>
    public static List<Seed> Of(string name, double share)
    {
        var dice = new Dice(7);
        return name switch
        {
            Manifests => Files(1_000, share, i => Manifest(i, dice)),
            Rules => Files(3_000, share, i => Rule(i, dice)),
            Pages => Files(500, share, i => Page(i, dice)),
            _ => throw new FormatException($"There are no seeds called '{name}'."),
        };
    }

    private static List<Seed> Files(int count, double share, Func<int, Seed> make) =>
        [.. Enumerable.Range(0, (int)(count * share)).Select(make)];

    /// <summary>About 4 kB. The keys of its resources are names, and few resources have the same keys.</summary>
    private static Seed Manifest(int number, Dice dice)
    {
        var text = new StringBuilder($"apiVersion: v{number % 3}\nkind: {dice.Of(Words)}\nspec:\n");
        for (var i = 0; i < 9; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {Name(dice)}-{number}-{i}:\n");
            for (var j = 0; j < 4; j++)
                text.Append(
                        CultureInfo.InvariantCulture,
                        $"    {Name(dice)}{j}:\n      {Name(dice)}: {Sentence(dice, 4)}\n"
                    )
                    .Append(
                        CultureInfo.InvariantCulture,
                        $"      {dice.Of(Words)}{j}: [{dice.Below(9)}, {dice.Below(9)}]\n"
                    );
        }

        return new Seed($"manifests/m{number}.yaml", text.ToString());
    }

    /// <summary>About 4.7 kB: fixed keys, and free keys under one of them.</summary>
    private static Seed Rule(int number, Dice dice)
    {
        var text = new StringBuilder(
            $"title: {Sentence(dice, 6)}\nid: r-{number}\nstatus: {dice.Of(Words)}\n"
                + $"level: {dice.Below(5)}\ndetection:\n"
        );
        for (var i = 0; i < 6; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {dice.Of(Words)}_{dice.Below(400)}_{i}:\n");
            for (var j = 0; j < 3; j++)
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"    {dice.Of(Words)}{j}|contains:\n    - '{Sentence(dice, 12)}'\n    - '{Sentence(dice, 12)}'\n"
                );
        }

        return new Seed($"rules/r{number}.yaml", text.Append("  condition: all of them\n").ToString());
    }

    /// <summary>120 scalars before a text.</summary>
    private static Seed Page(int number, Dice dice)
    {
        var text = new StringBuilder($"---\ntitle: {Sentence(dice, 5)}\ndate: 2024-01-{(number % 28) + 1:D2}\n");
        for (var i = 0; i < 58; i++)
            text.Append(CultureInfo.InvariantCulture, $"{dice.Of(Words)}_{i}: {dice.Below(1_000)}\n");
        text.Append("tags:\n");
        for (var i = 0; i < 60; i++)
            text.Append(CultureInfo.InvariantCulture, $"- {Name(dice)}\n");
        return new Seed($"pages/p{number}.md", $"{text}---\n{Sentence(dice, 200)}\n");
    }

    private static string Name(Dice dice) => $"{dice.Of(Words)}{dice.Of(Words)}{dice.Below(1_000)}";

    private static string Sentence(Dice dice, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => dice.Of(Words)));
}
