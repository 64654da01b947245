namespace DataPackage.Shared.Dates;

/// <summary>The properties of a date other than its days. The values are part of the packed format.</summary>
[Flags]
internal enum EdtfFlags : byte
{
    None = 0,
    Uncertain = 1,
    Approximate = 2,
    Interval = 4,
    Set = 8,
    OpenStart = 16,
    OpenEnd = 32,
    UnknownStart = 64,
    UnknownEnd = 128,
}
