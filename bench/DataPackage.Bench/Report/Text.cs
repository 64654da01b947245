using System.Globalization;

namespace DataPackage.Bench.Report;

/// <summary>Formats figures.</summary>
internal static class Text
{
    private const string NotMeasured = "–";

    /// <summary>A number with three significant digits.</summary>
    public static string Number(double value) =>
        value switch
        {
            0 => "0",
            < 0.1 => value.ToString("0.####", CultureInfo.InvariantCulture),
            < 10 => value.ToString("0.00", CultureInfo.InvariantCulture),
            < 100 => value.ToString("0.0", CultureInfo.InvariantCulture),
            _ => value.ToString("#,0", CultureInfo.InvariantCulture),
        };

    /// <summary>A figure in another unit; a dash if there is none.</summary>
    public static string Median(Figure? figure, double unit = 1) =>
        figure is null ? NotMeasured : Number(figure.Median / unit);

    /// <summary>A median with its least and greatest value.</summary>
    public static string Range(Figure? figure, double unit = 1) =>
        figure is null
            ? NotMeasured
            : $"{Number(figure.Median / unit)} ({Number(figure.Min / unit)}–{Number(figure.Max / unit)})";

    /// <summary>A ratio; below one half it is a fraction, as the bars are.</summary>
    public static string Ratio(double value) =>
        value is > 0 and < 0.5 ? $"1/{Number(1 / value)}" : $"{Number(value)} ×";

    public static string Count(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A table in Markdown: the first row is the head, and columns after the first are numbers.</summary>
    public static string Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows) =>
        string.Concat([
            Row(head),
            Row([.. head.Select((_, column) => column == 0 ? "---" : "---:")]),
            .. rows.Select(Row),
        ]);

    private static string Row(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells)} |\n";
}

/// <summary>Divisors for the figures of the sections.</summary>
internal static class Unit
{
    public const double Thousand = 1_000;
    public const double Megabyte = 1_000_000;
    public const double Gigabyte = 1_000_000_000;
}
