using System.Globalization;

namespace DataPackage.Bench.Data;

internal static class Accessors
{
    /// <summary>The name of the generated member: the id in PascalCase.</summary>
    public static string NameOf(string id) =>
        string.Concat(id.Split('-').Select(word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]));
}
