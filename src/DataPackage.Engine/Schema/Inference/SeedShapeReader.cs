using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Inference;

/// <summary>Finds the records of one file, and adds up their values.</summary>
internal sealed class SeedShapeReader(SeedDocument document, KindConfiguration? configuration)
{
    private readonly bool _mayBeMap = KindSeeding.MayBeMap(document, configuration?.Items, configuration?.Source);
    private readonly RecordEdits? _edits = RecordEdits.Of(
        configuration?.Ignored ?? default,
        configuration?.Lists ?? default
    );
    private readonly ShapeBuilder _records = new(document);
    private readonly List<string> _keys = [];
    private readonly List<string?> _ids = [];
    private readonly List<string?> _texts = [];
    private bool _isFile;
    private bool _hasIdProperty;

    public FoundRecords Read()
    {
        // An empty file in a folder is a record that states nothing.
        if (document.Root is null)
            AddEmptyFile(
                (document is { IsInFolder: true, IsBroken: false } && !_mayBeMap) || document.Article is not null
            );
        foreach (var root in document.Roots)
            Read(configuration?.Items is { } items ? items.In(root) : root);
        return Result();
    }

    private void Read(SeedNode? node)
    {
        switch (node)
        {
            case SeedSequence list:
                foreach (var item in list.Items)
                    AddUnnamed(item);
                break;
            case SeedMapping map when configuration?.Items is not null:
                foreach (var entry in map.Entries)
                    AddEntry(entry);
                break;
            case SeedMapping map when _mayBeMap && IsMapOfRecords(map):
                // Other values are of keys that are still being typed, or of lines that could not be read.
                foreach (var entry in map.Entries)
                    if (entry.Value is SeedMapping or SeedScalar { IsNull: true })
                        AddEntry(entry);
                break;
            case SeedMapping or SeedScalar { IsNull: false } when document.MoreRoots.Count > 0:
                AddUnnamed(node);
                break;
            case SeedMapping or SeedScalar { IsNull: false } when configuration?.Items is null:
                _isFile = true;
                AddNamed(node);
                break;
            case SeedScalar when configuration?.Items is null && document.MoreRoots.Count == 0:
                AddEmptyFile(document.IsInFolder);
                break;
        }
    }

    /// <summary>The entries of a mapping that is not one of records by its form, but whose values may be: lists of one
    /// form, very many scalars, or records with a few other values among them. Null if they are not.</summary>
    public FoundRecords? ReadEntries()
    {
        if (
            configuration is { Items: not null } or { Source: not null }
            || document is not { IsInFolder: false, MoreRoots.Count: 0, Article: null, Lost.Count: 0 }
            || document.Root is not SeedMapping map
            || IsMapOfRecords(map)
        )
            return null;
        var entries = new SeedShapeReader(document, configuration);
        foreach (var entry in map.Entries)
            entries.AddEntry(entry);
        return OpenKeys.AreRecords(map, entries._records.ToShape()) ? entries.Result() : null;
    }

    private void AddEmptyFile(bool isRecord)
    {
        if (!isRecord)
            return;
        _isFile = true;
        _records.AddEmptyMapping();
    }

    private FoundRecords Result() =>
        new()
        {
            Shape = _records.ToShape(),
            IsFile = _isFile,
            Keys = _keys.ToEquatableArray(),
            Ids = _ids.ToEquatableArray(),
            Texts = _texts.ToEquatableArray(),
            HasIdProperty = _hasIdProperty,
        };

    private void AddEntry(SeedEntry entry)
    {
        _keys.Add(entry.Name);
        if (entry.Value is not SeedScalar { IsNull: true })
            AddNamed(entry.Value);
        else if (!document.LacksPartOf(entry.Value))
            _records.AddEmptyMapping();
    }

    private void AddNamed(SeedNode record)
    {
        AddShape(record);
        if (record is SeedMapping mapping && !LacksId(mapping, out var id))
            _hasIdProperty |= id is not null;
    }

    private void AddUnnamed(SeedNode record)
    {
        AddShape(record);
        if (record is SeedScalar text)
            _texts.Add(text.IsNull || string.IsNullOrWhiteSpace(text.Text) ? null : text.Text);
        else if (record is not SeedMapping mapping)
            _ids.Add(null);
        else if (!LacksId(mapping, out var id))
            _ids.Add(id is SeedScalar { IsNull: false } scalar ? scalar.Text : null);
    }

    private void AddShape(SeedNode record) => _records.Add(_edits is null ? record : _edits.In(record));

    /// <summary>Whether the id of a record may be in a part that could not be read.</summary>
    private bool LacksId(SeedMapping record, out SeedNode? id)
    {
        id = record.ValueOf("id");
        return id is null ? document.LacksPartOf(record) : document.LacksPartOf(id);
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
