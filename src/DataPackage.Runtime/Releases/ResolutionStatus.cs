namespace DataPackage.Runtime;

/// <summary>What became of an id.</summary>
public enum ResolutionStatus
{
    /// <summary>No version of the package that recorded its ids had it.</summary>
    Unknown = 0,

    /// <summary>An entity has it.</summary>
    Found = 1,

    /// <summary>An entity had it before it was renamed, or before it was merged with another.</summary>
    Renamed = 2,

    /// <summary>Several entities took its place: which of them was meant, only the one who stored it can
    /// say.</summary>
    Split = 3,

    /// <summary>It was given up. One entity may have taken its place.</summary>
    Retired = 4,
}
