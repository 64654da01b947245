using DataPackage.Engine.Binding;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Linking;

/// <summary>The entities of one concrete kind, by row and by id.</summary>
internal sealed class KindIndex : IEquatable<KindIndex>
{
    /// <summary>The most accessors of a kind. A type can have 65,535 methods, and a catalog has others too.</summary>
    public const int MostAccessors = 65_000;

    private readonly Dictionary<string, EntityLink> _byId;
    private readonly EquatableArray<EquatableArray<FormerName>> _former;
    private readonly EquatableArray<EquatableArray<LookupKey>> _lookups;
    private Dictionary<LookupKey, List<EntityLink>>? _byLookup;
    private Dictionary<string, EntityLink>? _byFormerId;
    private Dictionary<string, NameList>? _lookupTexts;
    private Dictionary<string, EntityLink>? _byAccessor;
    private NameList? _ids;

    private KindIndex(
        Kind kind,
        EquatableArray<EntityLink> entities,
        EquatableArray<EquatableArray<FormerName>> former,
        EquatableArray<EquatableArray<LookupKey>> lookups,
        bool hasCollisions,
        bool hasTooMany
    )
    {
        Kind = kind;
        Entities = entities;
        HasCollisions = hasCollisions;
        HasTooManyForAccessors = hasTooMany;
        _former = former;
        _lookups = lookups;
        _byId = new Dictionary<string, EntityLink>(entities.Count, StringComparer.Ordinal);
        foreach (var entity in entities)
            _byId.Add(entity.Id, entity);
    }

    public Kind Kind { get; }

    /// <summary>Ordered by id, ordinally.</summary>
    public EquatableArray<EntityLink> Entities { get; }

    /// <summary>Whether an entity has no accessor because another wants its name.</summary>
    public bool HasCollisions { get; }

    /// <summary>Whether more entities want an accessor than a catalog can have, so none has one.</summary>
    public bool HasTooManyForAccessors { get; }

    // Made on first use, as only some need it. Threads that race make equal ones.
    public NameList Ids => _ids ??= NameList.OfOrdered(Entities.Select(entity => entity.Id));

    public EntityLink? Find(string id) => _byId.TryGetValue(id, out var entity) ? entity : null;

    /// <summary>The entities that have this value.</summary>
    public IReadOnlyList<EntityLink> FindBy(LookupKey key)
    {
        var byLookup = _byLookup ??= IndexLookups();
        return byLookup.TryGetValue(key, out var found) ? found : [];
    }

    /// <summary>All values of a property by which references name entities.</summary>
    public NameList LookupTexts(string property)
    {
        var texts = _lookupTexts ??= _lookups
            .SelectMany(keys => keys)
            .GroupBy(key => key.Property, key => key.Text, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => NameList.Of(group.Distinct(StringComparer.Ordinal)),
                StringComparer.Ordinal
            );
        return texts.TryGetValue(property, out var found) ? found : NameList.Of([]);
    }

    private Dictionary<LookupKey, List<EntityLink>> IndexLookups()
    {
        var byLookup = new Dictionary<LookupKey, List<EntityLink>>();
        for (var row = 0; row < _lookups.Count; row++)
        {
            foreach (var key in _lookups[row])
            {
                if (!byLookup.TryGetValue(key, out var found))
                    byLookup.Add(key, found = new List<EntityLink>(1));
                // An entity may have a value twice.
                if (found.Count == 0 || found[found.Count - 1] != Entities[row])
                    found.Add(Entities[row]);
            }
        }

        return byLookup;
    }

    public bool HasFormerIds => _former.Count > 0;

    /// <summary>The names of an entity in earlier versions of the package.</summary>
    public EquatableArray<FormerName> FormerNamesOf(int row) => _former.Count > 0 ? _former[row] : default;

    /// <summary>The entities as other packages see them, each followed by its former ids.</summary>
    public IEnumerable<ExternalEntity> ToExternal()
    {
        foreach (var entity in Entities)
        {
            yield return new ExternalEntity(entity.Id, entity.Accessor, FormerId: null);
            foreach (var former in FormerNamesOf(entity.Row))
                yield return new ExternalEntity(entity.Id, "", former.Id);
        }
    }

    /// <summary>The entity that had this id.</summary>
    public EntityLink? FindFormer(string id)
    {
        var byFormerId = _byFormerId ??= _former
            .SelectMany((names, row) => names.Select(name => (name.Id, Entity: Entities[row])))
            .ToDictionary(former => former.Id, former => former.Entity, StringComparer.Ordinal);
        return byFormerId.TryGetValue(id, out var found) ? found : null;
    }

    /// <summary>The entity that has this accessor.</summary>
    public EntityLink? FindAccessor(string accessor)
    {
        var byAccessor = _byAccessor ??= Entities
            .Where(entity => entity.Accessor.Length > 0)
            .ToDictionary(entity => entity.Accessor, StringComparer.Ordinal);
        return byAccessor.TryGetValue(accessor, out var found) ? found : null;
    }

    public static string AccessorOf(Kind kind, string id, string? csharpName) =>
        csharpName ?? Names.ToAccessor(id, kind);

    public static KindIndex Of(Kind kind, DeclaredEntity[] ordered)
    {
        var accessors = Array.ConvertAll(ordered, entity => AccessorOf(kind, entity.Id, entity.CSharpName));
        var hasTooMany = accessors.Count(accessor => accessor.Length > 0) > MostAccessors;
        var hasCollisions = !hasTooMany && ClearCollisions(kind, ordered, accessors);
        var entities = ordered
            .Select((entity, row) => new EntityLink(kind.Name, row, entity.Id, hasTooMany ? "" : accessors[row]))
            .ToEquatableArray();
        var lookups = Array.Exists(ordered, entity => entity.Lookups.Count > 0)
            ? ordered.Select(entity => entity.Lookups).ToEquatableArray()
            : default;
        return new KindIndex(
            kind,
            entities,
            FormerNames(kind, ordered, accessors, hasTooMany),
            lookups,
            hasCollisions,
            hasTooMany
        );
    }

    /// <summary>Clears the accessors that several entities want; false if only unfinished entities lose
    /// theirs.</summary>
    private static bool ClearCollisions(Kind kind, DeclaredEntity[] entities, string[] accessors)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var hasCollisions = false;
        for (var row = 0; row < accessors.Length; row++)
        {
            if (accessors[row].Length == 0)
                continue;
            if (!first.TryGetValue(accessors[row], out var other))
            {
                first.Add(accessors[row], row);
                continue;
            }

            // An entity that somebody is typing takes no name from another.
            if (entities[row].IsBroken || entities[other].IsBroken)
            {
                accessors[entities[row].IsBroken ? row : other] = "";
                if (!entities[row].IsBroken)
                    first[accessors[row]] = row;
                continue;
            }

            // If no name is pinned, which of the two has it would change with the data, so neither has it.
            hasCollisions = true;
            if (kind.HasDistinctAccessors)
                accessors[other] = "";
            accessors[row] = "";
        }

        return hasCollisions;
    }

    /// <summary>The former ids and accessors that no entity has now. Other steps report those that are in
    /// use.</summary>
    private static EquatableArray<EquatableArray<FormerName>> FormerNames(
        Kind kind,
        DeclaredEntity[] entities,
        string[] accessors,
        bool hasTooMany
    )
    {
        if (!Array.Exists(entities, entity => entity.FormerIds.Count > 0))
            return default;
        var ids = new HashSet<string>(entities.Select(entity => entity.Id), StringComparer.Ordinal);
        var taken = new HashSet<string>(accessors, StringComparer.Ordinal) { "" };
        string AccessorOf(string id) =>
            !hasTooMany
            && kind.Seeding.Accessors is AccessorPolicy.All or AccessorPolicy.Distinct
            && Names.ToAccessor(id, kind) is var accessor
            && taken.Add(accessor)
                ? accessor
                : "";
        return entities
            .Select(entity =>
                entity.FormerIds.Where(ids.Add).Select(id => new FormerName(id, AccessorOf(id))).ToEquatableArray()
            )
            .ToEquatableArray();
    }

    public bool Equals(KindIndex? other) =>
        other is not null
        && Kind.Equals(other.Kind)
        && Entities.Equals(other.Entities)
        && _former.Equals(other._former)
        && _lookups.Equals(other._lookups)
        && HasCollisions == other.HasCollisions
        && HasTooManyForAccessors == other.HasTooManyForAccessors;

    public override bool Equals(object? obj) => Equals(obj as KindIndex);

    public override int GetHashCode() => Entities.Count;
}
