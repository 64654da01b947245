using DataPackage.Engine.Linking;

namespace DataPackage.Tool.Site.Drawings;

/// <summary>An entity with its time.</summary>
internal sealed record TimelineRow(EntityLink Entity, EntityTime Time, TimeExtent Extent)
{
    /// <summary>By the first possible day, then by id.</summary>
    public static readonly Comparer<TimelineRow> Order = Comparer<TimelineRow>.Create(
        (one, other) =>
        {
            var days = (one.Extent.First ?? long.MinValue).CompareTo(other.Extent.First ?? long.MinValue);
            var ids = days != 0 ? days : string.CompareOrdinal(one.Entity.Id, other.Entity.Id);
            return ids != 0 ? ids : string.CompareOrdinal(one.Entity.Kind, other.Entity.Kind);
        }
    );

    /// <summary>Null if no day of the entity is known.</summary>
    public static TimelineRow? Of(EntityLink entity, EntityTime? time) =>
        time is not null && TimeExtent.Of(time) is var extent && extent.KnownDays.Any()
            ? new TimelineRow(entity, time, extent)
            : null;
}

/// <summary>The entities of the package that have a time, in its order, in parts that each fit on a page.</summary>
internal sealed class Timeline
{
    /// <summary>So many are on one page.</summary>
    private const int LongestWhole = 150;

    /// <summary>If there are more, so many are on each page.</summary>
    private const int RowsOfPart = 100;

    private Timeline(List<TimelineRow> rows) => Rows = rows;

    public IReadOnlyList<TimelineRow> Rows { get; }

    public int Parts => Rows.Count <= LongestWhole ? 1 : ((Rows.Count - 1) / RowsOfPart) + 1;

    /// <param name="part">From 1.</param>
    public IReadOnlyList<TimelineRow> RowsOf(int part) =>
        Parts == 1 ? Rows : [.. Rows.Skip((part - 1) * RowsOfPart).Take(RowsOfPart)];

    public static Timeline Of(SiteSource source)
    {
        var rows = new List<TimelineRow>();
        foreach (var (kind, linked) in source.Data.Kinds)
            for (var row = 0; kind.Temporal is not null && row < linked.Entities.Count; row++)
            {
                var entity = linked.Entities[row];
                var self = entity.LinkAt(kind.Name, row);
                if (TimelineRow.Of(self, SiteSource.TimeOf(kind, entity)) is { } found)
                    rows.Add(found);
            }

        rows.Sort(TimelineRow.Order);
        return new Timeline(rows);
    }
}
