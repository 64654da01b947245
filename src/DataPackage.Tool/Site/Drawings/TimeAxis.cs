using DataPackage.Shared.Dates;
using DataPackage.Tool.Site.Texts;
using DataPackage.Tool.Site.Values;

namespace DataPackage.Tool.Site.Drawings;

/// <summary>Where days are on a drawing, and which of them have a line with a name.</summary>
internal sealed class TimeAxis
{
    /// <summary>The least distance of two lines: the name of a day is between them.</summary>
    private const int Between = 112;

    private const double DaysOfMonth = 30.436875;
    private const double DaysOfYear = 365.2425;

    private readonly long _first;
    private readonly long _next;
    private readonly int _left;
    private readonly int _right;

    /// <param name="left">The place of its start.</param>
    /// <param name="right">The place of its end.</param>
    public TimeAxis(IReadOnlyList<TimelineRow> rows, int left, int right)
    {
        (_left, _right) = (left, right);
        var days = rows.SelectMany(row => row.Extent.KnownDays).ToList();
        (_first, _next) = (days.Min(), days.Max() + 1);
        // The bar of what starts last and is open has some length too.
        var more = Math.Max(1, (_next - _first) / 20);
        if (_next - _first < 3 || rows.Any(row => row.Extent.First is null))
            _first -= more;
        if (_next - _first < 3 || rows.Any(row => row.Extent.Last is null))
            _next += more;
    }

    /// <summary>The place at which a day starts, within the axis.</summary>
    public int At(long day)
    {
        var share = (double)(Math.Clamp(day, _first, _next) - _first) / (_next - _first);
        return _left + (int)Math.Floor((share * (_right - _left)) + 0.5);
    }

    /// <summary>The lines, each with the name of the day, month or year that starts there.</summary>
    public IEnumerable<(int At, string Name)> Ticks(UiTexts texts)
    {
        var least = (double)(_next - _first) * Between / (_right - _left);
        var starts =
            Array.Find([1, 2, 7, 14], step => step >= least) is > 0 and var days ? Days(days)
            : Array.Find([1, 3, 6], step => step * DaysOfMonth >= least) is > 0 and var months ? Months(months)
            : Years(YearsOf(least));
        return starts.Select(each =>
            (
                At(EdtfCalendar.DayNumber(each.Year, Math.Max(each.Month, 1), Math.Max(each.Day, 1))),
                DateText.Of(each, texts)
            )
        );
    }

    /// <summary>Days. Every seventh one is a Monday.</summary>
    private IEnumerable<CalendarDay> Days(int step)
    {
        for (var day = Above(_first, step); day < _next; day += step)
            yield return CalendarDay.Of(day);
    }

    private IEnumerable<CalendarDay> Months(int step)
    {
        var (year, month, _) = CalendarDay.Of(_first);
        for (var each = Above((year * 12) + month - 1, step); ; each += step)
        {
            var start = new CalendarDay(Floor(each, 12), (int)(each - (Floor(each, 12) * 12)) + 1, 0);
            var day = EdtfCalendar.DayNumber(start.Year, start.Month, 1);
            if (day >= _next)
                yield break;
            if (day >= _first)
                yield return start;
        }
    }

    /// <summary>Years with round names. No year is called 0, so year 1 has the line between the eras.</summary>
    private IEnumerable<CalendarDay> Years(long step)
    {
        var (first, last) = (EdtfCalendar.YearOf(_first), EdtfCalendar.YearOf(_next - 1));
        for (var round = Floor(first, step) * step; round <= last; round += step)
        {
            var year = round <= 0 ? round + 1 : round;
            if (year <= last && EdtfCalendar.DayNumber(year, 1, 1) >= _first && (round != 0 || step > 1))
                yield return new CalendarDay(year, 0, 0);
        }
    }

    /// <summary>The least of 1, 2, 5, 10, 20, 50 and so on that has so many days.</summary>
    private static long YearsOf(double days)
    {
        for (var power = 1L; ; power *= 10)
            foreach (var factor in (ReadOnlySpan<int>)[1, 2, 5])
                if (factor * power * DaysOfYear >= days)
                    return factor * power;
    }

    private static long Floor(long number, long step) => (number >= 0 ? number : number - step + 1) / step;

    /// <summary>The least multiple that is not below a number.</summary>
    private static long Above(long number, long step) => Floor(number + step - 1, step) * step;
}
