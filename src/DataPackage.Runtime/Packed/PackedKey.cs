using System.ComponentModel;
using DataPackage.Shared.Dates;
using DataPackage.Shared.Format;

namespace DataPackage.Runtime.Packed;

/// <summary>Writes values as keys of the indexes of unique properties. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PackedKey
{
    /// <summary>A whole number.</summary>
    public static string Of(long number) => UniqueKey.Of(number);

    /// <summary>A decimal number: 1.1 and 1.10 have the same key.</summary>
    public static string Of(decimal number) => UniqueKey.Of(number);

    /// <summary>A duration in ISO 8601: 90 minutes are PT1H30M.</summary>
    public static string Of(TimeSpan duration) => IsoDuration.Format(duration);

    /// <summary>A date in EDTF; null for null.</summary>
    public static string? Of(EdtfDate? date) => date?.ToString();
}
