namespace DataPackage.Engine.Syntax;

/// <summary>The size of a seed, with what aliases repeat.</summary>
internal readonly record struct SeedSize(int Characters, int Nodes)
{
    /// <summary>Small seeds count as nothing: the most of them that a package may have are within its limits.</summary>
    private const int Small = 1_024;
    private const int FewNodes = 64;

    /// <summary>Rounded to an eighth: few edits change it, so what depends on it is seldom computed again.</summary>
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
