using System.Globalization;
using DataPackage.Shared.Dates;

namespace DataPackage.Tool.Site.Values;

/// <summary>A day of the proleptic Gregorian calendar, of any year.</summary>
/// <param name="Year">The year before 1 is 0, as in EDTF.</param>
internal readonly record struct CalendarDay(long Year, int Month, int Day)
{
    /// <param name="number">Counted from 0001-01-01.</param>
    public static CalendarDay Of(long number)
    {
        var year = EdtfCalendar.YearOf(number);
        var month = 12;
        while (EdtfCalendar.DayNumber(year, month, 1) > number)
            month--;
        return new CalendarDay(year, month, (int)(number - EdtfCalendar.DayNumber(year, month, 1)) + 1);
    }

    /// <summary>The day in EDTF; the year alone where EDTF has no days: before -9999 and after 9999.</summary>
    public override string ToString() =>
        Year is < -9999 or > 9999
            ? string.Create(CultureInfo.InvariantCulture, $"Y{Year}")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{(Year < 0 ? "-" : "")}{Math.Abs(Year):D4}-{Month:D2}-{Day:D2}"
            );
}
