using System.ComponentModel;
using DataPackage.Shared.Dates;
using DataPackage.Shared.Format;

namespace DataPackage.Runtime.Packed;

/// <summary>Writes values as the indexes of unique properties have them. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PackedKey
{
    /// <summary>A whole number.</summary>
    public static string Of(long number) => UniqueKey.Of(number);

    /// <summary>A number: 1.1 and 1.10 are one.</summary>
    public static string Of(decimal number) => UniqueKey.Of(number);

    /// <summary>A duration as ISO 8601 writes it: 90 minutes are PT1H30M.</summary>
    public static string Of(TimeSpan duration) => IsoDuration.Format(duration);

    /// <summary>A date as EDTF writes it.</summary>
    public static string? Of(EdtfDate? date) => date?.ToString();
}
