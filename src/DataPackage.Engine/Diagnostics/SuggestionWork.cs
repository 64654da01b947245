namespace DataPackage.Engine.Diagnostics;

/// <summary>The work that one step may still spend on what was probably meant, in letters compared. It belongs to one
/// run of one step: nothing of it is shared, so that a step says the same whether others ran before it or
/// not.</summary>
internal sealed class SuggestionWork(int most)
{
    /// <summary>What all suggestions of a build may take in a step that goes from seed to seed, shared out among the
    /// seeds: two seconds, whatever they hold.</summary>
    public const int OfBuild = 128 * 1024 * 1024;

    /// <summary>The most of it for one seed.</summary>
    public const int OfSeed = 2 * 1024 * 1024;

    /// <summary>The least of it for one seed: enough to find a slip of the finger among any number of names.</summary>
    public const int LeastOfSeed = 64 * 1024;

    /// <summary>For telling whether the folder of a seed is one of those that kinds have, mistyped.</summary>
    public const int OfCollection = 512 * 1024;

    /// <summary>For a step that looks at all seeds at once.</summary>
    public const int OfPackage = 8 * 1024 * 1024;

    /// <summary>A suggestion takes this part of what is left: the first ones may look at every name, later ones still
    /// look where a slip of the finger leads.</summary>
    private const int Parts = 8;

    private long _left = most;

    /// <summary>What the work of a whole build gives to each of so many seeds.</summary>
    public static int PerSeed(int seeds)
    {
        // In steps, so that one seed more or less seldom changes what is said of all others.
        long rounded = 1;
        while (rounded < seeds)
            rounded *= 2;
        return (int)Math.Min(OfSeed, Math.Max(LeastOfSeed, OfBuild / rounded));
    }

    /// <summary>What is left.</summary>
    public long Left => _left;

    /// <summary>What one suggestion may take now.</summary>
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
