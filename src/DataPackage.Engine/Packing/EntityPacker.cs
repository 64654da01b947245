using DataPackage.Engine.Binding;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Packing;

/// <summary>Packs linked entities: their rows, names and times.</summary>
internal static class EntityPacker
{
    public static PackedEntity Pack(string kindName, LinkedEntity entity, PackingContext context)
    {
        var kind = context.Schema[kindName];
        var rows = new PackedRowWriter(context);
        return new PackedEntity(
            new EntityKeys(
                kindName,
                new HashedKey(entity.Id),
                NamesOf(kind, entity),
                UniqueOf(kind, entity),
                entity.FormerNames.Select(name => new HashedKey(name.Id)).ToEquatableArray()
            ),
            rows.Values(kind, entity),
            rows.Details(kind, entity),
            rows.Sources(kind, entity),
            EntityTime.Of(kind, entity)
        );
    }

    /// <summary>The rows of a kind in the area of reverses; empty if the kind has no reverses.</summary>
    public static EquatableArray<PackedBytes> PackReverses(
        KindReverses reverses,
        PackingContext context,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        var kind = context.Schema[reverses.Kind];
        if (kind.Reverses.Count == 0)
            return default;
        var rows = new PackedRowWriter(context);
        return Enumerable
            .Range(0, reverses.Links[0].Count)
            .Select(row => rows.Reverses(kind, reverses, row))
            .ToEquatableArray();
    }

    /// <summary>Adds the sets of languages of a value's localized texts, embedded ones included.</summary>
    public static void AddLanguages(Value? value, HashSet<string> found)
    {
        switch (value)
        {
            case LocalizedValue localized:
                found.Add(JoinLanguages(localized));
                break;
            case EmbeddedValue embedded:
                foreach (var inner in embedded.Values)
                    AddLanguages(inner, found);
                break;
            case ListValue list:
                foreach (var item in list.Items)
                    AddLanguages(item, found);
                break;
            case MapValue map:
                foreach (var entry in map.Entries)
                    AddLanguages(entry.Value, found);
                break;
        }
    }

    public static string JoinLanguages(LocalizedValue text) =>
        text.Entries.Count == 1
            ? text.Entries[0].Language
            : string.Join(",", text.Entries.Select(entry => entry.Language));

    private static EquatableArray<SpelledName> NamesOf(Kind kind, LinkedEntity entity)
    {
        var names = new List<SpelledName>();
        foreach (var name in EntityNames.Of(kind, entity).Distinct(StringComparer.Ordinal))
        foreach (var form in EntityNames.FormsOf(name))
            names.Add(new SpelledName(new HashedKey(form), name));
        return names.ToEquatableArray();
    }

    private static EquatableArray<HashedKey?> UniqueOf(Kind kind, LinkedEntity entity) =>
        kind
            .Lookups.Select(property =>
                entity.Values[kind.IndexOf(property.Name)] is ScalarValue value ? new HashedKey(value.Key) : null
            )
            .ToEquatableArray();
}
