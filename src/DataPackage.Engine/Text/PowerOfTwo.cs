namespace DataPackage.Engine.Text;

/// <summary>Rounds a count in steps: one more or less seldom changes the result.</summary>
internal static class PowerOfTwo
{
    /// <summary>The smallest power of two that is not less than a number.</summary>
    public static long AtLeast(int number)
    {
        long power = 1;
        while (power < number)
            power *= 2;
        return power;
    }
}
