namespace DataPackage.Bench.Report;

/// <summary>One figure of a report.</summary>
/// <param name="Size">The number of persons.</param>
/// <param name="Subject">The measured subject: a row of a table.</param>
/// <param name="Measure">The measured quantity: a column.</param>
internal sealed record Figure(int Size, string Subject, string Measure, double Median, double Min, double Max)
{
    public static Figure Of(int size, string subject, string measure, double value) =>
        new(size, subject, measure, value, value, value);

    public static Figure Of(int size, string subject, string measure, IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        return new Figure(size, subject, measure, median, sorted[0], sorted[^1]);
    }
}

/// <summary>The figures of one section, with notes on them.</summary>
internal sealed record SectionResult(IReadOnlyList<Figure> Figures, params IReadOnlyList<string> Notes)
{
    public DateOnly Date { get; init; } = DateOnly.FromDateTime(DateTime.Today);
}
