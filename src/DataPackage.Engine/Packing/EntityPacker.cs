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

    /// <summary>The sets of languages of an entity's localized texts, embedded ones included.</summary>
    public static IEnumerable<string> LanguagesOf(IEnumerable<Value?> values)
    {
        foreach (var value in values)
        {
            switch (value)
            {
                case LocalizedValue localized:
                    yield return JoinLanguages(localized);
                    break;
                case EmbeddedValue embedded:
                    foreach (var inner in LanguagesOf(embedded.Values))
                        yield return inner;
                    break;
                case ListValue list when list.Items.Any(MayHoldTexts):
                    foreach (var item in LanguagesOf(list.Items))
                        yield return item;
                    break;
                case MapValue map when map.Entries.Any(entry => MayHoldTexts(entry.Value)):
                    foreach (var item in LanguagesOf(map.Entries.Select(entry => entry.Value)))
                        yield return item;
                    break;
            }
        }
    }

    /// <summary>Whether a value can contain texts. A list without any is skipped, so no iterator runs over long lists
    /// of numbers.</summary>
    private static bool MayHoldTexts(Value? item) => item is LocalizedValue or EmbeddedValue or ListValue or MapValue;

    public static string JoinLanguages(LocalizedValue text) =>
        text.Entries.Count == 1
            ? text.Entries[0].Language
            : string.Join(",", text.Entries.Select(entry => entry.Language));

    private static EquatableArray<SpelledName> NamesOf(Kind kind, LinkedEntity entity) =>
        EntityNames
            .Of(kind, entity)
            .Distinct(StringComparer.Ordinal)
            .SelectMany(name => EntityNames.FormsOf(name).Select(form => new SpelledName(new HashedKey(form), name)))
            .ToEquatableArray();

    private static EquatableArray<HashedKey?> UniqueOf(Kind kind, LinkedEntity entity) =>
        kind
            .Lookups.Select(property =>
                entity.Values[kind.IndexOf(property.Name)] is ScalarValue value ? new HashedKey(value.Key) : null
            )
            .ToEquatableArray();
}
