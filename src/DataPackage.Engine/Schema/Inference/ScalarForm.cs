using System.Globalization;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Syntax;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Schema.Inference;

/// <summary>The type that a scalar can be read as without losing any of its text.</summary>
[Flags]
internal enum ScalarForm
{
    None = 0,

    /// <summary>Only text.</summary>
    Text = 1,
    Integer = 2,
    Decimal = 4,
    Boolean = 8,
    Date = 16,
    Url = 32,
}

internal static class ScalarForms
{
    private const string IsoDay = "yyyy-MM-dd";

    /// <summary>The narrowest form of a scalar that is not null. Numbers are those of JSON; others that YAML knows,
    /// such as <c>0x1F</c>, <c>.5</c>, <c>+5</c> and <c>.inf</c>, are texts. A quoted scalar is never a number or a
    /// truth value: its author meant a text. A day and an address keep their form when quoted.</summary>
    public static ScalarForm Of(SeedScalar scalar)
    {
        var text = scalar.Text;
        if (
            text.Length == IsoDay.Length
            && DateTime.TryParseExact(text, IsoDay, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        )
            return ScalarForm.Date;
        if (IsUrl(text))
            return ScalarForm.Url;
        if (!scalar.IsPlain)
            return ScalarForm.Text;
        if (text is "true" or "false")
            return ScalarForm.Boolean;
        if (!JsonNumber.Is(text))
            return ScalarForm.Text;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            // Negative zero would lose its sign.
            return whole == 0 && text[0] == '-' ? ScalarForm.Text : ScalarForm.Integer;
        if (!ExactNumber.TryRead(text, out var number, out _) || (number == 0 && text[0] == '-'))
            return ScalarForm.Text;
        // A decimal keeps zeros at the end, as long as it has digits for them. With an exponent only the value counts.
        return text.IndexOfAny(['e', 'E']) >= 0 || number.ToString(CultureInfo.InvariantCulture) == text
            ? ScalarForm.Decimal
            : ScalarForm.Text;
    }

    private static bool IsUrl(string text) =>
        (text.StartsWith("https://", StringComparison.Ordinal) || text.StartsWith("http://", StringComparison.Ordinal))
        && Formats.TryRead(text, out _);
}
