namespace DataPackage.Bench.Report;

/// <summary>What the project promises itself of one figure, or of several at once.</summary>
/// <param name="What">What is compared.</param>
/// <param name="Limit">The greatest value that meets the bar.</param>
/// <param name="Write">How the limit and the values are written.</param>
/// <param name="Measured">The values, and of what each is where there are several; null where one was not
/// measured.</param>
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
