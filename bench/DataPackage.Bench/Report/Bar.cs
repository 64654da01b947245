namespace DataPackage.Bench.Report;

/// <summary>A limit that the project sets itself for one or more figures.</summary>
/// <param name="What">The figures that are compared.</param>
/// <param name="Limit">The greatest value that meets the bar.</param>
/// <param name="Write">Formats the limit and the values.</param>
/// <param name="Measured">The values, each with its subject if there are several; null if not measured.</param>
internal sealed record Bar(
    string What,
    double Limit,
    Func<double, string> Write,
    params IReadOnlyList<(string Of, double? Value)> Measured
)
{
    private bool IsMeasured => Measured.All(each => each.Value is not null);

    private bool IsMet => Measured.All(each => each.Value <= Limit);

    public IReadOnlyList<string> Row =>
        [
            What,
            $"≤ {Write(Limit)}",
            IsMeasured
                ? string.Join(", ", Measured.Select(each => $"{each.Of} {Write(each.Value!.Value)}".Trim()))
                : "not measured",
            !IsMeasured ? ""
            : IsMet ? "yes"
            : "**no**",
        ];
}
