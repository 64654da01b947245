namespace DataPackage.Shared.Dates;

/// <summary>The year, month or day of a date as written. An unspecified digit is X; a year includes its sign, Y, E and
/// S.</summary>
/// <param name="Text">A month is 01 to 12, a sub-year grouping 21 to 41, or digits with X.</param>
/// <param name="Qualifiers"><see cref="EdtfFlags.Uncertain"/>, <see cref="EdtfFlags.Approximate"/>, both or
/// none.</param>
internal readonly record struct EdtfField(string Text, EdtfFlags Qualifiers);
