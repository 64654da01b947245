using System.Globalization;

namespace DataPackage.Tool.Sessions;

/// <summary>Numbers of things in messages.</summary>
internal static class Counted
{
    /// <summary>The digits alone.</summary>
    public static string Plain(int count) => count.ToString(CultureInfo.InvariantCulture);

    /// <param name="noun">Whose plural ends in an s.</param>
    public static string Of(int count, string noun) =>
        count.ToString("N0", CultureInfo.InvariantCulture) + " " + noun + (count == 1 ? "" : "s");
}
