using DataPackage.Engine.Syntax;

namespace DataPackage.Engine.Binding;

/// <summary>The order in which seeds claim ids: files of one entity are first, so a duplicate id is reported at the
/// entry in a file of many.</summary>
internal sealed class SeedOrder : IComparer<ISeed>
{
    public static SeedOrder Instance { get; } = new();

    public static IReadOnlyList<T> Sort<T>(IEnumerable<T> seeds)
        where T : ISeed
    {
        // The sort is stable: two seeds that compare as equal are one file that was given twice.
        return [.. seeds.OrderBy(seed => (ISeed)seed, Instance)];
    }

    public int Compare(ISeed? left, ISeed? right)
    {
        var byFolder = (left!.SeedPath.IndexOf('/') < 0).CompareTo(right!.SeedPath.IndexOf('/') < 0);
        if (byFolder != 0)
            return byFolder;
        var byPath = string.CompareOrdinal(left.SeedPath, right.SeedPath);
        return byPath != 0 ? byPath : string.CompareOrdinal(left.FilePath, right.FilePath);
    }
}
