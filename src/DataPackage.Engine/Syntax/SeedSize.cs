namespace DataPackage.Engine.Syntax;

/// <summary>How much a seed holds, with what aliases repeat.</summary>
internal readonly record struct SeedSize(int Characters, int Nodes)
{
    /// <summary>What small seeds have is not counted: as many of them as a package may have are within its
    /// limits.</summary>
    private const int Small = 1_024;
    private const int FewNodes = 64;

    /// <summary>To an eighth, so the size changes with few edits, and what depends on it is seldom computed
    /// again.</summary>
    public SeedSize Rounded() => new(Rounded(Characters, Small), Rounded(Nodes, FewNodes));

    public static SeedSize operator +(SeedSize left, SeedSize right) =>
        new(left.Characters + right.Characters, left.Nodes + right.Nodes);

    public static SeedSize operator -(SeedSize left, SeedSize right) =>
        new(left.Characters - right.Characters, left.Nodes - right.Nodes);

    private static int Rounded(int size, int uncounted)
    {
        if (size < uncounted)
            return 0;
        var step = 1;
        while (size / step >= 16)
            step *= 2;
        return size / step * step;
    }
}
