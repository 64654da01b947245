using System.Collections.Concurrent;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Inference;

/// <summary>Adds up the values at one place.</summary>
/// <param name="document">The file whose nodes are added, if it could not be read as a whole.</param>
internal sealed class ShapeBuilder(SeedDocument? document = null)
{
    /// <summary>So many keys are found faster one after another than by their hashes, and need less memory.</summary>
    private const int FewKeys = 16;

    /// <summary>By form. Most places of a file have one scalar, and the shapes of all files stay in memory.</summary>
    private static readonly ConcurrentDictionary<ScalarForm, Shape> OneScalar = new();

    private int _nulls;
    private int _scalars;
    private int _blankTexts;
    private ScalarForm _forms;
    private int _lists;
    private int _emptyLists;
    private ShapeBuilder? _items;
    private int _mappings;
    private int _emptyMappings;
    private int _incomplete;
    private int _partial;
    private ShapeBuilder? _doubtful;
    private Dictionary<string, int>? _places;
    private List<(string Key, ShapeBuilder Value, int First)>? _keys;

    public void Add(SeedNode? node)
    {
        var isCut = node is not null && document is not null && document.LacksPartOf(node);
        // The lost part is unknown.
        if (isCut && node is SeedScalar)
            return;
        switch (node)
        {
            case SeedScalar { IsNull: false } scalar:
                _scalars++;
                if (string.IsNullOrWhiteSpace(scalar.Text))
                    _blankTexts++;
                _forms |= ScalarForms.Of(scalar);
                break;
            case SeedSequence sequence:
                _lists++;
                if (sequence.Slots.Count == 0 && !isCut)
                    _emptyLists++;
                foreach (var item in sequence.Slots)
                    (_items ??= new ShapeBuilder(document)).Add(item.Node);
                break;
            case SeedMapping mapping:
                _mappings++;
                if (mapping.Entries.Count == 0 && !isCut)
                    _emptyMappings++;
                if (isCut)
                    _incomplete++;
                foreach (var entry in mapping.Entries)
                    Under(entry.Name, document?.Piece is null ? 0 : entry.KeySlot.Span.Start).Add(entry.Value, isCut);
                break;
            default:
                _nulls++;
                break;
        }
    }

    private void Add(SeedNode value, bool isPartial)
    {
        // An unclosed bracket may be one too many: [French is not a list.
        if (isPartial && value is not SeedScalar && document!.LacksPartOf(value))
        {
            (_doubtful ??= new ShapeBuilder(document)).Add(value);
            return;
        }

        var before = Count;
        Add(value);
        if (isPartial)
            _partial += Count - before;
    }

    private int Count => _nulls + _scalars + _lists + _mappings;

    /// <summary>Counts a record that states nothing.</summary>
    public void AddEmptyMapping() => (_mappings, _emptyMappings) = (_mappings + 1, _emptyMappings + 1);

    /// <param name="placeOf">The offset in the file of an offset in the piece that has the shape; null if it is that of
    /// a file.</param>
    public void Add(Shape shape, Func<int, int>? placeOf = null)
    {
        if (shape.IsDoubtful)
        {
            (_doubtful ??= new ShapeBuilder()).Add(shape with { IsDoubtful = false }, placeOf);
            return;
        }

        _nulls += shape.Nulls;
        _scalars += shape.Scalars;
        _blankTexts += shape.BlankTexts;
        _forms |= shape.Forms;
        _lists += shape.Lists;
        _emptyLists += shape.EmptyLists;
        if (shape.Items is { } items)
            (_items ??= new ShapeBuilder()).Add(items, placeOf);
        _mappings += shape.Mappings;
        _emptyMappings += shape.EmptyMappings;
        _incomplete += shape.Incomplete;
        _partial += shape.Partial;
        foreach (var key in shape.Keys)
            Under(key.Key, placeOf?.Invoke(key.First) ?? 0).Add(key.Value, placeOf);
    }

    /// <summary>The shape of a file whose pieces were added in any order: its keys are in the order of the
    /// file.</summary>
    public Shape ToShapeInOrder()
    {
        Sort();
        return ToShape();
    }

    private void Sort()
    {
        _items?.Sort();
        _doubtful?.Sort();
        foreach (var (_, value, _) in _keys ?? [])
            value.Sort();
        _keys = _keys?.OrderBy(key => key.First).Select(key => (key.Key, key.Value, 0)).ToList();
        _places = null;
    }

    public Shape ToShape() =>
        Count == 0 && _doubtful?.ToShape() is { } doubtful
            ? doubtful with
            {
                IsDoubtful = true,
                Partial = doubtful.Count,
            }
        : IsOneScalar ? OneScalar.GetOrAdd(_forms, _ => NewShape())
        : NewShape();

    private bool IsOneScalar => Count == 1 && _scalars == 1 && _blankTexts == 0 && _partial == 0;

    private Shape NewShape() =>
        new()
        {
            Nulls = _nulls,
            Scalars = _scalars,
            BlankTexts = _blankTexts,
            Forms = _forms,
            Lists = _lists,
            EmptyLists = _emptyLists,
            Items = _items?.ToShape(),
            Mappings = _mappings,
            EmptyMappings = _emptyMappings,
            Keys = (_keys ?? [])
                .Select(pair => new KeyShape(pair.Key, pair.Value.ToShape(), pair.First))
                .ToEquatableArray(),
            Incomplete = _incomplete,
            Partial = _partial,
        };

    private ShapeBuilder Under(string key, int first)
    {
        _keys ??= [];
        if (PlaceOf(key) is var place and >= 0)
        {
            if (first < _keys[place].First)
                _keys[place] = _keys[place] with { First = first };
            return _keys[place].Value;
        }

        _places?.Add(key, _keys.Count);
        var value = new ShapeBuilder(document);
        _keys.Add((key, value, first));
        return value;
    }

    private int PlaceOf(string key)
    {
        if (_keys!.Count < FewKeys)
            return _keys.FindIndex(pair => pair.Key == key);
        _places ??= Enumerable.Range(0, _keys.Count).ToDictionary(place => _keys[place].Key, StringComparer.Ordinal);
        return _places.TryGetValue(key, out var known) ? known : -1;
    }
}
