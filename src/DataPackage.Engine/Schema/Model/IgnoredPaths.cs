using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Model;

/// <summary>Removes from records what <c>datapackage.yaml</c> ignores.</summary>
internal sealed class IgnoredPaths
{
    private readonly Dictionary<string, IgnoredPaths> _inner = new(StringComparer.Ordinal);
    private bool _isEnd;

    private IgnoredPaths() { }

    /// <summary>Null if no path is ignored.</summary>
    public static IgnoredPaths? Of(EquatableArray<KeyPath> ignored)
    {
        if (ignored.Count == 0)
            return null;
        var paths = new IgnoredPaths();
        foreach (var path in ignored)
        {
            var at = paths;
            foreach (var key in path.Keys)
            {
                if (!at._inner.TryGetValue(key, out var inner))
                    at._inner.Add(key, inner = new IgnoredPaths());
                at = inner;
            }

            at._isEnd = true;
        }

        return paths;
    }

    /// <summary>The record without these paths. Lists on the way have no key: a path is removed from each
    /// item.</summary>
    public SeedNode Without(SeedNode record)
    {
        switch (record)
        {
            case SeedSequence list:
                return list with
                {
                    Slots = list.Slots.Select(item => new SeedSlot(Without(item.Node))).ToEquatableArray(),
                };
            case SeedMapping mapping:
                var entries = new List<SeedEntry>(mapping.Entries.Count);
                foreach (var entry in mapping.Entries)
                {
                    if (!_inner.TryGetValue(entry.Name, out var inner))
                        entries.Add(entry);
                    else if (!inner._isEnd)
                        entries.Add(entry with { ValueSlot = new SeedSlot(inner.Without(entry.Value)) });
                }

                return mapping with
                {
                    Entries = entries.ToEquatableArray(),
                };
            default:
                return record;
        }
    }
}
