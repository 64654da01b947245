using System.Text.Json;

namespace DataPackage.Runtime.Json;

/// <summary>The properties of a kind that can have claims, with the converters of their values: single values and the
/// items of plain lists. Values without a type have no claims.</summary>
/// <param name="others">The members of the object that are no properties.</param>
internal sealed class ClaimedProperties(IReadOnlyCollection<string> others) : JsonShape
{
    private static readonly Type[] NotClaimed = [typeof(AnyValue), typeof(Citation), typeof(Claim)];

    /// <summary>The converter of the item that was recorded last; null if there is none outside a map or another
    /// list.</summary>
    private IDescribedConverter? _item;

    private int _depth;

    /// <summary>The converters by the names of their properties.</summary>
    public Dictionary<string, IDescribedConverter> Converters { get; } = new(StringComparer.Ordinal);

    public override void Add(string name, IDescribedConverter converter, bool isRequired = false)
    {
        if (!NotClaimed.Contains(converter.Described) && !others.Contains(name))
            Converters.Add(name, converter);
    }

    public override void AddMany(string name, IDescribedConverter converter) => Add(name, converter);

    public override void AddCollection(string name, Action<JsonElement> read)
    {
        (_item, _depth) = (null, 0);
        read(default);
        if (_item is not null)
            Add(name, _item);
    }

    public override void RecordItem(IDescribedConverter converter, bool isOptional = false) =>
        _item = _depth == 1 ? converter : null;

    public override void RecordCollection(Action<JsonElement> read, bool isMap)
    {
        _depth += isMap ? 2 : 1;
        read(default);
    }
}
