namespace DataPackage.Shared.Dates;

/// <summary>A parsed date of the Extended Date/Time Format (Library of Congress, 2019-02-04): levels 0, 1 and 2.
/// Immutable.</summary>
internal sealed class EdtfExpression
{
    private readonly char _bracket;

    /// <summary>Sums up what a reader has found, without validation.</summary>
    /// <param name="form">Interval or set, and which ends are open or unknown.</param>
    /// <param name="ranges">At least one; owned.</param>
    /// <param name="bracket">The bracket that opens a set: one of its members ([) or all of them ({).</param>
    internal EdtfExpression(EdtfFlags form, EdtfRange[] ranges, char bracket = '\0')
    {
        _bracket = bracket;
        Ranges = ranges;
        Flags = form;
        (EarliestDay, LatestDay) = (ranges[0].FirstDay, ranges[0].LastDay);
        foreach (var range in ranges)
        {
            Flags |= (range.Start?.Qualifiers ?? 0) | (range.End?.Qualifiers ?? 0);
            // If one member has no bound, the whole has none.
            EarliestDay = range.FirstDay is { } first && EarliestDay is { } earliest ? Math.Min(first, earliest) : null;
            LatestDay = range.LastDay is { } last && LatestDay is { } latest ? Math.Max(last, latest) : null;
        }
    }

    /// <summary>The members of a set as written; exactly one for a date or an interval.</summary>
    public IReadOnlyList<EdtfRange> Ranges { get; }

    public EdtfFlags Flags { get; }

    /// <summary>The first possible day in days since 0001-01-01 of the proleptic Gregorian calendar
    /// (<c>DateOnly.DayNumber</c> without its limits); null if the start is open or unknown. A date-time counts as the
    /// day that is written, not as that of UTC.</summary>
    public long? EarliestDay { get; }

    /// <summary>The last possible day, counted in the same way; null if the end is open or unknown.</summary>
    public long? LatestDay { get; }

    public bool IsUncertain => (Flags & EdtfFlags.Uncertain) != 0;

    public bool IsApproximate => (Flags & EdtfFlags.Approximate) != 0;

    public bool IsInterval => (Flags & EdtfFlags.Interval) != 0;

    public bool IsSet => (Flags & EdtfFlags.Set) != 0;

    /// <summary>The canonical text, which parses to an equal expression.</summary>
    public override string ToString()
    {
        if (IsInterval)
            return (Ranges[0].Start?.ToString() ?? Missing(EdtfFlags.OpenStart))
                + "/"
                + (Ranges[0].End?.ToString() ?? Missing(EdtfFlags.OpenEnd));
        if (!IsSet)
            return Ranges[0].Start!.ToString();

        var members = new string[Ranges.Count];
        for (var i = 0; i < members.Length; i++)
        {
            var (start, end) = Ranges[i];
            members[i] = ReferenceEquals(start, end) ? start!.ToString() : start + ".." + end;
        }

        return _bracket + string.Join(",", members) + (_bracket == '[' ? ']' : '}');
    }

    private string Missing(EdtfFlags open) => (Flags & open) != 0 ? ".." : "";
}
