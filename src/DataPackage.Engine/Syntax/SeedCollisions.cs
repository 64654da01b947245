using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Syntax;

/// <summary>Finds seeds whose paths some file systems take for one.</summary>
internal static class SeedCollisions
{
    /// <summary>Reports each seed that a file system which ignores case takes for an earlier one.</summary>
    public static EquatableArray<SeedDiagnostic> Check(IEnumerable<string> seedPaths, CancellationToken cancellation)
    {
        var messages = new DiagnosticBag();
        foreach (
            var (seedPath, place, other) in SeedNames.FindCollisions(
                seedPaths.Distinct(StringComparer.Ordinal).OrderBy(path => path, StringComparer.Ordinal),
                cancellation
            )
        )
            messages.Add(Rules.RefusedName, default, seedPath, BuildMessages.SameAs(place, other));
        return messages.ToEquatableArray();
    }
}
