using DataPackage.Engine.Binding;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Shared.Dates;
using DataPackage.Shared.Format;

namespace DataPackage.Engine.Packing;

/// <summary>When an entity exists or happens: the days of a timeline.</summary>
/// <param name="FirstDay">The first day that its time can have.</param>
/// <param name="LastDay">The last day that its time can have.</param>
/// <param name="LatestStart">The day by which it has started; <see cref="PackedFormat.AskTheDate"/> for all days of a
/// set.</param>
/// <param name="EarliestEnd">The day until which it lasts at least.</param>
internal sealed record EntityTime(int FirstDay, int LastDay, int LatestStart, int EarliestEnd)
{
    private const long Beginning = long.MinValue;
    private const long End = long.MaxValue;

    /// <summary>Null if the kind, or the entity, has no time.</summary>
    public static EntityTime? Of(Kind kind, LinkedEntity entity)
    {
        if (kind.Temporal is not { } temporal)
            return null;
        var start = entity.Values[kind.IndexOf(temporal.Start)] as DateValue;
        var end = temporal.End is null ? start : entity.Values[kind.IndexOf(temporal.End)] as DateValue;
        if (start is null && end is null)
            return null;
        var (earliestEnd, lastDay) =
            end is not null ? EndOf(end)
            : HasUnknownEnd(entity, kind.IndexOf(temporal.End!)) ? (start?.EarliestDay ?? Beginning, End)
            // Without a value for its end, an entity has none.
            : (End, End);
        // It has started when it ends.
        var (firstDay, latestStart) = start is null ? (Beginning, lastDay) : StartOf(start);
        return new EntityTime(
            PackedFormat.DayOf(firstDay),
            PackedFormat.DayOf(lastDay),
            ReferenceEquals(start, end) && IsAllOfSet(start!)
                ? PackedFormat.AskTheDate
                : PackedFormat.DayOf(latestStart),
            PackedFormat.DayOf(earliestEnd)
        );
    }

    /// <summary>Whether there is an end, and it is not known which day.</summary>
    private static bool HasUnknownEnd(LinkedEntity entity, int end) =>
        entity.Claims.Any(claim =>
            claim.Property == end
            && claim.Details.Rank != ClaimRank.Deprecated
            && claim.Details.State != ClaimState.None
        );

    /// <summary>All of several dates: <c>{1667,1668}</c>.</summary>
    private static bool IsAllOfSet(DateValue date) => date.Canonical[0] == '{';

    /// <summary>The first and the last day on which a time can start. An interval that has no start, or an unknown one,
    /// has started when it ends.</summary>
    private static (long First, long Last) StartOf(DateValue date) =>
        IntervalOf(date) is { } interval
            ? (interval.Start?.FirstDay ?? Beginning, (interval.Start ?? interval.End)!.LastDay)
            : (date.EarliestDay ?? Beginning, date.LatestDay ?? End);

    /// <summary>The first and the last day on which a time can end. An open end is after all days; an interval with an
    /// unknown end does not end before it starts.</summary>
    private static (long First, long Last) EndOf(DateValue date)
    {
        if (IntervalOf(date) is not { } interval)
            return (date.EarliestDay ?? Beginning, date.LatestDay ?? End);
        if (interval.End is { } end)
            return (end.FirstDay, end.LastDay);
        return ((date.Flags & (byte)EdtfFlags.OpenEnd) != 0 ? End : interval.Start!.FirstDay, End);
    }

    private static EdtfRange? IntervalOf(DateValue date) =>
        (date.Flags & (byte)EdtfFlags.Interval) != 0 && EdtfParser.TryParse(date.Canonical, out var parsed, out _)
            ? parsed.Ranges[0]
            : null;
}
