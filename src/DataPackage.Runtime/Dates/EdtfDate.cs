using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using DataPackage.Runtime.Json;
using DataPackage.Runtime.Packed;
using DataPackage.Shared.Dates;
using DataPackage.Shared.Format;
using DataPackage.Shared.Text;

namespace DataPackage.Runtime;

/// <summary>A date that may be vague: <c>1975</c>, <c>2004-06~</c> (approximately), <c>[1975,1976]</c> (one of them),
/// <c>1985/..</c> (from 1985 on). Follows the Extended Date/Time Format (EDTF) of the Library of Congress (2019-02-04,
/// a profile of ISO 8601-2), levels 0, 1 and 2. Immutable.</summary>
/// <remarks>
/// <para>Two dates are equal if their canonical texts are: <c>2004-06</c> and <c>2004-06-01/2004-06-30</c> cover the
/// same days but are not equal.</para>
/// <para>All questions about days (<see cref="Covers(DateOnly)"/>, <see cref="Overlaps"/>, the order) use the span from
/// the first to the last day that a date, or each member of a set, can mean. A qualifier (<c>?</c>, <c>~</c>) does not
/// widen a span. An open or unknown end leaves it without a bound, and <c>XXXX-12-25</c> spans all years from 0000 to
/// 9999. Seasons are whole months, and northern unless they say otherwise: spring <c>2001-21</c> is March to May,
/// winter <c>2001-24</c> is December 2001 to February 2002.</para>
/// </remarks>
[JsonConverter(typeof(EdtfDateJsonConverter))]
[TypeConverter(typeof(ParsableTypeConverter<EdtfDate>))]
public sealed class EdtfDate
    : IEquatable<EdtfDate>,
        IComparable<EdtfDate>,
        IComparable,
        ISpanParsable<EdtfDate>,
        ISpanFormattable
{
    private const int LongestQuotedText = 64;

    /// <summary>The first day of a date without a lower bound.</summary>
    internal const long NoFirstDay = long.MinValue;

    /// <summary>The last day of a date without an upper bound.</summary>
    internal const long NoLastDay = long.MaxValue;

    private readonly long _firstDay;
    private readonly long _lastDay;
    private readonly EdtfFlags _flags;
    private readonly EdtfNotation _notation;
    private string? _text;
    private Span[]? _spans;

    /// <summary>Takes the values that the build computed with <see cref="EdtfParser"/>; parses nothing.</summary>
    internal EdtfDate(string canonicalText, long firstDay, long lastDay, EdtfFlags flags)
    {
        _text = canonicalText;
        _firstDay = firstDay;
        _lastDay = lastDay;
        _flags = flags;
    }

    /// <summary>A whole day, month or year within the years 1 to 9999, with or without a qualifier; its text follows
    /// from its days.</summary>
    internal EdtfDate(EdtfNotation notation, int firstDay, int lastDay)
    {
        _notation = notation;
        _flags = (EdtfFlags)((int)notation >> EdtfNotations.QualifierShift);
        _firstDay = firstDay;
        _lastDay = lastDay;
    }

    /// <summary>Counted from 0001-01-01; <see cref="NoFirstDay"/> if there is no bound.</summary>
    internal long FirstDay => _firstDay;

    /// <summary>Counted from 0001-01-01; <see cref="NoLastDay"/> if there is no bound.</summary>
    internal long LastDay => _lastDay;

    /// <summary>The first possible day, inclusive; null if the start is open, unknown or outside the years 1 to 9999.
    /// For a date-time, the day as written, whatever its offset from UTC.</summary>
    public DateOnly? Earliest =>
        _firstDay is >= 0 and <= EdtfNotations.LastDay ? DateOnly.FromDayNumber((int)_firstDay) : null;

    /// <summary>The last possible day, inclusive; null if the end is open, unknown or outside the years 1 to
    /// 9999.</summary>
    public DateOnly? Latest =>
        _lastDay is >= 0 and <= EdtfNotations.LastDay ? DateOnly.FromDayNumber((int)_lastDay) : null;

    /// <summary>Whether any part is marked as uncertain, because the source is doubtful: <c>1984?</c> or
    /// <c>1984%</c>.</summary>
    public bool IsUncertain => Has(EdtfFlags.Uncertain);

    /// <summary>Whether any part is marked as approximate, an estimate ("circa"): <c>1984~</c> or <c>1984%</c>. The
    /// true date can lie outside the span.</summary>
    public bool IsApproximate => Has(EdtfFlags.Approximate);

    /// <summary>Whether this is an interval between two dates, written with a slash.</summary>
    public bool IsInterval => Has(EdtfFlags.Interval);

    /// <summary>Whether this is a set of dates: one of them (<see cref="IsOneOf"/>) or all of them.</summary>
    public bool IsSet => Has(EdtfFlags.Set);

    /// <summary>Whether this is one of several dates, not known which: <c>[1975,1976]</c>. False for all of several:
    /// <c>{1975,1976}</c>.</summary>
    public bool IsOneOf => IsSet && Text.StartsWith('[');

    /// <summary>Whether this has no start, or extends back without limit: <c>../1985</c>, <c>[..1985]</c>.</summary>
    public bool IsOpenStart => Has(EdtfFlags.OpenStart);

    /// <summary>Whether this has no end, or none so far: <c>1985/..</c>, <c>[1985..]</c>.</summary>
    public bool IsOpenEnd => Has(EdtfFlags.OpenEnd);

    /// <summary>Whether this is an interval whose start exists but is unknown: <c>/1985</c>.</summary>
    public bool IsUnknownStart => Has(EdtfFlags.UnknownStart);

    /// <summary>Whether this is an interval whose end exists but is unknown: <c>1985/</c>.</summary>
    public bool IsUnknownEnd => Has(EdtfFlags.UnknownEnd);

    /// <summary>Made on demand, because most dates are only compared. Threads that race make equal texts.</summary>
    private string Text => _text ??= EdtfNotations.Write(_notation, (int)_firstDay);

    private Span[] Spans => _spans ??= IsSet ? SpansOf(MembersOfSet()) : [new Span(_firstDay, _lastDay)];

    /// <summary>Reads an EDTF date; case-sensitive, without surrounding white space.</summary>
    /// <exception cref="FormatException">The text is not an EDTF date; the message says where, why and what was
    /// probably meant.</exception>
    public static EdtfDate Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return From(ParseExpression(text));
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static EdtfDate Parse(ReadOnlySpan<char> text) => Parse(text.ToString());

    /// <summary>Reads an EDTF date as <see cref="Parse(string)"/> does.</summary>
    /// <returns>False if the text is null or not an EDTF date; <paramref name="date"/> is then null.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [MaybeNullWhen(false)] out EdtfDate date)
    {
        date = text is not null && EdtfParser.TryParse(text, out var expression, out _) ? From(expression) : null;
        return date is not null;
    }

    /// <inheritdoc cref="TryParse(string, out EdtfDate)"/>
    public static bool TryParse(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out EdtfDate date) =>
        TryParse(text.ToString(), out date);

    /// <summary>The date that is exactly this day.</summary>
    public static EdtfDate From(DateOnly day) => new(EdtfNotation.Day, day.DayNumber, day.DayNumber);

    // A date has one form in all cultures. Explicit, so the analyzer asks no caller for a culture (CA1305).
    static EdtfDate IParsable<EdtfDate>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static EdtfDate ISpanParsable<EdtfDate>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<EdtfDate>.TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out EdtfDate result
    ) => TryParse(s, out result);

    static bool ISpanParsable<EdtfDate>.TryParse(
        ReadOnlySpan<char> s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out EdtfDate result
    ) => TryParse(s, out result);

    /// <summary>Whether this date can mean the day; for an interval, whether the day is within it, both ends
    /// included.</summary>
    public bool Covers(DateOnly day) => Covers([new Span(day.DayNumber, day.DayNumber)]);

    /// <summary>Whether this date can mean every day that <paramref name="other"/> can. Every date covers
    /// itself.</summary>
    public bool Covers(EdtfDate other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Covers(other.Spans);
    }

    /// <summary>Whether both can mean the same day.</summary>
    public bool Overlaps(EdtfDate other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (ours, theirs) = (Spans, other.Spans);
        for (int i = 0, j = 0; i < ours.Length && j < theirs.Length; )
        {
            if (ours[i].Last < theirs[j].First)
                i++;
            else if (theirs[j].Last < ours[i].First)
                j++;
            else
                return true;
        }

        return false;
    }

    /// <summary>Orders by the first possible day (no bound comes first), then by the last (no bound comes last), then
    /// by canonical text (ordinally); 0 means equal. Days outside the years 1 to 9999 are ordered too. Null comes
    /// before all.</summary>
    public int CompareTo(EdtfDate? other)
    {
        if (other is null)
            return 1;
        var order = _firstDay.CompareTo(other._firstDay);
        if (order == 0)
            order = _lastDay.CompareTo(other._lastDay);
        return order != 0 ? order : string.CompareOrdinal(Text, other.Text);
    }

    /// <inheritdoc/>
    int IComparable.CompareTo(object? obj) =>
        obj is null or EdtfDate
            ? CompareTo((EdtfDate?)obj)
            : throw new ArgumentException("An EdtfDate can only be compared with an EdtfDate.", nameof(obj));

    /// <summary>Whether both have the same canonical text.</summary>
    public bool Equals(EdtfDate? other) => other is not null && Text == other.Text;

    /// <inheritdoc cref="Equals(EdtfDate)"/>
    public override bool Equals(object? obj) => Equals(obj as EdtfDate);

    /// <summary>A hash of the canonical text; differs between processes.</summary>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The canonical text, the same in every culture; <see cref="Parse(string)"/> reads it back. It is the
    /// parsed text, except for the place of qualifiers: <c>?2004?-06</c> becomes <c>2004?-06</c>.</summary>
    public override string ToString() => Text;

    /// <inheritdoc/>
    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => Formatted(format);

    /// <inheritdoc/>
    bool ISpanFormattable.TryFormat(
        Span<char> destination,
        out int charsWritten,
        ReadOnlySpan<char> format,
        IFormatProvider? provider
    )
    {
        var written = Formatted(format).TryCopyTo(destination);
        charsWritten = written ? Text.Length : 0;
        return written;
    }

    /// <summary>The date that is exactly this day, like <see cref="From(DateOnly)"/>.</summary>
    public static implicit operator EdtfDate(DateOnly day) => From(day);

    /// <summary>Whether both are null or have the same canonical text.</summary>
    public static bool operator ==(EdtfDate? left, EdtfDate? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the canonical texts differ, or exactly one is null.</summary>
    public static bool operator !=(EdtfDate? left, EdtfDate? right) => !(left == right);

    /// <summary>Whether the left comes before the right in the order of <see cref="CompareTo(EdtfDate)"/>; null comes
    /// before all.</summary>
    public static bool operator <(EdtfDate? left, EdtfDate? right) =>
        left is null ? right is not null : left.CompareTo(right) < 0;

    /// <summary>Whether the left comes before the right, or both are equal or null.</summary>
    public static bool operator <=(EdtfDate? left, EdtfDate? right) => !(right < left);

    /// <summary>Whether the left comes after the right in the order of <see cref="CompareTo(EdtfDate)"/>; null comes
    /// before all.</summary>
    public static bool operator >(EdtfDate? left, EdtfDate? right) => right < left;

    /// <summary>Whether the left comes after the right, or both are equal or null.</summary>
    public static bool operator >=(EdtfDate? left, EdtfDate? right) => !(left < right);

    private static EdtfDate From(EdtfExpression expression) =>
        new(
            expression.ToString(),
            expression.EarliestDay ?? NoFirstDay,
            expression.LatestDay ?? NoLastDay,
            expression.Flags
        );

    private static EdtfExpression ParseExpression(string text)
    {
        if (EdtfParser.TryParse(text, out var expression, out var error))
            return expression;
        throw new FormatException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"'{VisibleText.Of(text, LongestQuotedText)}' is not an EDTF date, see its character "
                    + $"{error.Position + 1}: {error.Message}"
            )
        );
    }

    /// <summary>Whether all days that one member of a set can mean are in a range. Of a range of days each day is a
    /// member; of a range of months or years, its ends are looked at.</summary>
    /// <param name="firstDay">As in a timeline.</param>
    /// <param name="lastDay">As in a timeline, inclusive.</param>
    internal bool HasMemberWithin(int firstDay, int lastDay)
    {
        foreach (var (start, end) in MembersOfSet())
        {
            if (IsWithin(start) || IsWithin(end))
                return true;
            if (
                start?.FirstDay == start?.LastDay
                && end?.FirstDay == end?.LastDay
                && PackedFormat.DayOf(start?.FirstDay ?? NoFirstDay) <= lastDay
                && PackedFormat.DayOf(end?.LastDay ?? NoLastDay) >= firstDay
            )
                return true;
        }

        return false;

        bool IsWithin(EdtfCalendarDate? member) =>
            member is not null
            && PackedFormat.DayOf(member.FirstDay) >= firstDay
            && PackedFormat.DayOf(member.LastDay) <= lastDay;
    }

    /// <summary>The text of a parsed date is valid; that of a packed date is parsed here for the first time.</summary>
    private IReadOnlyList<EdtfRange> MembersOfSet() =>
        EdtfParser.TryParse(Text, out var expression, out _)
            ? expression.Ranges
            : throw CorruptedData.Because("a date is not an EDTF date");

    /// <summary>The spans of a set in ascending order; spans that overlap or are adjacent are merged.</summary>
    private static Span[] SpansOf(IReadOnlyList<EdtfRange> ranges)
    {
        var spans = new Span[ranges.Count];
        for (var i = 0; i < spans.Length; i++)
            spans[i] = new Span(ranges[i].FirstDay ?? NoFirstDay, ranges[i].LastDay ?? NoLastDay);
        Array.Sort(spans, static (a, b) => a.First.CompareTo(b.First));

        var last = 0;
        foreach (var span in spans.AsSpan(1))
        {
            // Only the first span can lack a lower bound, so this cannot overflow.
            if (span.First - 1 <= spans[last].Last)
                spans[last] = spans[last] with { Last = Math.Max(spans[last].Last, span.Last) };
            else
                spans[++last] = span;
        }

        return spans[..(last + 1)];
    }

    private bool Covers(ReadOnlySpan<Span> others)
    {
        var spans = Spans;
        var i = 0;
        foreach (var other in others)
        {
            while (i < spans.Length && spans[i].Last < other.Last)
                i++;
            if (i == spans.Length || other.First < spans[i].First)
                return false;
        }

        return true;
    }

    private ReadOnlySpan<char> Formatted(ReadOnlySpan<char> format) => Formatted(format.ToString());

    private string Formatted(string? format) =>
        format is null or "" or "G" ? Text : throw new FormatException("An EdtfDate has one format, \"G\".");

    private bool Has(EdtfFlags flag) => (_flags & flag) != 0;

    /// <summary>Days from first to last; <see cref="NoFirstDay"/> or <see cref="NoLastDay"/> if there is no
    /// bound.</summary>
    private readonly record struct Span(long First, long Last);
}
