using DataPackage.Generator.Model;
using DataPackage.Generator.Syntax;

namespace DataPackage.Generator.Schema.Configuration;

/// <summary>Leaves out of a record what <c>datapackage.yaml</c> says that the package has no use for.</summary>
internal static class IgnoredPaths
{
    /// <summary>The record without these; the very same where there are none. Lists on the way have no key: what is left out is left out of each item.</summary>
    public static SeedNode Without(SeedNode record, EquatableArray<KeyPath> ignored) =>
        ignored.Count == 0 ? record : Without(record, ignored.Select(path => (path.Keys, At: 0)).ToList());

    private static SeedNode Without(SeedNode node, List<(EquatableArray<string> Keys, int At)> paths)
    {
        switch (node)
        {
            case SeedSequence list:
                return list with { Slots = list.Items.Select(item => new SeedSlot(Without(item, paths))).ToEquatableArray() };
            case SeedMapping mapping:
                var entries = new List<SeedEntry>(mapping.Entries.Count);
                foreach (var entry in mapping.Entries)
                {
                    var inner = paths.Where(path => path.Keys[path.At] == entry.Name).Select(path => (path.Keys, At: path.At + 1)).ToList();
                    if (inner.Exists(path => path.At == path.Keys.Count)) continue;
                    entries.Add(inner.Count == 0 ? entry : entry with { ValueSlot = new SeedSlot(Without(entry.Value, inner)) });
                }

                return mapping with { Entries = entries.ToEquatableArray() };
            default:
                return node;
        }
    }
}
