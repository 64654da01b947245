using System.Globalization;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Syntax;

/// <summary>The limit of files in a package.</summary>
internal static class SeedCount
{
    /// <summary>Reports the first seed beyond the limit, in the order of their paths.</summary>
    public static EquatableArray<SeedDiagnostic> Check(IReadOnlyCollection<ISeed> seeds)
    {
        if (seeds.Count <= SeedLimits.Files)
            return default;
        var messages = new DiagnosticBag();
        var first = seeds.OrderBy(seed => seed.SeedPath, StringComparer.Ordinal).ElementAt(SeedLimits.Files);
        messages.Add(
            Rules.LimitExceeded,
            SeedPosition.StartOf(first.FilePath),
            "This package has too many seeds",
            SeedLimits.Files.ToString("N0", CultureInfo.InvariantCulture) + " files"
        );
        return messages.ToEquatableArray();
    }
}
