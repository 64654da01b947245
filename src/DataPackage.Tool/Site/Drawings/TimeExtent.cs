using DataPackage.Engine.Schema.Types;
using DataPackage.Shared.Dates;

namespace DataPackage.Tool.Site.Drawings;

/// <summary>The days that a time may have, and among them those that it surely has. A month or a year that is stated
/// without doubt counts as a whole: that is how exact the statement is, not how sure.</summary>
/// <param name="First">The first possible day; null if the time is open there, or nobody knows.</param>
/// <param name="Last">The last possible day; null in the same cases.</param>
/// <param name="SureFrom">The least number there is if it is sure that the time is open there.</param>
/// <param name="SureTo">Before <paramref name="SureFrom"/> if no day is sure.</param>
internal readonly record struct TimeExtent(long? First, long? Last, long SureFrom, long SureTo)
{
    public bool HasSure => SureFrom <= SureTo;

    /// <summary>The days that bound its parts.</summary>
    public IEnumerable<long> KnownDays
    {
        get
        {
            if (First is { } first)
                yield return first;
            if (Last is { } last)
                yield return last;
            if (HasSure && SureFrom != long.MinValue)
                yield return SureFrom;
            if (HasSure && SureTo != long.MaxValue)
                yield return SureTo;
        }
    }

    public static TimeExtent Of(EntityTime time)
    {
        var (start, end) =
            time.Start == time.End && ((EdtfFlags)time.Start.Flags & EdtfFlags.Interval) != 0
                ? BoundsOf(time.Start)
                : (Bound.Of(time.Start), time.End is null ? Bound.Open : Bound.Of(time.End));
        // Where nothing at all is known of the other end, the stated one is sure.
        return new TimeExtent(
            start.First,
            end.Last,
            start is { IsSure: false, Last: null } && end is { IsSure: true, First: { } first }
                ? first
                : start.SureStart,
            end is { IsSure: false, First: null } && start is { IsSure: true, Last: { } last } ? last : end.SureEnd
        );
    }

    private static (Bound Start, Bound End) BoundsOf(DateValue interval)
    {
        if (!EdtfParser.TryParse(interval.Canonical, out var parsed, out _))
            throw new InvalidOperationException($"'{interval.Canonical}' was a date when it was read");
        var (start, end) = parsed.Ranges[0];
        return (
            Bound.Of(start, (parsed.Flags & EdtfFlags.OpenStart) != 0),
            Bound.Of(end, (parsed.Flags & EdtfFlags.OpenEnd) != 0)
        );
    }

    /// <summary>The days on which a time may start or end.</summary>
    /// <param name="IsSure">Whether it takes all of these days, since the date is only not more exact.</param>
    private readonly record struct Bound(long? First, long? Last, bool IsSure)
    {
        public static readonly Bound Open = new(null, null, IsSure: true);

        public long SureStart =>
            IsSure ? First ?? long.MinValue
            : Last is { } last ? last + 1
            : long.MaxValue;

        public long SureEnd =>
            IsSure ? Last ?? long.MaxValue
            : First is { } first ? first - 1
            : long.MinValue;

        public static Bound Of(DateValue date) =>
            new(date.EarliestDay, date.LatestDay, date.Flags == 0 && IsInFull(date.Canonical));

        public static Bound Of(EdtfCalendarDate? date, bool isOpen) =>
            date is null
                ? Open with
                {
                    IsSure = isOpen,
                }
                : new Bound(date.FirstDay, date.LastDay, date.Qualifiers == 0 && IsInFull(date.ToString()));

        /// <summary>Whether no digit is left open, as in 19XX or 1950S2.</summary>
        private static bool IsInFull(string date) => date.AsSpan().IndexOfAny('X', 'S') < 0;
    }
}
