using DataPackage.Shared.Text;

namespace DataPackage.Engine.Syntax;

/// <summary>Merge keys: a mapping has the entries of the mappings that its keys <c>&lt;&lt;</c> name, except those that
/// it has itself.</summary>
internal static class MergeKeys
{
    private const string Key = "<<";

    /// <summary>Whether a key is written as a merge key. It merges if its value is a mapping or a list of
    /// mappings.</summary>
    public static bool Is(SeedSlot key) => key.IsPlain && key.Text == Key;

    /// <inheritdoc cref="Is(SeedSlot)"/>
    public static bool Is(SeedScalar key) => key is { IsPlain: true, Text: Key };

    /// <summary>Puts merged entries in the places of the merge keys. An earlier mapping wins over a later one. A merge
    /// key without a value is left out; with a text it is a key like any other.</summary>
    /// <param name="repeated">Takes each merge key with a text after the first.</param>
    /// <param name="merged">Takes each merged mapping, with its merge key.</param>
    public static List<SeedEntry> Expand(
        List<SeedEntry> entries,
        Action<SeedEntry, SeedEntry> repeated,
        Action<SeedEntry, SeedMapping> merged
    )
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        SeedEntry? sameText = null;
        var repeatedPlaces = new HashSet<int>();
        foreach (var entry in entries.Where(entry => SourcesOf(entry) is null))
        {
            taken.Add(NormalForm.Of(entry.Name));
            if (entry.Name != Key)
                continue;
            if (sameText is { } first && repeatedPlaces.Add(entry.KeySlot.Span.Start))
                repeated(entry, first);
            sameText ??= entry;
        }

        var expanded = new List<SeedEntry>(entries.Count);
        foreach (var entry in entries)
        {
            if (SourcesOf(entry) is not { } sources)
            {
                if (entry.Name != Key || !repeatedPlaces.Contains(entry.KeySlot.Span.Start))
                    expanded.Add(entry);
                continue;
            }

            foreach (var source in sources)
            {
                merged(entry, source);
                expanded.AddRange(source.Entries.Where(other => taken.Add(NormalForm.Of(other.Name))));
            }
        }

        return expanded;
    }

    /// <summary>The mappings that an entry merges; null if it is an entry like any other.</summary>
    private static IReadOnlyList<SeedMapping>? SourcesOf(SeedEntry entry)
    {
        if (!Is(entry.KeySlot))
            return null;
        return entry.Value switch
        {
            SeedMapping mapping => [mapping],
            SeedScalar { IsNull: true } => [],
            SeedSequence list when list.Items.All(item => item is SeedMapping) => [.. list.Items.Cast<SeedMapping>()],
            _ => null,
        };
    }
}
