using System.Globalization;

namespace DataPackage.Tool.Export.Tables;

/// <summary>Decimal numbers in formats that have only binary ones (IEEE 754).</summary>
internal static class BinaryNumber
{
    /// <summary>The nearest one: a cast rounds twice.</summary>
    public static double Nearest(decimal number) =>
        double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
