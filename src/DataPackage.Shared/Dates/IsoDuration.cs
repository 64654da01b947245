using System.Globalization;
using System.Text;

namespace DataPackage.Shared.Dates;

/// <summary>Durations of ISO 8601 that have one length: weeks, or days, hours, minutes and seconds, with an optional
/// sign (ISO 8601-2). Only the last part can have a fraction. Years and months are refused, as their lengths differ.
/// </summary>
internal sealed class IsoDuration
{
    /// <summary>The form as a regular expression, in the syntax that .NET and JavaScript share.</summary>
    public const string Pattern =
        $@"[+\-]?P(?=[0-9T])({Number}W|({Number}D)?(T(?=[0-9])({Number}H)?({Number}M)?({Number}S)?)?)";
    private const string Number = "[0-9]+([.,][0-9]+)?";
    private const string TooLong = "a duration has at most 10,675,199 days";
    private const int MostFractionDigits = 15;

    /// <summary>In the order in which they are written.</summary>
    private static readonly Unit[] Units =
    [
        new('W', TimeSpan.TicksPerDay * 7, IsTime: false),
        new('D', TimeSpan.TicksPerDay, IsTime: false),
        new('H', TimeSpan.TicksPerHour, IsTime: true),
        new('M', TimeSpan.TicksPerMinute, IsTime: true),
        new('S', TimeSpan.TicksPerSecond, IsTime: true),
    ];

    private readonly string _text;
    private int _at;
    private decimal _ticks;

    /// <summary>The index in <see cref="Units"/> of the part that was read last.</summary>
    private int _last = -1;
    private bool _hasFraction;
    private bool _isInTime;
    private NotationError? _error;

    private IsoDuration(string text) => _text = text;

    public static bool TryParse(string text, out TimeSpan length, out NotationError error)
    {
        var reader = new IsoDuration(text);
        var isRead = reader.ReadAll(out length);
        error = reader._error.GetValueOrDefault();
        return isRead;
    }

    /// <summary>The text with the largest units first and without units that are zero: 90 minutes are PT1H30M, a length
    /// of zero is PT0S. Packed data hold it, so it never changes.</summary>
    public static string Format(TimeSpan length)
    {
        if (length == TimeSpan.Zero)
            return "PT0S";
        // The magnitude of TimeSpan.MinValue does not fit a TimeSpan.
        var rest = length < TimeSpan.Zero ? (ulong)-(length.Ticks + 1) + 1 : (ulong)length.Ticks;
        var text = new StringBuilder(length < TimeSpan.Zero ? "-P" : "P");
        Append('D', TimeSpan.TicksPerDay);
        if (rest > 0)
            text.Append('T');
        Append('H', TimeSpan.TicksPerHour);
        Append('M', TimeSpan.TicksPerMinute);
        if (rest > 0)
            text.Append(((decimal)rest / TimeSpan.TicksPerSecond).ToString("0.#######", CultureInfo.InvariantCulture))
                .Append('S');
        return text.ToString();

        void Append(char unit, long ticks)
        {
            var count = rest / (ulong)ticks;
            rest %= (ulong)ticks;
            if (count > 0)
                text.Append(count.ToString(CultureInfo.InvariantCulture)).Append(unit);
        }
    }

    private char? Next => _at < _text.Length ? _text[_at] : null;

    private bool ReadAll(out TimeSpan length)
    {
        length = default;
        var isNegative = Next == '-';
        if (Next is '-' or '+')
            _at++;
        if (Next != 'P')
            return Fail("a duration starts with P, such as P1DT12H or PT90M");
        _at++;
        if (Next is null)
            return Fail("weeks, days, hours, minutes or seconds are missing");
        while (Next is not null)
            if (!(Next == 'T' ? ReadTimeMark() : ReadPart()))
                return false;
        var ticks = isNegative ? -_ticks : _ticks;
        if (ticks is < long.MinValue or > long.MaxValue)
            return FailAt(0, TooLong);
        length = new TimeSpan((long)ticks);
        return true;
    }

    private bool ReadTimeMark()
    {
        if (_isInTime)
            return Fail("T is written once, before hours, minutes and seconds");
        _isInTime = true;
        _at++;
        return Next is not null || Fail("hours, minutes or seconds are missing after T");
    }

    private bool ReadPart()
    {
        var start = _at;
        while (Next is (>= '0' and <= '9') or '.' or ',')
            _at++;
        var digits = _text.Substring(start, _at - start).Replace(',', '.');
        if (digits.Length == 0)
            return Fail("a number is expected here, followed by W, D, H, M or S");
        // Before and after the decimal point.
        var parts = digits.Split('.');
        if (parts.Length > 2 || Array.Exists(parts, part => part.Length == 0))
            return FailAt(start, $"'{digits}' is not a number");
        if (FindUnit() is not (>= 0 and var place))
            return false;
        if (place <= _last)
            return Fail("the parts are written in the order of days, hours, minutes, seconds, each once");
        if (_last == 0)
            return FailAt(start, "weeks are written alone; write days with other parts, such as P14DT12H");
        if (_hasFraction)
            return FailAt(start, "only the last part can have a fraction");
        _hasFraction = parts.Length == 2;
        _last = place;
        _at++;
        return Add(start, parts[0], _hasFraction ? parts[1].TrimEnd('0') : "", Units[place].Ticks);
    }

    private bool Add(int start, string whole, string fraction, long ticks)
    {
        var digits = fraction.Length == 0 ? whole : $"{whole}.{fraction}";
        if (
            !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || number > (long.MaxValue / ticks) + 1
        )
            return FailAt(start, TooLong);
        // A fraction of more digits would be rounded.
        if (fraction.Length > MostFractionDigits || decimal.Truncate(number * ticks) != number * ticks)
            return FailAt(start, "a duration counts tenths of a microsecond, and this is finer");
        _ticks += number * ticks;
        return true;
    }

    /// <returns>Its index, or -1 after an error.</returns>
    private int FindUnit()
    {
        if (Next is not { } letter)
        {
            Fail("a unit is missing after the number: W, D, H, M or S");
            return -1;
        }

        if (letter == 'Y')
            Fail("years have no fixed length; write days, such as P365D");
        else if (letter == 'M' && !_isInTime)
            Fail("months have no fixed length; write days, such as P30D, or minutes after a T, such as PT90M");
        else if (Array.FindIndex(Units, unit => unit.Letter == letter) is >= 0 and var place)
        {
            if (Units[place].IsTime == _isInTime)
                return place;
            Fail(
                _isInTime
                    ? $"{letter} is written before the T, such as P1DT12H"
                    : $"{letter} is written after a T, such as PT90M"
            );
        }
        else
            Fail("a unit is expected here: W, D, H, M or S");
        return -1;
    }

    private bool Fail(string message) => FailAt(_at, message);

    private bool FailAt(int position, string message)
    {
        _error = new NotationError(position, message);
        return false;
    }

    private sealed record Unit(char Letter, long Ticks, bool IsTime);
}
