using System.Globalization;

namespace DataPackage.Shared.Format;

/// <summary>Values as the indexes of unique properties have them: what is equal is written alike.</summary>
internal static class UniqueKey
{
    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Without the noughts at the end that 1.10 has and 1.1 has not.</summary>
    public static string Of(decimal number)
    {
        if (number == 0)
            return "0";
        var text = number.ToString(CultureInfo.InvariantCulture);
        return decimal.Truncate(number) == number ? text.Split('.')[0] : text.TrimEnd('0');
    }
}
