using DataPackage.Engine.Text;

namespace DataPackage.Engine.Diagnostics;

/// <summary>The work that one step may still spend on suggestions, in letters compared. It belongs to one run of one
/// step and is not shared, so the messages of a step do not depend on the steps before it.</summary>
internal sealed class SuggestionWork(int most)
{
    /// <summary>The work of all suggestions of a build in a step for each seed, shared out among the seeds: two seconds
    /// for any data.</summary>
    public const int OfBuild = 128 * 1024 * 1024;

    /// <summary>The largest share of one seed.</summary>
    public const int OfSeed = 2 * 1024 * 1024;

    /// <summary>The smallest share of one seed: enough to find a slip of the finger among any number of
    /// names.</summary>
    public const int LeastOfSeed = 64 * 1024;

    /// <summary>For telling whether the folder of a seed is a mistyped collection.</summary>
    public const int OfCollection = 512 * 1024;

    /// <summary>For a step that has all seeds.</summary>
    public const int OfPackage = 8 * 1024 * 1024;

    /// <summary>A suggestion takes this part of what is left: the first ones may compare every name, later ones still
    /// follow a slip of the finger.</summary>
    private const int Parts = 8;

    private long _left = most;

    /// <summary>The share of each seed in the work of a whole build.</summary>
    public static int PerSeed(int seeds) =>
        (int)Math.Min(OfSeed, Math.Max(LeastOfSeed, OfBuild / PowerOfTwo.AtLeast(seeds)));

    /// <summary>The work that is left.</summary>
    public long Left => _left;

    /// <summary>The work that one suggestion may take now.</summary>
    public long Share => _left / Parts;

    public bool TryTake(long letters)
    {
        if (letters > Share)
            return false;
        _left -= letters;
        return true;
    }

    public void Take(long letters) => _left -= Math.Min(letters, _left);
}
