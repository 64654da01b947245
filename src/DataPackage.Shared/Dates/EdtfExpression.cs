using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace DataPackage.Shared.Dates;

/// <summary>What is said about a date besides its days. The values are part of the packed format.</summary>
[Flags]
internal enum EdtfFlags : byte
{
    None = 0,
    Uncertain = 1,
    Approximate = 2,
    Interval = 4,
    Set = 8,
    OpenStart = 16,
    OpenEnd = 32,
    UnknownStart = 64,
    UnknownEnd = 128,
}

/// <summary>The year, month or day of a date as written, X for an unspecified digit; a year includes its sign, Y, E and
/// S.</summary>
/// <param name="Text">For a month 01–12, a sub-year grouping 21–41, or digits with X.</param>
/// <param name="Qualifiers"><see cref="EdtfFlags.Uncertain"/>, <see cref="EdtfFlags.Approximate"/>, both or
/// none.</param>
internal readonly record struct EdtfField(string Text, EdtfFlags Qualifiers);

/// <summary>A year, month, season or day; never an interval or a set.</summary>
/// <param name="Year">The only field that is always there.</param>
/// <param name="Month">A month, or a season or other part of the year; null for a whole year.</param>
/// <param name="Day">Null for a whole month or grouping.</param>
/// <param name="Time">The time of day from T to the end, as written; null without.</param>
/// <param name="FirstDay">The first day that it can mean, in days since 0001-01-01 of the proleptic Gregorian
/// calendar.</param>
/// <param name="LastDay">The last day that it can mean.</param>
internal sealed record EdtfCalendarDate(
    EdtfField Year,
    EdtfField? Month,
    EdtfField? Day,
    string? Time,
    long FirstDay,
    long LastDay
)
{
    public EdtfFlags Qualifiers => Year.Qualifiers | (Month?.Qualifiers ?? 0) | (Day?.Qualifiers ?? 0);

    /// <summary>The canonical text. Of the many ways to place a qualifier the shortest is chosen: after the last field
    /// of those that share it from the left, before every other.</summary>
    public override string ToString()
    {
        var shared =
            Year.Qualifiers == 0 ? 0
            : Month?.Qualifiers != Year.Qualifiers ? 1
            : Day?.Qualifiers != Year.Qualifiers ? 2
            : 3;
        return Write(Year, 1, shared)
            + (Month is { } month ? "-" + Write(month, 2, shared) : "")
            + (Day is { } day ? "-" + Write(day, 3, shared) : "")
            + Time;
    }

    private static string Write(EdtfField field, int place, int shared) =>
        place > shared ? Mark(field.Qualifiers) + field.Text
        : place == shared ? field.Text + Mark(field.Qualifiers)
        : field.Text;

    private static string Mark(EdtfFlags qualifiers) =>
        qualifiers switch
        {
            EdtfFlags.None => "",
            EdtfFlags.Uncertain => "?",
            EdtfFlags.Approximate => "~",
            _ => "%",
        };
}

/// <summary>A stretch of days: a date (both ends are the same instance), an interval, or a range in a set.</summary>
/// <param name="Start">Null where open or unknown; the expression's flags tell which.</param>
/// <param name="End">Null where open or unknown.</param>
internal readonly record struct EdtfRange(EdtfCalendarDate? Start, EdtfCalendarDate? End)
{
    public long? FirstDay => Start?.FirstDay;

    public long? LastDay => End?.LastDay;
}

/// <summary>A parsed date of the Extended Date/Time Format (Library of Congress, 2019-02-04): levels 0, 1 and 2.
/// Immutable.</summary>
internal sealed class EdtfExpression
{
    private readonly char _bracket;

    /// <summary>Sums up what a reader has found; validates nothing.</summary>
    /// <param name="form">What only the text of the whole tells: interval or set, and which ends are open or
    /// unknown.</param>
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
            // One member without a bound leaves the whole without one.
            EarliestDay = range.FirstDay is { } first && EarliestDay is { } earliest ? Math.Min(first, earliest) : null;
            LatestDay = range.LastDay is { } last && LatestDay is { } latest ? Math.Max(last, latest) : null;
        }
    }

    /// <summary>The members of a set as written; exactly one for a date or an interval.</summary>
    public IReadOnlyList<EdtfRange> Ranges { get; }

    public EdtfFlags Flags { get; }

    /// <summary>The first possible day in days since 0001-01-01 of the proleptic Gregorian calendar
    /// (DateOnly.DayNumber, but without its limits); null where the start is open or unknown. Of a date-time: the day
    /// as written, whatever its offset from UTC.</summary>
    public long? EarliestDay { get; }

    /// <summary>The last possible day; null where the end is open or unknown.</summary>
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

/// <summary>Reads the Extended Date/Time Format, in time linear in the text, without recursion and without
/// exceptions.</summary>
internal static class EdtfParser
{
    /// <summary>Parses a date; nothing around it is tolerated, blanks included.</summary>
    /// <param name="text">The text of a date, interval or set.</param>
    /// <param name="expression">The date, or null where the text is none.</param>
    /// <param name="error">What is wrong with the text; meaningless on success.</param>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out EdtfExpression? expression,
        out NotationError error
    )
    {
        var reader = new EdtfReader(text);
        expression = reader.Read();
        error = reader.Error;
        if (expression is null && EdtfSuggestion.For(text) is { } meant)
            error = new NotationError(error.Position, error.Message + "; did you mean '" + meant + "'?");
        return expression is not null;
    }
}

/// <summary>The grammar. Whatever returns null or false has recorded the first error.</summary>
internal sealed class EdtfReader(string text)
{
    /// <summary>A hundred thousand times the age of the universe, and far from overflowing a count of days.</summary>
    private const int LongestYear = 15;

    private int _at;

    public NotationError Error { get; private set; }

    private char Next => _at < text.Length ? text[_at] : '\0';

    private bool IsAtEnd => _at == text.Length;

    public EdtfExpression? Read()
    {
        var expression = Next is '[' or '{' ? ReadSet() : ReadDateOrInterval();
        return expression is null || IsAtEnd ? expression : Unexpected<EdtfExpression>();
    }

    private EdtfExpression? ReadDateOrInterval()
    {
        var form = EdtfFlags.Interval;
        EdtfCalendarDate? start = null,
            end = null;
        if (Take(".."))
            form |= EdtfFlags.OpenStart;
        else if (Next == '/')
            form |= EdtfFlags.UnknownStart;
        else if ((start = ReadDate(mayHaveTime: true)) is null)
            return null;

        if (start is not null && Next != '/')
            return new EdtfExpression(EdtfFlags.None, [new EdtfRange(start, start)]);
        if (start?.Time is { } time)
            return Fail<EdtfExpression>(_at - time.Length, "An interval has dates without a time of day");
        if (!Take("/"))
            return IsAtEnd ? Fail<EdtfExpression>(_at, "An open start is written '../'") : Unexpected<EdtfExpression>();

        var endsAt = _at;
        if (IsAtEnd)
            form |= EdtfFlags.UnknownEnd;
        else if (Take(".."))
            form |= EdtfFlags.OpenEnd;
        else if ((end = ReadDate()) is null)
            return null;

        if (start is null && end is null && IsAtEnd)
            return Fail<EdtfExpression>(0, "One end of an interval must be a date");
        if (start?.FirstDay > end?.LastDay)
            return Fail<EdtfExpression>(endsAt, "An interval must not end before it starts");
        return new EdtfExpression(form, [new EdtfRange(start, end)]);
    }

    private EdtfExpression? ReadSet()
    {
        var bracket = text[_at++];
        var close = bracket == '[' ? "]" : "}";
        var form = EdtfFlags.Set;
        var ranges = new List<EdtfRange>();
        do
        {
            var isOpen = Take("..");
            if (isOpen && ranges.Count > 0)
                return Fail<EdtfExpression>(_at - 2, "Only the first member of a set can have an open start");
            if (isOpen)
                form |= EdtfFlags.OpenStart;

            if (ReadDate() is not { } date)
                return null;
            if (!Take(".."))
            {
                ranges.Add(new EdtfRange(isOpen ? null : date, date));
                continue;
            }

            if (isOpen)
                return Fail<EdtfExpression>(_at - 2, "A range in a set is open at one side only");
            if (close[0] == Next)
            {
                form |= EdtfFlags.OpenEnd;
                ranges.Add(new EdtfRange(date, null));
                continue;
            }

            var endsAt = _at;
            if (Next == ',')
                return Fail<EdtfExpression>(_at - 2, "Only the last member of a set can have an open end");
            if (ReadDate() is not { } end)
                return null;
            if (date.FirstDay > end.LastDay)
                return Fail<EdtfExpression>(endsAt, "A range must not end before it starts");
            ranges.Add(new EdtfRange(date, end));
        } while (Take(","));

        if (Take(close))
            return new EdtfExpression(form, [.. ranges], bracket);
        return IsAtEnd
            ? Fail<EdtfExpression>(_at, "A set that starts with '" + bracket + "' ends with '" + close + "'")
            : Unexpected<EdtfExpression>();
    }

    private EdtfCalendarDate? ReadDate(bool mayHaveTime = false)
    {
        // A qualifier before a field is about that field; one after it is about it and all before it.
        if (!TryReadQualifier(out var ofYear) || !TryReadYear(out var year, out var range))
            return null;
        if (!TryReadQualifier(out var shared))
            return null;
        ofYear |= shared;
        if (range is (var low, var high))
        {
            if (Next == '-')
                return Fail<EdtfCalendarDate>(_at, "A year with Y or S has no month");
            return new EdtfCalendarDate(
                new EdtfField(year, ofYear),
                null,
                null,
                null,
                EdtfCalendar.DayNumber(low, 1, 1),
                EdtfCalendar.DayNumber(high, 13, 1) - 1
            );
        }

        string? month = null,
            day = null,
            time = null;
        EdtfFlags ofMonth = 0,
            ofDay = 0;
        var fieldAt = _at;
        if (Take("-"))
        {
            if (!TryReadQualifier(out ofMonth))
                return null;
            fieldAt = _at;
            if (ReadTwoDigits("A month", ofMonth) is not { } monthText)
                return null;
            month = monthText;
            if (!EdtfCalendar.IsMonthOrGrouping(month))
                return Fail<EdtfCalendarDate>(
                    fieldAt,
                    "There is no month " + month + " (01 to 12, or 21 to 41 for a season, quarter or half-year)"
                );
            if (!TryReadQualifier(out shared))
                return null;
            (ofYear, ofMonth) = (ofYear | shared, ofMonth | shared);
        }

        if (month is not null && Next == '-')
        {
            if (EdtfCalendar.IsGrouping(month))
                return Fail<EdtfCalendarDate>(_at, "A season, quarter or half-year has no days");
            _at++;
            if (!TryReadQualifier(out ofDay))
                return null;
            fieldAt = _at;
            if (ReadTwoDigits("A day", ofDay) is not { } dayText)
                return null;
            day = dayText;
            if (!TryReadQualifier(out shared))
                return null;
            (ofYear, ofMonth, ofDay) = (ofYear | shared, ofMonth | shared, ofDay | shared);
        }

        if (
            !EdtfCalendar.TryFindDay(year, month, day, latest: false, out var first)
            || !EdtfCalendar.TryFindDay(year, month, day, latest: true, out var last)
        )
            return Fail<EdtfCalendarDate>(fieldAt, EdtfCalendar.Explain(year, month!, day!));

        if (Next == 'T')
        {
            if (!mayHaveTime)
                return Fail<EdtfCalendarDate>(_at, "An interval or a set has dates without a time of day");
            if (day is null || first != last || (ofYear | ofMonth | ofDay) != 0)
                return Fail<EdtfCalendarDate>(_at, "Only a full date without X and qualifiers has a time of day");
            if ((time = ReadTime()) is null)
                return null;
        }

        return new EdtfCalendarDate(
            new EdtfField(year, ofYear),
            month is null ? null : new EdtfField(month, ofMonth),
            day is null ? null : new EdtfField(day, ofDay),
            time,
            first,
            last
        );
    }

    /// <summary>Reads a year; <paramref name="range"/> is the years that one with Y or S can mean, null for four
    /// digits.</summary>
    private bool TryReadYear(out string year, out (long Low, long High)? range)
    {
        var start = _at;
        (year, range) = ("", null);
        var isLong = Take("Y");
        var isNegative = Take("-");
        var digits = _at;
        while (Next is (>= '0' and <= '9') or 'X')
            _at++;
        var count = _at - digits;
        var isMasked = text.IndexOf('X', digits, count) >= 0;

        if (count == 0)
            return IsAtEnd ? Fail(_at, _at == 0 ? "The date is empty" : "A year is missing here") : Unexpected();
        if (isLong && isMasked)
            return Fail(text.IndexOf('X', digits), "A year with Y has no X; S gives its significant digits");
        if (
            isLong
                ? text[digits] == '0'
                : isNegative && count == 4 && string.CompareOrdinal(text, digits, "0000", 0, 4) == 0
        )
            return Fail(
                isLong ? digits : digits - 1,
                isLong ? "A year with Y has no leading zero" : "The year 0000 has no sign"
            );
        if (!isLong && count > 4)
            return Fail(digits + 4, "A year has four digits; one with more starts with Y");
        if (!isLong && count < 4)
            return IsAtEnd || Next is '-' or '/' or ',' or '.' or ']' or '}'
                ? Fail(digits, "A year has four digits")
                : Unexpected();
        if (count > LongestYear)
            return Fail(digits + LongestYear, "A year has at most 15 digits");

        var value = 0L;
        for (var i = digits; i < _at && !isMasked; i++)
            value = (value * 10) + (text[i] - '0');

        if (isLong && Take("E"))
        {
            if (!TryReadSmallNumber("An exponent", LongestYear - count, out var exponent))
                return false;
            for (; exponent > 0; exponent--, count++)
                value *= 10;
        }
        else if (isLong && count <= 4)
        {
            return Next == 'e' ? Unexpected() : Fail(start, "A year of up to four digits has no Y");
        }

        var span = 1L;
        var hasSignificance = Take("S");
        if (hasSignificance)
        {
            if (isMasked)
                return Fail(_at - 1, "A year has X or S, not both");
            if (!TryReadSmallNumber("The number of significant digits", count, out var significant))
                return false;
            for (; significant < count; significant++)
                span *= 10;
        }

        year = text.Substring(start, _at - start);
        var low = value - (value % span);
        if (isLong || hasSignificance)
            range = isNegative ? (-low - span + 1, -low) : (low, low + span - 1);
        return true;
    }

    private bool TryReadSmallNumber(string what, int max, out int number)
    {
        var start = _at;
        number = 0;
        for (; Next is >= '0' and <= '9' && _at - start < 3; _at++)
            number = (number * 10) + (text[_at] - '0');
        if (number >= 1 && number <= max && text[start] != '0')
            return true;
        return Fail(
            start,
            max < 1
                ? what + " makes this year longer than 15 digits"
                : what + " here is 1 to " + EdtfCalendar.Number(max)
        );
    }

    private string? ReadTwoDigits(string what, EdtfFlags qualifier)
    {
        var start = _at;
        while (_at < start + 2 && Next is (>= '0' and <= '9') or 'X')
            _at++;
        if (_at < start + 2 && !IsAtEnd && Next is not ('-' or '/' or ',' or '.'))
            return Unexpected<string>();
        if (_at < start + 2 || Next is >= '0' and <= '9')
            return Fail<string>(
                _at < start + 2 ? start : _at,
                what + " has two digits" + (qualifier == 0 ? "" : " after its qualifier")
            );
        return text.Substring(start, 2);
    }

    private bool TryReadQualifier(out EdtfFlags qualifier)
    {
        qualifier = Qualifier(Next);
        if (qualifier == 0)
            return true;
        _at++;
        return Qualifier(Next) == 0 || Fail(_at, "Only one qualifier stands here; '%' means uncertain and approximate");
    }

    private static EdtfFlags Qualifier(char c) =>
        c switch
        {
            '?' => EdtfFlags.Uncertain,
            '~' => EdtfFlags.Approximate,
            '%' => EdtfFlags.Uncertain | EdtfFlags.Approximate,
            _ => EdtfFlags.None,
        };

    private string? ReadTime()
    {
        var start = _at++;
        if (
            !TryReadTimeField("hour", 23)
            || !TryReadColon()
            || !TryReadTimeField("minute", 59)
            || !TryReadColon()
            || !TryReadTimeField("second", 59)
        )
            return null;
        if (Next == '.')
            return Fail<string>(_at, "EDTF has no fractions of a second");
        if (Next is '+' or '-')
        {
            _at++;
            if (!TryReadTimeField("offset's hour", 23) || (Take(":") && !TryReadTimeField("offset's minute", 59)))
                return null;
        }
        else
        {
            Take("Z");
        }

        return text.Substring(start, _at - start);
    }

    private bool TryReadColon() => Take(":") || Fail(_at, "A time of day has hours, minutes and seconds: T23:20:30");

    private bool TryReadTimeField(string what, int max)
    {
        var start = _at;
        var value = 0;
        for (; Next is >= '0' and <= '9' && _at < start + 2; _at++)
            value = (value * 10) + (text[_at] - '0');
        return (_at == start + 2 && value <= max)
            || Fail(start, "The " + what + " is 00 to " + EdtfCalendar.Number(max));
    }

    private bool Take(string token)
    {
        if (string.CompareOrdinal(text, _at, token, 0, token.Length) != 0)
            return false;
        _at += token.Length;
        return true;
    }

    private bool Fail(int position, string message)
    {
        Error = new NotationError(position, message);
        return false;
    }

    private T? Fail<T>(int position, string message)
        where T : class
    {
        Fail(position, message);
        return null;
    }

    private T? Unexpected<T>()
        where T : class
    {
        Unexpected();
        return null;
    }

    private bool Unexpected() =>
        Fail(
            _at,
            Next switch
            {
                'u' when StartsHere("unknown") =>
                    "'unknown' is from an older EDTF: an unknown end of an interval is left empty",
                'o' when StartsHere("open") =>
                    "'open' is from an older EDTF: an open end of an interval is written '..'",
                'u' or 'U' or 'x' => "A digit that is not known is written X",
                'y' or 'e' or 'p' or 't' or 'z' => "The letters of a date are capitals: X, Y, E, S, T, Z",
                ' ' => "A date has no blanks",
                ']' or '}' when _at == 1 => "A set has at least one member",
                'T' => "Only a full date has a time of day",
                '(' or ')' => "Brackets are from an older EDTF: a qualifier before a field is about that field alone",
                > ' ' and < '\x7F' => "'" + Next + "' does not belong here",
                _ => IsAtEnd ? "The date ends too early" : "A date has only ASCII letters, digits and signs",
            }
        );

    private bool StartsHere(string word) => string.CompareOrdinal(text, _at, word, 0, word.Length) == 0;
}

/// <summary>Which days a year, month and day, X for any digit, can mean.</summary>
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

    /// <summary>The first month of groupings 21 to 41: seasons wherever one is (read as northern), northern, southern;
    /// quarters; thirds; halves. Seasons are the meteorological ones of three whole months; winter (in the south:
    /// summer) starts in December and ends in the next year.</summary>
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

    /// <summary>Finds the first or last day that a date can mean; false where there is none, such as a 29 February in
    /// 2023 or 20X1.</summary>
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
            if (isNegative)
                y = -y;
            if (month is null || IsGrouping(month))
            {
                var (start, length) = month is null ? (1, 12) : Grouping(Fill(month, 0));
                number = latest ? DayNumber(y, start + length, 1) - 1 : DayNumber(y, start, 1);
                return true;
            }

            for (int j = 0, months = Choices(month); j < months; j++)
            {
                var m = Fill(month, latest ? months - 1 - j : j);
                if (m is < 1 or > 12)
                    continue;
                if (day is null)
                {
                    number = latest ? DayNumber(y, m + 1, 1) - 1 : DayNumber(y, m, 1);
                    return true;
                }

                for (int k = 0, days = Choices(day); k < days; k++)
                {
                    var d = Fill(day, latest ? days - 1 - k : k);
                    if (d < 1 || d > DaysIn(y, m))
                        continue;
                    number = DayNumber(y, m, d);
                    return true;
                }
            }
        }

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

    /// <summary>How many numbers a pattern such as 15XX stands for.</summary>
    private static int Choices(string pattern)
    {
        var choices = 1;
        foreach (var c in pattern)
            if (c == 'X')
                choices *= 10;
        return choices;
    }

    /// <summary>The number at an index, in ascending order, of those that a pattern stands for; a sign is
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

/// <summary>What somebody who wrote a date another way probably meant. Only called once a text has failed.</summary>
internal static class EdtfSuggestion
{
    private const int LongestText = 64;

    private static readonly string[] Circa = ["circa", "about", "approx", "ca", "c", "um"];

    /// <summary>A valid date in canonical form, or null.</summary>
    public static string? For(string text)
    {
        if (text.Length > LongestText)
            return null;
        foreach (var candidate in Candidates(text.Trim()))
            if (new EdtfReader(candidate).Read() is { } meant)
                return meant.ToString();
        return null;
    }

    private static IEnumerable<string> Candidates(string text)
    {
        yield return text;
        yield return Modernized(text);
        if (FromNumbers(text) is { } date)
            yield return date;
        if (text.Length == 5 && text.EndsWith("0s", StringComparison.Ordinal))
            yield return text.Remove(3) + "X";
        foreach (var word in Circa)
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                yield return text.Substring(word.Length).TrimStart('.', ' ') + "~";
    }

    /// <summary>The signs of the draft of 2012, small letters, and blanks.</summary>
    private static string Modernized(string text) =>
        new StringBuilder(text)
            .Replace("unknown", "")
            .Replace("open", "..")
            .Replace("?~", "%")
            .Replace("~?", "%")
            .Replace(" / ", "/")
            .Replace(", ", ",")
            .Replace('u', 'X')
            .Replace('U', 'X')
            .Replace('x', 'X')
            .Replace('y', 'Y')
            .Replace('e', 'E')
            .Replace('p', 'S')
            .Replace('t', 'T')
            .Replace('z', 'Z')
            .Replace(' ', 'T')
            .ToString();

    /// <summary>Dates written as numbers between dots, slashes, dashes or blanks, where the order of the numbers is
    /// beyond doubt.</summary>
    private static string? FromNumbers(string text)
    {
        var isDotted = text.AsSpan().IndexOf('.') >= 0;
        var numbers = text.Split(
            ['.', '/', '-', ' ', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212'],
            StringSplitOptions.RemoveEmptyEntries
        );
        foreach (var number in numbers)
        foreach (var c in number)
            if (c is < '0' or > '9')
                return null;

        return numbers switch
        {
            [{ Length: 8 } date] => date.Insert(6, "-").Insert(4, "-"),
            [{ Length: 3 } year] => "0" + year,
            [{ Length: 4 } start, { Length: 4 } end] => start + "/" + end,
            [{ Length: 4 } year, { Length: 2 } end] when string.CompareOrdinal(end, "12") > 0 => year
                + "/"
                + year.Remove(2)
                + end,
            [{ Length: 4 } year, { Length: <= 2 } month] => year + "-" + Two(month),
            [{ Length: <= 2 } month, { Length: 4 } year] => year + "-" + Two(month),
            [{ Length: 4 } year, { Length: <= 2 } month, { Length: <= 2 } day] => year
                + "-"
                + Two(month)
                + "-"
                + Two(day),
            [{ Length: <= 2 } day, { Length: <= 2 } month, { Length: 4 } year] when isDotted || IsDay(day) => year
                + "-"
                + Two(month)
                + "-"
                + Two(day),
            [{ Length: <= 2 } month, { Length: <= 2 } day, { Length: 4 } year] when IsDay(day) => year
                + "-"
                + Two(month)
                + "-"
                + Two(day),
            _ => null,
        };
    }

    private static string Two(string number) => number.Length == 1 ? "0" + number : number;

    private static bool IsDay(string number) => number.Length == 2 && string.CompareOrdinal(number, "12") > 0;
}
