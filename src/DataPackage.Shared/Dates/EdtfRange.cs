namespace DataPackage.Shared.Dates;

/// <summary>A range of days: a date (both ends are the same instance), an interval, or a range in a set.</summary>
/// <param name="Start">Null if open or unknown; the expression's flags tell which.</param>
/// <param name="End">Null if open or unknown.</param>
internal readonly record struct EdtfRange(EdtfCalendarDate? Start, EdtfCalendarDate? End)
{
    public long? FirstDay => Start?.FirstDay;

    public long? LastDay => End?.LastDay;
}
