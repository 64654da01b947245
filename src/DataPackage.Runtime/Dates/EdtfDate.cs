using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using DataPackage.Runtime.Json;
using DataPackage.Runtime.Packed;
using DataPackage.Shared.Dates;
using DataPackage.Shared.Text;

namespace DataPackage.Runtime;

/// <summary>A date that may be vague: <c>1975</c>, <c>2004-06~</c> (approximately), <c>[1975,1976]</c> (one of them),
/// <c>1985/..</c> (and since). Follows the Extended Date/Time Format of the Library of Congress (2019-02-04, a profile
/// of ISO 8601-2), levels 0, 1 and 2. Immutable.</summary>
/// <remarks>
/// <para>Two dates are equal when their canonical texts are: <c>2004-06</c> and <c>2004-06-01/2004-06-30</c> cover the
/// same days but are not equal.</para>
/// <para>All questions about days (<see cref="Covers(DateOnly)"/>, <see cref="Overlaps"/>, the order) are answered from
/// the spans between the first and the last day that a date, or a member of a set, can mean. A qualifier (<c>?</c>,
/// <c>~</c>) does not widen a span, an open or unknown end leaves it without bound, and <c>XXXX-12-25</c> spans all
/// years from 0000 to 9999. Seasons are whole months and northern unless they say otherwise: spring <c>2001-21</c> is
/// March to May, winter <c>2001-24</c> is December 2001 to February 2002.</para>
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

    /// <summary>In place of the first day, where there is no bound.</summary>
    internal const long NoFirstDay = long.MinValue;

    /// <summary>In place of the last day, where there is no bound.</summary>
    internal const long NoLastDay = long.MaxValue;

    private readonly long _firstDay;
    private readonly long _lastDay;
    private readonly EdtfFlags _flags;
    private readonly EdtfNotation _notation;
    private string? _text;
    private Span[]? _spans;

    /// <summary>Takes what the build computed with <see cref="EdtfParser"/>; parses nothing.</summary>
    internal EdtfDate(string canonicalText, long firstDay, long lastDay, EdtfFlags flags)
    {
        _text = canonicalText;
        _firstDay = firstDay;
        _lastDay = lastDay;
        _flags = flags;
    }

    /// <summary>A whole day, month or year within the years 1 to 9999, qualified or not, whose text follows from
    /// it.</summary>
    internal EdtfDate(EdtfNotation notation, int firstDay, int lastDay)
    {
        _notation = notation;
        _flags = (EdtfFlags)((int)notation >> EdtfNotations.QualifierShift);
        _firstDay = firstDay;
        _lastDay = lastDay;
    }

    /// <summary>Counted from 0001-01-01; <see cref="NoFirstDay"/> where there is no bound.</summary>
    internal long FirstDay => _firstDay;

    /// <summary>Counted from 0001-01-01; <see cref="NoLastDay"/> where there is no bound.</summary>
    internal long LastDay => _lastDay;

    /// <summary>The first possible day; null if the start is open or unknown, or lies outside of the years 1 to 9999.
    /// Of a date-time: the day as written, whatever its offset from UTC.</summary>
    public DateOnly? Earliest =>
        _firstDay is >= 0 and <= EdtfNotations.LastDay ? DateOnly.FromDayNumber((int)_firstDay) : null;

    /// <summary>The last possible day, itself included; null if the end is open or unknown, or lies outside of the
    /// years 1 to 9999.</summary>
    public DateOnly? Latest =>
        _lastDay is >= 0 and <= EdtfNotations.LastDay ? DateOnly.FromDayNumber((int)_lastDay) : null;

    /// <summary>Whether any part is marked as uncertain: <c>1984?</c> or <c>1984%</c>. The source is
    /// doubtful.</summary>
    public bool IsUncertain => Has(EdtfFlags.Uncertain);

    /// <summary>Whether any part is marked as approximate: <c>1984~</c> or <c>1984%</c>. An estimate ("circa"), which
    /// may miss by more than it says.</summary>
    public bool IsApproximate => Has(EdtfFlags.Approximate);

    /// <summary>Whether this is a time between two dates, written with a slash.</summary>
    public bool IsInterval => Has(EdtfFlags.Interval);

    /// <summary>Whether this is a set: one of several dates (<see cref="IsOneOf"/>) or all of them.</summary>
    public bool IsSet => Has(EdtfFlags.Set);

    /// <summary>Whether this is one of several dates, not known which: <c>[1975,1976]</c>. False for all of them:
    /// <c>{1975,1976}</c>.</summary>
    public bool IsOneOf => IsSet && Text.StartsWith('[');

    /// <summary>Whether it has no start, or reaches back without limit: <c>../1985</c>, <c>[..1985]</c>.</summary>
    public bool IsOpenStart => Has(EdtfFlags.OpenStart);

    /// <summary>Whether it has no end, or none so far: <c>1985/..</c>, <c>[1985..]</c>.</summary>
    public bool IsOpenEnd => Has(EdtfFlags.OpenEnd);

    /// <summary>Whether an interval has a start, but nobody knows when: <c>/1985</c>.</summary>
    public bool IsUnknownStart => Has(EdtfFlags.UnknownStart);

    /// <summary>Whether an interval has an end, but nobody knows when: <c>1985/</c>.</summary>
    public bool IsUnknownEnd => Has(EdtfFlags.UnknownEnd);

    /// <summary>Most dates are only compared: their text is made when somebody asks for it, and threads that ask at
    /// once make the same.</summary>
    private string Text => _text ??= EdtfNotations.Write(_notation, (int)_firstDay);

    private Span[] Spans => _spans ??= IsSet ? SpansOfSet() : [new Span(_firstDay, _lastDay)];

    /// <summary>Reads an EDTF date, case-sensitively and with nothing around it.</summary>
    /// <exception cref="FormatException">The text is no EDTF date; the message says at which character, why, and what
    /// was probably meant.</exception>
    public static EdtfDate Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return From(ParseExpression(text));
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static EdtfDate Parse(ReadOnlySpan<char> text) => Parse(text.ToString());

    /// <summary>Reads an EDTF date as <see cref="Parse(string)"/> does.</summary>
    /// <returns>False if the text is null or no EDTF date; <paramref name="date"/> is null then.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [MaybeNullWhen(false)] out EdtfDate date)
    {
        date = text is not null && EdtfParser.TryParse(text, out var expression, out _) ? From(expression) : null;
        return date is not null;
    }

    /// <inheritdoc cref="TryParse(string, out EdtfDate)"/>
    public static bool TryParse(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out EdtfDate date) =>
        TryParse(text.ToString(), out date);

    /// <summary>A date that is exactly one day.</summary>
    public static EdtfDate From(DateOnly day) => new(EdtfNotation.Day, day.DayNumber, day.DayNumber);

    // A date has one notation in all cultures. Explicit, so that nobody is asked for a culture (CA1305).
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

    /// <summary>Whether a day is among those that this can mean; for an interval: lies within it. Both ends are
    /// included.</summary>
    public bool Covers(DateOnly day) => Covers([new Span(day.DayNumber, day.DayNumber)]);

    /// <summary>Whether every day that <paramref name="other"/> can mean is one that this can mean. Every date covers
    /// itself.</summary>
    public bool Covers(EdtfDate other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Covers(other.Spans);
    }

    /// <summary>Whether there is a day that both can mean.</summary>
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
    /// ordinally by canonical text, so that 0 means equal. Days outside of the years 1 to 9999 are in their place
    /// too.</summary>
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

    /// <summary>A hash of the canonical text; differs from process to process.</summary>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The canonical text, which <see cref="Parse(string)"/> reads back: the text that was parsed, except for
    /// the place of its qualifiers (<c>?2004?-06</c> is <c>2004?-06</c>). The same in every culture.</summary>
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

    /// <summary>A date that is exactly one day, as <see cref="From(DateOnly)"/>.</summary>
    public static implicit operator EdtfDate(DateOnly day) => From(day);

    /// <summary>Whether both are null or have the same canonical text.</summary>
    public static bool operator ==(EdtfDate? left, EdtfDate? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the canonical texts differ, or one alone is null.</summary>
    public static bool operator !=(EdtfDate? left, EdtfDate? right) => !(left == right);

    /// <summary>Whether the left comes first in the order of <see cref="CompareTo(EdtfDate)"/>; null comes before
    /// all.</summary>
    public static bool operator <(EdtfDate? left, EdtfDate? right) =>
        left is null ? right is not null : left.CompareTo(right) < 0;

    /// <summary>Whether the left comes first, or both are equal.</summary>
    public static bool operator <=(EdtfDate? left, EdtfDate? right) => !(right < left);

    /// <summary>Whether the left comes last in the order of <see cref="CompareTo(EdtfDate)"/>; null comes before
    /// all.</summary>
    public static bool operator >(EdtfDate? left, EdtfDate? right) => right < left;

    /// <summary>Whether the left comes last, or both are equal.</summary>
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

    /// <summary>Of a date that was parsed the text is right; one from a package is read here for the first
    /// time.</summary>
    private Span[] SpansOfSet() =>
        EdtfParser.TryParse(Text, out var expression, out _)
            ? SpansOf(expression.Ranges)
            : throw CorruptedData.Because("a date is not an EDTF date");

    /// <summary>The spans of a set in ascending order; those that overlap or follow each other without a gap are
    /// one.</summary>
    private static Span[] SpansOf(IReadOnlyList<EdtfRange> ranges)
    {
        var spans = new Span[ranges.Count];
        for (var i = 0; i < spans.Length; i++)
            spans[i] = new Span(ranges[i].FirstDay ?? NoFirstDay, ranges[i].LastDay ?? NoLastDay);
        Array.Sort(spans, static (a, b) => a.First.CompareTo(b.First));

        var last = 0;
        foreach (var span in spans.AsSpan(1))
        {
            // Only the first span can be without a bound at its start, so that this cannot overflow.
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

    /// <summary>Days from first to last, without a bound where <see cref="NoFirstDay"/> or <see cref="NoLastDay"/>
    /// stands.</summary>
    private readonly record struct Span(long First, long Last);
}
