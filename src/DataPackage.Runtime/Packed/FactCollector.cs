using System.Collections.ObjectModel;
using System.ComponentModel;
using System.Globalization;

namespace DataPackage.Runtime.Packed;

/// <summary>Collects the facts of one entity from its values, in the order of addition. For generated code.</summary>
/// <param name="citations">All citations of the entity.</param>
/// <param name="claims">All its claims.</param>
/// <param name="withDeprecated">Whether deprecated claims are facts too.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FactCollector(IReadOnlyList<Citation> citations, IReadOnlyList<Claim> claims, bool withDeprecated)
{
    private readonly List<Fact> _facts = [];

    /// <summary>The claims whose values properties have, by their paths.</summary>
    private readonly Dictionary<string, Claim> _best = EntityClaims.BestOf(claims);

    /// <summary>The paths of values without remarks.</summary>
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);

    /// <summary>What is said of the embedded value whose properties are being added; null for nothing.</summary>
    private Claim? _claim;

    /// <summary>For an entity of a package that was built before there were claims.</summary>
    public FactCollector(IReadOnlyList<Citation> citations)
        : this(citations, [], withDeprecated: false) { }

    /// <summary>The path of the embedded value whose properties are being added, with a dot at the end.</summary>
    private string _path = "";

    /// <summary>Adds a value, unless it is null.</summary>
    public void Add(string property, object? value)
    {
        if (value is null)
            return;
        var path = _path + property;
        Add(path, value, _path.Length > 0 ? _claim : ClaimAt(path, value));
    }

    private void Add(string path, object value, Claim? claim) =>
        _facts.Add(new Fact(path, value, EntityClaims.CitationsFor(citations, path), claim));

    /// <summary>What is said of the value at a path; null for nothing.</summary>
    private Claim? ClaimAt(string path, object value)
    {
        if (_best.TryGetValue(path, out var claim) && Claim.AreEqual(claim.Value, value))
        {
            _kept.Add(path);
            return claim;
        }

        _changed.Add(path);
        return null;
    }

    /// <summary>Adds the items of a list, unless it is null.</summary>
    public void AddEach<T>(string property, IReadOnlyList<T>? items)
    {
        for (var i = 0; i < items?.Count; i++)
            Add(Item(property, i), items[i]);
    }

    /// <summary>Adds the values of a map, unless it is null.</summary>
    public void AddEach<T>(string property, IReadOnlyDictionary<string, T>? values)
    {
        foreach (var (key, value) in values ?? ReadOnlyDictionary<string, T>.Empty)
            Add(Item(property, key), value);
    }

    /// <summary>Adds the properties of an embedded value, unless it is null.</summary>
    /// <param name="add">Adds the properties of the value.</param>
    public void AddEmbedded<T>(string property, T? value, Action<T, FactCollector> add)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(add);
        if (value is null)
            return;
        var (before, claim) = (_path, _claim);
        if (before.Length == 0)
            _claim = ClaimAt(property, value);
        _path += property + ".";
        add(value, this);
        (_path, _claim) = (before, claim);
    }

    /// <summary>Adds the properties of each embedded value of a list, unless it is null.</summary>
    /// <param name="add">Adds the properties of one value.</param>
    public void AddEachEmbedded<T>(string property, IReadOnlyList<T?>? items, Action<T, FactCollector> add)
        where T : class
    {
        for (var i = 0; i < items?.Count; i++)
            AddEmbedded(Item(property, i), items[i], add);
    }

    /// <summary>Adds the properties of each embedded value of a map, unless it is null.</summary>
    /// <param name="add">Adds the properties of one value.</param>
    /// <typeparam name="T">The embedded kind.</typeparam>
    /// <typeparam name="TValue">The embedded kind or its nullable form: their dictionaries do not convert to each
    /// other.</typeparam>
    public void AddEachEmbedded<T, TValue>(
        string property,
        IReadOnlyDictionary<string, TValue>? values,
        Action<T, FactCollector> add
    )
        where T : class
        where TValue : class?
    {
        foreach (var (key, value) in values ?? ReadOnlyDictionary<string, TValue>.Empty)
            AddEmbedded(Item(property, key), (T?)(object?)value, add);
    }

    /// <summary>The added facts, then the claims whose values no property has; read-only.</summary>
    public IReadOnlyList<Fact> ToList()
    {
        // In a copy a property may have another value, or none: then the claims of the package do not count.
        var lost = _best
            .Values.Where(claim => claim.Value is not null && !_kept.Contains(claim.Path))
            .Select(claim => claim.Property)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var claim in claims)
            if (
                claim is { IsBest: false, Value: { } value }
                && (withDeprecated || claim.Rank != ClaimRank.Deprecated)
                && !_changed.Contains(claim.Property)
                && !lost.Contains(claim.Property)
            )
                Add(claim.Path, value, claim);
        return new ReadOnlyCollection<Fact>(_facts);
    }

    private static string Item(string property, string key) => $"{property}[{key}]";

    private static string Item(string property, int place) =>
        string.Create(CultureInfo.InvariantCulture, $"{property}[{place}]");
}
