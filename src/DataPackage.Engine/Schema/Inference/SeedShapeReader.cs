using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;

namespace DataPackage.Engine.Schema.Inference;

/// <summary>Adds up the records of one file.</summary>
internal sealed class SeedShapeReader(SeedDocument document, KindConfiguration? configuration)
{
    private readonly bool _mayBeMap = KindSeeding.MayBeMap(document, configuration?.Items, configuration?.Source);
    private readonly IgnoredPaths? _ignored = IgnoredPaths.Of(configuration?.Ignored ?? default);
    private readonly ShapeBuilder _records = new(document);

    /// <inheritdoc cref="SeedShape.Ids"/>
    public List<string?> Ids { get; } = [];

    /// <inheritdoc cref="SeedShape.HasIdProperty"/>
    public bool HasIdProperty { get; private set; }

    public Shape Read()
    {
        foreach (var root in document.Roots)
        {
            switch (configuration?.Items is { } items ? items.In(root) : root)
            {
                case SeedSequence list:
                    foreach (var item in list.Items)
                        Add(item, isNamed: false);
                    break;
                case SeedMapping map when _mayBeMap && IsMapOfRecords(map):
                    foreach (var entry in map.Entries)
                    {
                        if (entry.Value is SeedMapping)
                            Add(entry.Value, isNamed: true);
                        else if (!document.LacksPartOf(entry.Value) && entry.Value is SeedScalar { IsNull: true })
                            _records.AddEmptyMapping();
                    }

                    break;
                case SeedMapping record:
                    Add(record, isNamed: document.MoreRoots.Count == 0);
                    break;
            }
        }

        return _records.ToShape();
    }

    private void Add(SeedNode record, bool isNamed)
    {
        _records.Add(_ignored is null ? record : _ignored.Without(record));
        // Only a mapping is a record; one that lacks a part may have its id there.
        if (record is not SeedMapping mapping)
            return;
        var id = mapping.ValueOf("id");
        if (id is null ? document.LacksPartOf(mapping) : document.LacksPartOf(id))
            return;
        if (isNamed)
            HasIdProperty |= id is not null;
        else
            Ids.Add(id is SeedScalar { IsNull: false } scalar ? scalar.Text : null);
    }

    /// <summary>Whether a mapping has records as its values. If one value is a record, a key without a value is an
    /// entity without properties; so is a key whose next line is a single word, which is a key still being typed. A key
    /// whose value could not be read says nothing of the others.</summary>
    private bool IsMapOfRecords(SeedMapping map) =>
        map.Entries.Count == 0
        || (
            map.Entries.All(entry =>
                entry.Value is SeedMapping or SeedScalar { IsNull: true }
                || document.LacksPartOf(entry.Value)
                || document.BordersOnFault(entry)
                || IsHalfKey(entry)
            ) && map.Entries.Any(entry => entry.Value is SeedMapping)
        );

    private bool IsHalfKey(SeedEntry entry) =>
        entry.Value is SeedScalar { IsPlain: true } word
        && !word.Text.Any(char.IsWhiteSpace)
        && document.Lines[entry.KeySlot.Span.Start].Line < document.Lines[word.Span.Start].Line;
}
