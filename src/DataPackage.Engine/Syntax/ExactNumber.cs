using System.Globalization;
using DataPackage.Shared.Dates;

namespace DataPackage.Engine.Syntax;

/// <summary>Reads numbers that a <see cref="decimal"/> holds exactly: 28 digits, 28 of them after the point.</summary>
internal static class ExactNumber
{
    private const NumberStyles Styles =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Reads a number with a decimal point, without group separators, perhaps with an exponent, in any
    /// culture.</summary>
    /// <param name="problem">Why a number cannot be held; null if the text is no number.</param>
    public static bool TryRead(string text, out decimal value, out NotationError? problem)
    {
        problem = null;
        if (!IsNumber(text))
        {
            value = 0;
            return false;
        }

        if (decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out value) && IsExact(text, value))
            return true;
        value = 0;
        problem = new NotationError(
            0,
            "a decimal number holds 28 digits, at most 28 of them after the point, and this number has more; a text "
                + "holds it as it is written"
        );
        return false;
    }

    /// <summary><c>[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?</c></summary>
    private static bool IsNumber(string text)
    {
        var at = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        var digits = 0;
        for (var hasPoint = false; at < text.Length; at++)
        {
            if (text[at] is >= '0' and <= '9')
                digits++;
            else if (text[at] != '.' || hasPoint)
                break;
            else
                hasPoint = true;
        }

        if (digits == 0 || at == text.Length)
            return digits > 0;
        if (text[at] is not ('e' or 'E'))
            return false;
        at += at + 1 < text.Length && text[at + 1] is '-' or '+' ? 2 : 1;
        return at < text.Length && text.Skip(at).All(c => c is >= '0' and <= '9');
    }

    private static bool IsExact(string text, decimal value) =>
        Split(text) == Split(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The digits of a number without zeros at its ends, and the power of ten of the last one.</summary>
    private static (string Digits, long Power) Split(string number)
    {
        var end = number.IndexOfAny(['e', 'E']) is >= 0 and var found ? found : number.Length;
        // No text has as many digits as an exponent beyond this could make up for.
        var power =
            end == number.Length ? 0
            : long.TryParse(
                number.Substring(end + 1),
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var exponent
            )
                ? exponent
            : long.MaxValue / 2;
        var mantissa = number.Substring(0, end).TrimStart('-', '+');
        if (mantissa.IndexOf('.') is >= 0 and var point)
        {
            power -= mantissa.Length - point - 1;
            mantissa = mantissa.Remove(point, 1);
        }

        mantissa = mantissa.TrimStart('0');
        var digits = mantissa.TrimEnd('0');
        return digits.Length == 0 ? ("", 0) : (digits, power + mantissa.Length - digits.Length);
    }
}
