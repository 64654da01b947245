using System.Globalization;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Syntax;

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

    /// <summary>The narrowest form of a scalar that is not null. A quoted scalar is never a number or a truth value:
    /// its author meant a text. A day and an address keep their form when quoted.</summary>
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
        if (!IsNumber(text, out var hasPoint))
            return ScalarForm.Text;
        if (!hasPoint && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
            return ScalarForm.Integer;
        // A decimal keeps up to 28 digits, with zeros at the end; a longer one would be written as another text.
        return KeyReader.TryReadNumber(text, out var number) && number.ToString(CultureInfo.InvariantCulture) == text
            ? ScalarForm.Decimal
            : ScalarForm.Text;
    }

    /// <summary>-?(0|[1-9][0-9]*)(\.[0-9]+)? except negative zero, whose sign a number would lose.</summary>
    private static bool IsNumber(string text, out bool hasPoint)
    {
        hasPoint = false;
        var start = text.Length > 0 && text[0] == '-' ? 1 : 0;
        var point = text.IndexOf('.');
        hasPoint = point >= 0;
        var whole = hasPoint ? point : text.Length;
        if (!AreDigits(text, start, whole) || (text[start] == '0' && whole - start > 1))
            return false;
        if (hasPoint && !AreDigits(text, point + 1, text.Length))
            return false;
        return start == 0 || text.Any(c => c is >= '1' and <= '9');
    }

    private static bool AreDigits(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (text[i] is < '0' or > '9')
                return false;
        return start < end;
    }

    private static bool IsUrl(string text) =>
        (text.StartsWith("https://", StringComparison.Ordinal) || text.StartsWith("http://", StringComparison.Ordinal))
        && Formats.TryRead(text, out _);
}
