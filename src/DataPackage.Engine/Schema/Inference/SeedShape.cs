using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Inference;

/// <summary>What one file adds to the shape of its collection; an edited value of the same form leaves it
/// equal.</summary>
/// <param name="Folder">The folder or file that it is in.</param>
/// <param name="Collection">The name of its configuration; where it has none, its folder.</param>
/// <param name="Records">The shape of what binding will find in the file.</param>
/// <param name="Ids">Of records that neither a file's name nor a key names: what each has for an id, null where it has
/// none that could be one.</param>
/// <param name="HasIdProperty">Whether a record that its file or its key names has a key 'id' all the same, which is a
/// value like any other.</param>
/// <param name="IsIncomplete">A part of the file could not be read: it may have further keys and records, or any at
/// all.</param>
internal sealed record SeedShape(
    string SeedPath,
    string FilePath,
    string Folder,
    string Collection,
    Shape Records,
    EquatableArray<string?> Ids,
    bool HasIdProperty,
    bool IsIncomplete
)
{
    public static SeedShape? Of(SeedDocument document, KindConfiguration? configuration)
    {
        var isIncomplete = document.Lost.Count > 0;
        if (document.Article is not null || (document.Root is null && !(isIncomplete && IsYaml(document))))
            return null;
        var mayBeMap = KindSeeding.MayBeMap(document, configuration?.Items, configuration?.Source);
        var ignored = IgnoredPaths.Of(configuration?.Ignored ?? default);
        var shape = new ShapeBuilder(document);
        var (ids, hasIdProperty) = (new List<string?>(), false);
        void Add(SeedNode record, bool isNamed)
        {
            shape.Add(ignored is null ? record : ignored.Without(record));
            // What is no mapping is no record; what lacks a part may have its id there.
            if (record is not SeedMapping mapping)
                return;
            var id = mapping.ValueOf("id");
            if (id is null ? document.LacksPartOf(mapping) : document.LacksPartOf(id))
                return;
            if (isNamed)
                hasIdProperty |= id is not null;
            else
                ids.Add(id is SeedScalar { IsNull: false } scalar ? scalar.Text : null);
        }

        foreach (var root in document.Roots)
        {
            switch (configuration?.Items is { } items ? items.In(root) : root)
            {
                case SeedSequence list:
                    foreach (var item in list.Items)
                        Add(item, isNamed: false);
                    break;
                case SeedMapping map when mayBeMap && IsMapOfRecords(document, map):
                    foreach (var entry in map.Entries)
                    {
                        if (entry.Value is SeedMapping)
                            Add(entry.Value, isNamed: true);
                        else if (!document.LacksPartOf(entry.Value) && entry.Value is SeedScalar { IsNull: true })
                            shape.AddEmptyMapping();
                    }

                    break;
                case SeedMapping record:
                    Add(record, isNamed: document.MoreRoots.Count == 0);
                    break;
            }
        }

        var records = shape.ToShape();
        return records.Mappings == 0 && !(isIncomplete && IsYaml(document))
            ? null
            : new SeedShape(
                document.SeedPath,
                document.FilePath,
                document.Collection,
                configuration?.Name ?? document.Collection,
                records,
                ids.ToEquatableArray(),
                hasIdProperty,
                isIncomplete
            );
    }

    private static bool IsYaml(SeedDocument document) =>
        System.IO.Path.GetExtension(document.SeedPath) is ".yaml" or ".yml";

    /// <summary>A key without a value is an entity without properties, where another key has a record; so is one on
    /// whose next line a word stands alone, as the key does that somebody has not typed to its colon yet. A key whose
    /// value could not be read says nothing of the others.</summary>
    private static bool IsMapOfRecords(SeedDocument document, SeedMapping map) =>
        map.Entries.Count == 0
        || (
            map.Entries.All(entry =>
                entry.Value is SeedMapping or SeedScalar { IsNull: true }
                || document.LacksPartOf(entry.Value)
                || document.BordersOnFault(entry)
                || IsHalfKey(document, entry)
            ) && map.Entries.Any(entry => entry.Value is SeedMapping)
        );

    private static bool IsHalfKey(SeedDocument document, SeedEntry entry) =>
        entry.Value is SeedScalar { IsPlain: true } word
        && !word.Text.Any(char.IsWhiteSpace)
        && document.Lines[entry.KeySlot.Span.Start].Line < document.Lines[word.Span.Start].Line;
}
