using System.Globalization;

namespace DataPackage.Shared.Format;

/// <summary>The texts of values in the indexes of unique properties. Equal values have equal texts.</summary>
internal static class UniqueKey
{
    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number without zeros at its end, so 1.10 equals 1.1.</summary>
    public static string Of(decimal number)
    {
        if (number == 0)
            return "0";
        var text = number.ToString(CultureInfo.InvariantCulture);
        return decimal.Truncate(number) == number ? text.Split('.')[0] : text.TrimEnd('0');
    }
}
