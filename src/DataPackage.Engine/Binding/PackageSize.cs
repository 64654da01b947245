using System.Globalization;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Syntax;

namespace DataPackage.Engine.Binding;

/// <summary>The size of all seeds of a package.</summary>
/// <param name="IsWithinLimits">Whether a package may be that large; otherwise nothing is generated.</param>
internal sealed record PackageSize(bool IsWithinLimits)
{
    /// <summary>The size if it could not be measured.</summary>
    public static PackageSize Unknown { get; } = new(IsWithinLimits: true);

    /// <summary>Reports the first seed beyond the limits, in the order of their paths.</summary>
    public static Result<PackageSize> Measure(IEnumerable<BoundSeed> seeds, IEnumerable<SeedDocument> declarations)
    {
        var sizes = seeds
            .Select(seed => (seed.SeedPath, seed.FilePath, seed.Size))
            .Concat(
                declarations.Select(document => (document.SeedPath, document.FilePath, Size: document.Size.Rounded()))
            )
            .ToList();
        var (characters, nodes) = (
            sizes.Sum(seed => (long)seed.Size.Characters),
            sizes.Sum(seed => (long)seed.Size.Nodes)
        );
        if (characters <= SeedLimits.PackageLength && nodes <= SeedLimits.PackageNodes)
            return new(new(true));

        (characters, nodes) = (0, 0);
        foreach (var (_, path, size) in sizes.OrderBy(seed => seed.SeedPath, StringComparer.Ordinal))
        {
            (characters, nodes) = (characters + size.Characters, nodes + size.Nodes);
            if (characters <= SeedLimits.PackageLength && nodes <= SeedLimits.PackageNodes)
                continue;
            var messages = new DiagnosticBag();
            var (breach, limit, unit) =
                characters > SeedLimits.PackageLength
                    ? ("The seeds of this package are too long in all", SeedLimits.PackageLength, "characters")
                    : ("The seeds of this package hold too many values in all", SeedLimits.PackageNodes, "values");
            messages.Add(
                Rules.LimitExceeded,
                SeedPosition.StartOf(path),
                breach,
                limit.ToString("N0", CultureInfo.InvariantCulture) + " " + unit
            );
            return new(new(false), messages.ToEquatableArray());
        }

        return new(new(true));
    }
}
