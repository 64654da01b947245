using System.Globalization;

namespace DataPackage.Shared.Dates;

/// <summary>The proleptic Gregorian calendar, and the days that a year, month and day can mean if X is any
/// digit.</summary>
internal static class EdtfCalendar
{
    private const int FirstGrouping = 21;
    private const int FirstFourMonths = 37;
    private const int FirstHalfYear = 40;

    private static readonly string[] MonthNames =
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    /// <summary>The first months of groupings 21 to 41: seasons of no stated hemisphere (read as northern), of the
    /// northern and of the southern one; quarters; thirds; halves. Seasons are meteorological: three whole months each.
    /// Northern winter and southern summer start in December and end in the next year.</summary>
    private static ReadOnlySpan<byte> FirstMonths =>
        [3, 6, 9, 12, 3, 6, 9, 12, 9, 12, 3, 6, 1, 4, 7, 10, 1, 5, 9, 1, 7];

    public static bool IsGrouping(string month) =>
        month[0] is not 'X' && month[1] is not 'X' && Fill(month, 0) >= FirstGrouping;

    public static bool IsMonthOrGrouping(string month)
    {
        if (IsGrouping(month))
            return Fill(month, 0) < FirstGrouping + FirstMonths.Length;
        for (var i = 0; i < Choices(month); i++)
            if (Fill(month, i) is >= 1 and <= 12)
                return true;
        return false;
    }

    /// <summary>Finds the first or last day that a date can mean; false if there is none, such as 29 February in 2023
    /// or 20X1.</summary>
    public static bool TryFindDay(string year, string? month, string? day, bool latest, out long number)
    {
        // Ascending years, months and days, or descending ones for the latest; the first that exists is the answer. Few
        // steps: only a day at the end of February skips years, and leap years are never far.
        number = 0;
        if (day is not null && !IsDayOfSomeMonth(day))
            return false;
        var isNegative = year[0] == '-';
        for (int i = 0, years = Choices(year); i < years; i++)
        {
            var y = Fill(year, latest != isNegative ? years - 1 - i : i);
            if (TryFindDay(isNegative ? -y : y, month, day, latest, out number))
                return true;
        }

        return false;
    }

    private static bool TryFindDay(int year, string? month, string? day, bool latest, out long number)
    {
        if (month is null || IsGrouping(month))
        {
            var (start, length) = month is null ? (1, 12) : Grouping(Fill(month, 0));
            number = latest ? DayNumber(year, start + length, 1) - 1 : DayNumber(year, start, 1);
            return true;
        }

        number = 0;
        for (int i = 0, months = Choices(month); i < months; i++)
        {
            var m = Fill(month, latest ? months - 1 - i : i);
            if (m is >= 1 and <= 12 && TryFindDay(year, m, day, latest, out number))
                return true;
        }

        return false;
    }

    private static bool TryFindDay(int year, int month, string? day, bool latest, out long number)
    {
        if (day is null)
        {
            number = latest ? DayNumber(year, month + 1, 1) - 1 : DayNumber(year, month, 1);
            return true;
        }

        for (int i = 0, days = Choices(day); i < days; i++)
        {
            var d = Fill(day, latest ? days - 1 - i : i);
            if (d < 1 || d > DaysIn(year, month))
                continue;
            number = DayNumber(year, month, d);
            return true;
        }

        number = 0;
        return false;
    }

    /// <summary>Why there is no such day.</summary>
    public static string Explain(string year, string month, string day) =>
        IsDayOfSomeMonth(day) && (year + month).AsSpan().IndexOf('X') < 0
            ? MonthNames[Fill(month, 0) - 1]
                + " "
                + year
                + " has "
                + Number((int)DaysIn(year[0] == '-' ? -Fill(year, 0) : Fill(year, 0), Fill(month, 0)))
                + " days"
            : "There is no day " + day + (IsDayOfSomeMonth(day) ? " in " + year + "-" + month : " (01 to 31)");

    /// <summary>Days since 0001-01-01; month 13 and later are months of the next year.</summary>
    public static long DayNumber(long year, int month, int day)
    {
        if (month > 12)
            (year, month) = (year + 1, month - 12);
        var before = year - 1;
        var isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        var leapDays = Floor(before, 4) - Floor(before, 100) + Floor(before, 400);
        return (before * 365)
            + leapDays
            + (((367 * month) - 362) / 12)
            + (
                month <= 2 ? 0
                : isLeap ? -1
                : -2
            )
            + day
            - 1;
    }

    /// <summary>The year of a day that is counted since 0001-01-01. The year before 1 is 0, as in EDTF.</summary>
    public static long YearOf(long day)
    {
        var year = (long)Math.Floor((day + 0.5) / 365.2425) + 1;
        while (DayNumber(year, 1, 1) > day)
            year--;
        while (DayNumber(year + 1, 1, 1) <= day)
            year++;
        return year;
    }

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static long DaysIn(long year, int month) => DayNumber(year, month + 1, 1) - DayNumber(year, month, 1);

    private static (int Start, int Length) Grouping(int code) =>
        (
            FirstMonths[code - FirstGrouping],
            code < FirstFourMonths ? 3
            : code < FirstHalfYear ? 4
            : 6
        );

    private static bool IsDayOfSomeMonth(string day) => day != "00" && Fill(day, 0) <= 31;

    private static long Floor(long value, int divisor) => (value >= 0 ? value : value - divisor + 1) / divisor;

    /// <summary>How many numbers a pattern such as 15XX can mean.</summary>
    private static int Choices(string pattern)
    {
        var choices = 1;
        foreach (var c in pattern)
            if (c == 'X')
                choices *= 10;
        return choices;
    }

    /// <summary>The number at an index among those that a pattern can mean, in ascending order; a sign is
    /// ignored.</summary>
    private static int Fill(string pattern, int index)
    {
        int value = 0,
            place = 1;
        for (var i = pattern.Length - 1; i >= 0 && pattern[i] != '-'; i--, place *= 10)
        {
            value += place * (pattern[i] == 'X' ? index % 10 : pattern[i] - '0');
            if (pattern[i] == 'X')
                index /= 10;
        }

        return value;
    }
}
