using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using DataPackage.Runtime.Json;
using DataPackage.Shared.Text;

namespace DataPackage.Runtime;

/// <summary>An amount of money in one currency. Immutable; compared by value: <c>1.5</c> and <c>1.50</c> are equal.
/// Neither the existence of the currency nor its number of decimal places is checked.</summary>
/// <param name="Amount">The amount in units of the currency (not cents); may be negative. Exact; <see
/// cref="ToString()"/> keeps trailing zeros.</param>
/// <param name="Currency">The ISO 4217 code of the currency.</param>
[JsonConverter(typeof(MoneyJsonConverter))]
[TypeConverter(typeof(ParsableTypeConverter<Money>))]
public sealed record Money(decimal Amount, string Currency) : ISpanParsable<Money>, ISpanFormattable
{
    internal const int CodeLength = 3;

    /// <summary>The ISO 4217 code of the currency: three letters A to Z, such as <c>USD</c>.</summary>
    /// <exception cref="ArgumentException">The value is anything else.</exception>
    public string Currency
    {
        get;
        init => field = Checked(value);
    } = Checked(Currency);

    /// <summary>Reads the form of <see cref="ToString()"/>: an amount with a decimal point and no group separators, a
    /// space, a currency: <c>-1234.50 EUR</c>. An amount with more digits than <see cref="decimal"/> is
    /// rounded.</summary>
    /// <exception cref="FormatException">The text has another form, or the amount is out of the range of a
    /// decimal.</exception>
    public static Money Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan());
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static Money Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var money)
            ? money
            : throw new FormatException($"'{VisibleText.Of(text)}' is not an amount of money such as '1234.50 EUR'.");

    /// <summary>Reads an amount as <see cref="Parse(string)"/> does.</summary>
    /// <returns>False if the text is null or <see cref="Parse(string)"/> would refuse it; <paramref name="money"/> is
    /// then null.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [MaybeNullWhen(false)] out Money money) =>
        TryParse(text.AsSpan(), out money);

    /// <inheritdoc cref="TryParse(string, out Money)"/>
    public static bool TryParse(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out Money money)
    {
        money = null;
        var blank = text.Length - CodeLength - 1;
        if (blank < 1 || text[blank] != ' ' || !IsCode(text[(blank + 1)..]))
            return false;
        if (
            !decimal.TryParse(
                text[..blank],
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var amount
            )
        )
            return false;
        money = new Money(amount, text[(blank + 1)..].ToString());
        return true;
    }

    // The form is the same in all cultures. Explicit, so the analyzer asks no caller for a culture (CA1305).
    static Money IParsable<Money>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static Money ISpanParsable<Money>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Money>.TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out Money result
    ) => TryParse(s, out result);

    static bool ISpanParsable<Money>.TryParse(
        ReadOnlySpan<char> s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out Money result
    ) => TryParse(s, out result);

    /// <summary>The amount with a decimal point and no group separators, a space and the currency: <c>324000000000
    /// USD</c>. The same in every culture.</summary>
    public override string ToString() => ToString(null, null);

    /// <summary>The amount in a numeric format of .NET, a space and the currency: <c>324.000.000.000 USD</c> for
    /// <c>"N0"</c> and German culture.</summary>
    /// <param name="format">A numeric format string; null or empty for all digits.</param>
    /// <param name="formatProvider">The culture of the amount; null for the invariant culture, never the
    /// machine's.</param>
    /// <exception cref="FormatException"><paramref name="format"/> is not a numeric format.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        Amount.ToString(format, formatProvider ?? CultureInfo.InvariantCulture) + " " + Currency;

    /// <inheritdoc/>
    bool ISpanFormattable.TryFormat(
        Span<char> destination,
        out int charsWritten,
        ReadOnlySpan<char> format,
        IFormatProvider? provider
    )
    {
        var text = ToString(format.ToString(), provider);
        var written = text.TryCopyTo(destination);
        charsWritten = written ? text.Length : 0;
        return written;
    }

    private static string Checked(string currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        return IsCode(currency)
            ? currency
            : throw new ArgumentException(
                $"'{VisibleText.Of(currency)}' is not an ISO 4217 currency code: three letters A to Z.",
                nameof(currency)
            );
    }

    internal static bool IsCode(ReadOnlySpan<char> text) =>
        text.Length == CodeLength && !text.ContainsAnyExceptInRange('A', 'Z');
}
