namespace DataPackage.Generator.Model;

/// <summary>A seed as it is ordered and told apart.</summary>
internal interface ISeed
{
    /// <summary>Below the seeds folder, with forward slashes.</summary>
    string SeedPath { get; }

    /// <summary>As the compiler knows it.</summary>
    string FilePath { get; }
}

/// <summary>The order in which seeds claim ids: files of one entity first, so that where an id stands twice, the entry in a file
/// of many is the word to point at.</summary>
internal sealed class SeedOrder : IComparer<ISeed>
{
    public static SeedOrder Instance { get; } = new();

    public int Compare(ISeed? left, ISeed? right)
    {
        var byFolder = (left!.SeedPath.IndexOf('/') < 0).CompareTo(right!.SeedPath.IndexOf('/') < 0);
        if (byFolder != 0) return byFolder;
        var byPath = string.CompareOrdinal(left.SeedPath, right.SeedPath);
        return byPath != 0 ? byPath : string.CompareOrdinal(left.FilePath, right.FilePath);
    }
}
