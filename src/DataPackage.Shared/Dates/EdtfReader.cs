namespace DataPackage.Shared.Dates;

/// <summary>Reads a date by the grammar of EDTF. A method that returns null or false has recorded the first
/// error.</summary>
internal sealed class EdtfReader(string text)
{
    /// <summary>The most digits of a year: a hundred thousand times the age of the universe, and far from an overflow
    /// of days.</summary>
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
        var close = bracket == '[' ? ']' : '}';
        var form = EdtfFlags.Set;
        var ranges = new List<EdtfRange>();
        do
        {
            if (!TryReadMember(ranges.Count == 0, close, ref form, out var member))
                return null;
            ranges.Add(member);
        } while (Take(","));

        if (Next == close)
        {
            _at++;
            return new EdtfExpression(form, [.. ranges], bracket);
        }

        return IsAtEnd
            ? Fail<EdtfExpression>(_at, "A set that starts with '" + bracket + "' ends with '" + close + "'")
            : Unexpected<EdtfExpression>();
    }

    private bool TryReadMember(bool isFirst, char close, ref EdtfFlags form, out EdtfRange member)
    {
        member = default;
        var isOpen = Take("..");
        if (isOpen && !isFirst)
            return Fail(_at - 2, "Only the first member of a set can have an open start");
        if (isOpen)
            form |= EdtfFlags.OpenStart;

        if (ReadDate() is not { } start)
            return false;
        if (!Take(".."))
        {
            member = new EdtfRange(isOpen ? null : start, start);
            return true;
        }

        if (isOpen)
            return Fail(_at - 2, "A range in a set is open at one side only");
        if (Next != close)
            return TryReadEndOfRange(start, out member);
        form |= EdtfFlags.OpenEnd;
        member = new EdtfRange(start, null);
        return true;
    }

    private bool TryReadEndOfRange(EdtfCalendarDate start, out EdtfRange range)
    {
        range = default;
        var endsAt = _at;
        if (Next == ',')
            return Fail(_at - 2, "Only the last member of a set can have an open end");
        if (ReadDate() is not { } end)
            return false;
        if (start.FirstDay > end.LastDay)
            return Fail(endsAt, "A range must not end before it starts");
        range = new EdtfRange(start, end);
        return true;
    }

    private EdtfCalendarDate? ReadDate(bool mayHaveTime = false)
    {
        // A qualifier before a field applies to that field; one after a field applies to it and to all before it.
        if (
            !TryReadQualifier(out var ofYear)
            || !TryReadYear(out var yearText, out var range)
            || !TryReadQualifier(out var shared)
        )
            return null;
        var year = new EdtfField(yearText, ofYear | shared);
        if (range is (var low, var high))
            return Next == '-'
                ? Fail<EdtfCalendarDate>(_at, "A year with Y or S has no month")
                : DateOfYears(year, low, high);
        if (Next != '-')
            return DateOf(year, null, null, _at, mayHaveTime);

        if (!TryReadMonth(out var month) || !TryReadQualifier(out shared))
            return null;
        (year, month) = (Qualify(year, shared), Qualify(month, shared));
        if (Next != '-')
            return DateOf(year, month, null, _at, mayHaveTime);

        if (EdtfCalendar.IsGrouping(month.Text))
            return Fail<EdtfCalendarDate>(_at, "A season, quarter or half-year has no days");
        if (!TryReadField("A day", out var day, out var dayAt) || !TryReadQualifier(out shared))
            return null;
        return DateOf(Qualify(year, shared), Qualify(month, shared), Qualify(day, shared), dayAt, mayHaveTime);
    }

    private static EdtfField Qualify(EdtfField field, EdtfFlags qualifiers) =>
        field with
        {
            Qualifiers = field.Qualifiers | qualifiers,
        };

    private bool TryReadMonth(out EdtfField month) =>
        TryReadField("A month", out month, out var position)
        && (
            EdtfCalendar.IsMonthOrGrouping(month.Text)
            || Fail(
                position,
                "There is no month " + month.Text + " (01 to 12, or 21 to 41 for a season, quarter or half-year)"
            )
        );

    /// <summary>Reads the hyphen, the qualifier and the two digits of a month or day.</summary>
    /// <param name="position">Where the digits start.</param>
    private bool TryReadField(string what, out EdtfField field, out int position)
    {
        (field, position) = (default, _at);
        if (!Take("-") || !TryReadQualifier(out var qualifier))
            return false;
        position = _at;
        if (ReadTwoDigits(what, qualifier) is not { } digits)
            return false;
        field = new EdtfField(digits, qualifier);
        return true;
    }

    private static EdtfCalendarDate DateOfYears(EdtfField year, long first, long last) =>
        new(year, null, null, null, EdtfCalendar.DayNumber(first, 1, 1), EdtfCalendar.DayNumber(last, 13, 1) - 1);

    /// <summary>Finds the days of a date, and reads its time of day if it has one.</summary>
    private EdtfCalendarDate? DateOf(EdtfField year, EdtfField? month, EdtfField? day, int dayAt, bool mayHaveTime)
    {
        var (monthText, dayText) = (month?.Text, day?.Text);
        if (
            !EdtfCalendar.TryFindDay(year.Text, monthText, dayText, latest: false, out var first)
            || !EdtfCalendar.TryFindDay(year.Text, monthText, dayText, latest: true, out var last)
        )
            return Fail<EdtfCalendarDate>(dayAt, EdtfCalendar.Explain(year.Text, monthText!, dayText!));

        var date = new EdtfCalendarDate(year, month, day, null, first, last);
        if (Next != 'T')
            return date;
        if (!mayHaveTime)
            return Fail<EdtfCalendarDate>(_at, "An interval or a set has dates without a time of day");
        if (day is null || first != last || date.Qualifiers != 0)
            return Fail<EdtfCalendarDate>(_at, "Only a full date without X and qualifiers has a time of day");
        return ReadTime() is { } time ? date with { Time = time } : null;
    }

    /// <summary>Reads a year.</summary>
    /// <param name="range">The years that one with Y or S can mean; null for four digits.</param>
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
        if (count == 0)
            return IsAtEnd ? Fail(_at, _at == 0 ? "The date is empty" : "A year is missing here") : Unexpected();
        if (!(isLong ? CheckLongYear(digits, count) : CheckFourDigits(digits, count, isNegative)))
            return false;

        var isMasked = text.IndexOf('X', digits, count) >= 0;
        var value = isMasked ? 0 : NumberAt(digits, count);
        if (isLong && !TryReadExponent(start, ref value, ref count))
            return false;
        if (!TryReadSignificance(count, isMasked, out var span))
            return false;

        year = text.Substring(start, _at - start);
        if (isLong || span is not null)
        {
            var width = span ?? 1;
            var low = value - (value % width);
            range = isNegative ? (-low - width + 1, -low) : (low, low + width - 1);
        }

        return true;
    }

    private bool CheckLongYear(int digits, int count)
    {
        if (text.IndexOf('X', digits, count) is >= 0 and var masked)
            return Fail(masked, "A year with Y has no X; S gives its significant digits");
        if (text[digits] == '0')
            return Fail(digits, "A year with Y has no leading zero");
        return count <= LongestYear || Fail(digits + LongestYear, "A year has at most 15 digits");
    }

    private bool CheckFourDigits(int digits, int count, bool isNegative)
    {
        if (count > 4)
            return Fail(digits + 4, "A year has four digits; one with more starts with Y");
        if (count < 4)
            return IsAtEnd || Next is '-' or '/' or ',' or '.' or ']' or '}'
                ? Fail(digits, "A year has four digits")
                : Unexpected();
        return !isNegative
            || string.CompareOrdinal(text, digits, "0000", 0, 4) != 0
            || Fail(digits - 1, "The year 0000 has no sign");
    }

    private long NumberAt(int digits, int count)
    {
        var value = 0L;
        for (var i = digits; i < digits + count; i++)
            value = (value * 10) + (text[i] - '0');
        return value;
    }

    /// <summary>Reads E and its number, without which a year with Y has more than four digits.</summary>
    private bool TryReadExponent(int start, ref long value, ref int count)
    {
        if (!Take("E"))
            return count > 4 || (Next == 'e' ? Unexpected() : Fail(start, "A year of up to four digits has no Y"));
        if (!TryReadSmallNumber("An exponent", LongestYear - count, out var exponent))
            return false;
        for (; exponent > 0; exponent--, count++)
            value *= 10;
        return true;
    }

    /// <summary>Reads S and its number.</summary>
    /// <param name="span">How many years the significant digits leave open; null without S.</param>
    private bool TryReadSignificance(int count, bool isMasked, out long? span)
    {
        span = null;
        if (!Take("S"))
            return true;
        if (isMasked)
            return Fail(_at - 1, "A year has X or S, not both");
        if (!TryReadSmallNumber("The number of significant digits", count, out var significant))
            return false;
        span = 1;
        for (; significant < count; significant++)
            span *= 10;
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
        return Qualifier(Next) == 0
            || Fail(_at, "Only one qualifier is allowed here; '%' means uncertain and approximate");
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
            var offset = _at++;
            if (!TryReadTimeField("offset's hour", 23) || (Take(":") && !TryReadTimeField("offset's minute", 59)))
                return null;
            // ISO 8601 (2004: 3.4.2): the sign of zero is plus. RFC 3339 differs.
            if (text.Substring(offset, _at - offset) is "-00" or "-00:00")
                return Fail<string>(offset, "An offset of zero is written Z or +00:00");
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
