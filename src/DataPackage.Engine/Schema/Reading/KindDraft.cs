using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;

namespace DataPackage.Engine.Schema.Reading;

/// <summary>A kind while its schema is being completed, with the places of its statements.</summary>
internal sealed class KindDraft(string name, SeedDocument document, KindShape shape)
{
    public string Name { get; } = name;
    public SeedDocument Document { get; } = document;
    public KindShape Shape { get; set; } = shape;

    /// <summary>Whether its shape may be stated in a part of its schema that could not be read.</summary>
    public bool IsShapeUnknown { get; init; }

    public string TypeName => Shape == KindShape.Abstract ? "I" + Name : Name;
    public string Plural { get; set; } = "";
    public SeedScalar? PluralNode { get; init; }

    /// <summary>The folder or file of its seeds; null if that follows from the plural.</summary>
    public string? Folder { get; init; }
    public string Label { get; set; } = "";
    public string Description { get; init; } = "";
    public IReadOnlyList<SeedScalar> Extends { get; init; } = [];
    public SeedScalar? Caption { get; init; }
    public SeedScalar? Summary { get; init; }
    public SeedScalar? Body { get; init; }
    public SeedScalar? Value { get; init; }
    public IReadOnlyList<SeedScalar> FindBy { get; init; } = [];
    public IReadOnlyList<SeedScalar> Featured { get; init; } = [];
    public IReadOnlyList<SeedScalar> GroupBy { get; init; } = [];
    public SeedScalar? Start { get; set; }
    public SeedScalar? End { get; set; }
    public int? LeastEntities { get; set; }
    public int? MostEntities { get; set; }
    public List<(SeedScalar Property, decimal Least)> FillRates { get; } = [];
    public string? Ftm { get; init; }
    public string? Deprecated { get; init; }
    public KindSeeding Seeding { get; set; } = KindSeeding.Default;
    public bool IsIncomplete { get; set; }
    public List<PropertyDraft> Properties { get; } = [];
    public List<KindDraft> Parents { get; } = [];
    public List<KindDraft> Ancestors { get; set; } = [];

    /// <summary>Its own properties and those that it inherits.</summary>
    public List<(PropertyDraft Property, KindDraft Owner)> All { get; } = [];

    public List<Reverse> Reverses { get; } = [];

    /// <summary>The C# names of all properties and reverses.</summary>
    public HashSet<string> Members { get; } = new(StringComparer.Ordinal);

    private HashSet<KindDraft>? _isAncestor;
    private Dictionary<string, PropertyDraft>? _own;
    private Dictionary<string, PropertyDraft>? _byName;

    /// <summary>Only valid when the ancestors are known.</summary>
    public bool Inherits(KindDraft other) => (_isAncestor ??= [.. Ancestors]).Contains(other);

    /// <summary>A property that the kind itself declares.</summary>
    public PropertyDraft? FindOwn(string name) => Find(ref _own, Properties.Count, () => Properties, name);

    /// <summary>A property that the kind itself declares, by its name or its key in seeds.</summary>
    public PropertyDraft? FindNamed(string name) =>
        FindOwn(name) ?? Properties.Find(property => property.SeedName == name);

    /// <summary>A property of its own or of an ancestor; only valid after inheritance.</summary>
    public PropertyDraft? Find(string name) =>
        Find(ref _byName, All.Count, () => All.Select(each => each.Property), name);

    private static PropertyDraft? Find(
        ref Dictionary<string, PropertyDraft>? byName,
        int count,
        Func<IEnumerable<PropertyDraft>> properties,
        string name
    )
    {
        if (byName is null || byName.Count != count)
        {
            byName = new Dictionary<string, PropertyDraft>(StringComparer.Ordinal);
            foreach (var property in properties())
                if (!byName.ContainsKey(property.Name))
                    byName.Add(property.Name, property);
        }

        return byName.TryGetValue(name, out var found) ? found : null;
    }
}
