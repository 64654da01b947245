using System.Globalization;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;

namespace DataPackage.Engine.Binding;

/// <summary>One entity in a seed.</summary>
/// <param name="Node">Null if the file is empty.</param>
/// <param name="Id">Null if the record's id is wrong, which was reported.</param>
/// <param name="Location">The place of the id; the start of the record, or of the file, if the id is nowhere in
/// it.</param>
/// <param name="Key">The key of the record in the file, or its number there; null if the file is the record.</param>
internal readonly record struct SeedRecord(
    SeedNode? Node,
    string? Id,
    SeedPosition Location,
    IdOrigin Origin,
    string? Key = null
);

/// <summary>The source of an entity's id.</summary>
internal enum IdOrigin
{
    /// <summary>The name of its file, which is a slug.</summary>
    File,

    /// <summary>The key of a mapping.</summary>
    Key,

    /// <summary>One of its own values.</summary>
    Value,

    /// <summary>Its place in the file, because there is no other id.</summary>
    Place,
}

/// <summary>Finds the records of a seed. Each becomes an entity. The file is one record, a list or a mapping of them,
/// or several YAML documents of these.</summary>
internal sealed class SeedRecords
{
    /// <summary>Deeper values are not suggested as ids.</summary>
    private const int DeepestCandidate = 3;

    private const int MostCandidates = 5;

    private static readonly NamePattern DefaultId = NamePattern.Of(KeyPath.Of("id"));

    private readonly SeedDocument _document;
    private readonly Kind _kind;
    private readonly DiagnosticBag _diagnostics;
    private readonly List<SeedRecord> _records = [];
    private readonly List<SeedNode> _nameless = [];

    /// <summary>Whether ids are whatever the files have, so a record without one has its number.</summary>
    private readonly bool _hasAnyIds;
    private UnidentifiedRecords? _unidentified;
    private readonly bool _mayBeMap;
    private readonly bool _hasIdProperty;

    /// <summary>Whether a record has no id and could be read as a whole.</summary>
    private bool _lacksId;

    private SeedRecords(SeedDocument document, Kind kind, DiagnosticBag diagnostics)
    {
        _document = document;
        _kind = kind;
        _diagnostics = diagnostics;
        _mayBeMap = KindSeeding.MayBeMap(document, kind.Seeding.Items, kind.Seeding.Source);
        _hasIdProperty = kind.Seeding.Id is null && kind.IndexOfKey("id") >= 0;
        _hasAnyIds = !kind.Seeding.HasSlugs || kind.Seeding.IsIdUnknown;
    }

    /// <param name="isRead">False if it is unknown which records the file has.</param>
    /// <param name="unidentified">The records without an id; null if all have one.</param>
    public static IReadOnlyList<SeedRecord> Of(
        SeedDocument document,
        Kind kind,
        DiagnosticBag diagnostics,
        out bool isRead,
        out UnidentifiedRecords? unidentified
    )
    {
        var records = new SeedRecords(document, kind, diagnostics);
        isRead = records.Find();
        unidentified = records._unidentified;
        return records._records;
    }

    private bool Find()
    {
        if (_document.Root is null)
        {
            // An empty file in a folder is an entity that states nothing; so is one that could not be read.
            if (_document.IsInFolder && !_mayBeMap)
                AddFile(null);
            return (!_mayBeMap || !_document.IsBroken) && !_kind.Seeding.IsIdUnknown;
        }

        var isRead = !_kind.Seeding.IsIdUnknown;
        foreach (var root in _document.Roots)
            isRead &= Find(root);

        // One of many records may be in the part that could not be read.
        isRead &=
            !_document.IsBroken || !(_mayBeMap || _document.Root is SeedSequence || _document.MoreRoots.Count > 0);
        NumberNameless();
        // An unclosed bracket does not make a list of a file that is an entity.
        if (_records.Count == 0 && _document is { IsBroken: true, IsInFolder: true } && !_mayBeMap)
            AddFile(null);
        return isRead;
    }

    private bool Find(SeedNode root)
    {
        var node = root;
        if (_kind.Seeding.Items is { } items && !TryFollow(items, root, out node))
            return false;
        switch (node)
        {
            case SeedSequence list:
                AddItems(list);
                return true;
            case SeedMapping map when IsMapOfRecords(map):
                AddEntries(map);
                return true;
            case SeedMapping
            or SeedScalar { IsNull: false }
                when _document.MoreRoots.Count > 0 && (node is SeedMapping || _kind.Seeding.Value is not null):
                AddOneOfMany(node);
                return true;
            case SeedMapping or SeedScalar { IsNull: true }:
            case SeedScalar when _kind.Seeding.Value is not null:
                AddFile(node);
                return true;
            default:
                ReportType(
                    _mayBeMap ? _kind.Plural : _kind.Label,
                    _mayBeMap ? "a list or a mapping of entities" : "a mapping",
                    node
                );
                if (!_mayBeMap)
                    AddFile(node);
                return !_mayBeMap;
        }
    }

    /// <summary>Follows the path to the records.</summary>
    private bool TryFollow(KeyPath items, SeedNode root, out SeedNode node)
    {
        var found = items.In(root) is { } stated and not SeedScalar { IsNull: true } ? stated : null;
        node = found ?? root;
        if (found is SeedSequence or SeedMapping)
            return true;
        if (!_document.LacksPartOf(root))
            _diagnostics.Add(
                Rules.ItemsNotFound,
                found is null ? _document.StartOf(root) : _document.At(found),
                _document.SeedPath,
                items.ToString(),
                _kind.Plural
            );
        return false;
    }

    private void AddItems(SeedSequence list)
    {
        foreach (var item in list.Items)
        {
            if (item is SeedMapping || _kind.Seeding.Value is not null)
                AddOneOfMany(item);
            else
                ReportType(_kind.Plural, "a list of mappings", item);
        }
    }

    private void AddEntries(SeedMapping map)
    {
        foreach (var entry in map.Entries)
        {
            if (IsStray(entry))
                continue;
            if (_kind.Seeding.Id is { } id && (entry.Value is SeedMapping || id.Path is null))
                AddByPattern(entry.Value, id, new RecordPlace(_document.SeedPath, entry.Name), _document.At(entry.Key));
            else
                _records.Add(
                    new SeedRecord(entry.Value, entry.Name, _document.At(entry.Key), IdOrigin.Key, entry.Name)
                );
        }
    }

    /// <summary>Whether a mapping is one of records. If both are possible, it is one entity only if it has values that
    /// cannot be entities, and keys that are properties.</summary>
    private bool IsMapOfRecords(SeedMapping mapping) =>
        _mayBeMap
        && (
            _kind.Seeding.Items is not null
            || mapping.Entries.Count == 0
            || (
                mapping.Entries.Any(entry => entry.Value is SeedMapping)
                && mapping.Entries.All(entry => entry.Value is SeedMapping || IsStray(entry))
            )
            || !mapping.Entries.Any(entry =>
                _kind.IndexOfKey(entry.Name) >= 0 || (entry.Name == "id" && entry.Value is SeedScalar { IsNull: false })
            )
        );

    /// <summary>Whether an entry of a mapping of entities is a property of one of them, whose line lost its
    /// indentation.</summary>
    private bool IsStray(SeedEntry entry) =>
        entry.Value is not SeedMapping
        && (entry.Value is SeedSequence || _kind.IndexOfKey(entry.Name) >= 0)
        && (_document.LacksPartOf(entry.Value) || _document.BordersOnFault(entry));

    private void AddFile(SeedNode? node)
    {
        var start = SeedPosition.StartOf(_document.FilePath);
        if (_kind.Seeding.Id is { } pattern && (node is SeedMapping || pattern.Path is null))
        {
            AddByPattern(node, pattern, new RecordPlace(_document.SeedPath, null), start);
            return;
        }

        var id = _document.FileName;
        if (_hasAnyIds || Names.IsId(id))
            _records.Add(new SeedRecord(node, id, start, IdOrigin.File));
        else
            _diagnostics.Add(
                Rules.InvalidId,
                start,
                id,
                MessageText.DidYouMean(Names.SuggestId(id)) is { Length: > 0 } near
                    ? near + " The file's name is the id"
                    : "; the file's name is the id"
            );
    }

    private void AddOneOfMany(SeedNode record)
    {
        if (_kind.Seeding.Id is { NeedsKey: false } pattern)
            AddByPattern(
                record,
                pattern,
                new RecordPlace(_document.SeedPath, null),
                pattern.Path is null ? _document.StartOf(record) : null
            );
        else if (
            !_hasIdProperty
            && _kind.Seeding.Id is null
            && (record as SeedMapping)?.Find("id") is { Value: not SeedScalar { IsNull: true } }
        )
            AddByPattern(record, DefaultId, new RecordPlace(_document.SeedPath, null), null);
        else
        {
            // Whether this is a mistake is known when all records have been seen.
            _nameless.Add(record);
            if (!_document.LacksPartOf(record))
                _lacksId = true;
            _records.Add(new SeedRecord(record, null, _document.StartOf(record), IdOrigin.Place));
        }
    }

    /// <param name="location">The place of the id; null if that is the value that the pattern leads to.</param>
    private void AddByPattern(SeedNode? record, NamePattern pattern, in RecordPlace place, SeedPosition? location)
    {
        if (pattern.IdIn(record, place) is not { } id)
        {
            if (record is not null)
                ReportMissingId(
                    record,
                    pattern.Paths.First(path => path.In(record) is not SeedScalar { IsNull: false })
                );
            return;
        }

        var at = pattern.Path?.In(record) is { } value ? _document.At(value) : location;
        _records.Add(new SeedRecord(record, id, at ?? _document.StartOf(record!), IdOrigin.Value, place.Key));
    }

    private void ReportMissingId(SeedNode record, KeyPath path) => ReportMissingId(record, path.ToString());

    private void ReportMissingId(SeedNode record, string path)
    {
        if (!_document.LacksPartOf(record) && !_kind.Seeding.IsIdUnknown)
            _diagnostics.Add(Rules.MissingProperty, _document.StartOf(record), _kind.Label, "", path);
    }

    /// <summary>Reports records without an id if others have one. If none has, they are numbered; in a folder or by a
    /// source there may be more files, so the file's name comes first.</summary>
    private void NumberNameless()
    {
        if (_nameless.Count == 0)
            return;
        if (!_hasAnyIds && (_nameless.Count < _records.Count || !_lacksId))
        {
            foreach (var record in _nameless)
                ReportMissingId(record, "id");
            _records.RemoveAll(record => record.Origin == IdOrigin.Place);
            return;
        }

        var digits = _records.Count.ToString(CultureInfo.InvariantCulture).Length;
        for (var i = 0; i < _records.Count; i++)
            if (_records[i].Id is null)
                _records[i] = _records[i] with
                {
                    Id = NumberedId(
                        _records[i].Node,
                        (i + 1).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0')
                    ),
                };
        if (_kind.IsIncomplete || _kind.Seeding is { Id: not null } or { IsIdUnknown: true })
            return;
        if (!_nameless.Exists(record => record is SeedMapping))
            return;
        var candidates = UniquePaths();
        _unidentified = new UnidentifiedRecords(
            _kind.Name,
            _document.StartOf(_nameless[0]),
            candidates.Count == 0
                ? "; no value tells them all apart"
                : $"; {string.Join(", ", candidates.Select(path => $"'{path}'"))} would tell them apart: say so as "
                    + $"'id' of {_kind.Name} in datapackage.yaml"
        );
    }

    /// <summary>The id of a record that has only its number.</summary>
    private string NumberedId(SeedNode? record, string number) =>
        _kind.Seeding.Id is { } pattern ? pattern.IdIn(record, new RecordPlace(_document.SeedPath, number)) ?? number
        : _document.IsInFolder || _kind.Seeding.Source is not null ? $"{_document.FileName}-{number}"
        : number;

    /// <summary>The paths at which every record has a different text.</summary>
    private List<string> UniquePaths()
    {
        var paths = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var order = new List<string>();
        for (var i = 0; i < _nameless.Count; i++)
        {
            foreach (var (path, text) in Scalars(_nameless[i], "", DeepestCandidate))
            {
                if (i == 0)
                {
                    order.Add(path);
                    paths[path] = new HashSet<string>(StringComparer.Ordinal);
                }

                // A repeated or missing text rules the path out.
                if (paths.TryGetValue(path, out var texts) && texts.Count == i && texts.Add(text))
                    continue;
                paths.Remove(path);
            }

            if (paths.Count == 0)
                return [];
        }

        return order
            .Where(path => paths.TryGetValue(path, out var texts) && texts.Count == _nameless.Count)
            .Take(MostCandidates)
            .ToList();
    }

    private static IEnumerable<(string Path, string Text)> Scalars(SeedNode node, string prefix, int depth)
    {
        if (node is not SeedMapping mapping)
            yield break;
        foreach (var entry in mapping.Entries)
        {
            if (entry.Name.Length == 0 || entry.Name.Contains('.'))
                continue;
            if (entry.Value is SeedScalar { IsNull: false, Text.Length: > 0 } scalar)
                yield return (prefix + entry.Name, scalar.Text);
            else if (depth > 1)
                foreach (var inner in Scalars(entry.Value, $"{prefix}{entry.Name}.", depth - 1))
                    yield return inner;
        }
    }

    private void ReportType(string key, string expected, SeedNode actual) =>
        _diagnostics.Add(Rules.WrongType, _document.At(actual), key, expected, actual.Noun);
}
