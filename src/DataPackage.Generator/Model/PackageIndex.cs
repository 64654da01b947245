using DataPackage.Generator.Schema;

namespace DataPackage.Generator.Model;

/// <summary>All of a seed that other seeds depend on, its articles aside: an edited value or a moved line leaves it equal.</summary>
internal sealed record SeedDeclarations(string SeedPath, string FilePath, EquatableArray<DeclaredEntity> Entities, string? UnreadKind) : ISeed
{
    public static SeedDeclarations Of(BoundSeed seed, CancellationToken cancellation) =>
        new(seed.SeedPath, seed.FilePath, seed.Entities.Select(entity => new DeclaredEntity(
            entity.Kind, entity.Id, entity.CSharpName, entity.FormerIds.Select(former => former.Id).ToEquatableArray())).ToEquatableArray(), seed.UnreadKind);
}

internal readonly record struct DeclaredEntity(string Kind, string Id, string? CSharpName, EquatableArray<string> FormerIds);

/// <param name="Accessor">Empty where the entity itself or another one has that accessor.</param>
internal readonly record struct FormerName(string Id, string Accessor);

/// <summary>Which entities the package has, in which rows and under which names: all that a seed needs of the others to be linked.</summary>
internal sealed class PackageIndex : IEquatable<PackageIndex>
{
    private readonly Dictionary<string, KindIndex> _kinds;
    private readonly Dictionary<string, KindIndex[]> _byRange;
    private readonly EquatableArray<EntityPlace> _duplicates;

    /// <summary>Kinds of whose entities some could not be read: a reference that finds none may mean one of these.</summary>
    private readonly EquatableArray<string> _unreadKinds;

    private PackageIndex(PackageSchema schema, IEnumerable<KindIndex> kinds, EquatableArray<EntityPlace> duplicates, EquatableArray<string> unreadKinds)
    {
        Schema = schema;
        Kinds = kinds.ToEquatableArray();
        _kinds = Kinds.ToDictionary(kind => kind.Kind.Name, StringComparer.Ordinal);
        _byRange = schema.Kinds.ToDictionary(kind => kind.Name, kind => schema.ConcreteKindsOf(kind)
            .Select(concrete => _kinds[concrete.Name]).ToArray(), StringComparer.Ordinal);
        Articles = schema.Article is { } article ? _kinds[article.Name] : null;
        _duplicates = duplicates;
        _unreadKinds = unreadKinds;
    }

    public PackageSchema Schema { get; }

    /// <summary>One for each concrete kind, ordered by name.</summary>
    public EquatableArray<KindIndex> Kinds { get; }

    public KindIndex this[string kind] => _kinds[kind];

    /// <summary>Null where the package has no kind of articles.</summary>
    public KindIndex? Articles { get; }

    public bool HasConflicts => _duplicates.Count > 0 || Kinds.Any(kind => kind.HasCollisions || kind.HasFormerIds);

    /// <summary>The kinds whose entities a reference to <paramref name="range"/> can name.</summary>
    public KindIndex[] KindsOf(string range) => _byRange[range];

    public bool IsUnread(KindIndex kind) => _unreadKinds.Contains(kind.Kind.Name);

    /// <summary>Whether the id of the entity in this place is that of another entity, which stands first and keeps it.</summary>
    public bool IsDuplicate(ISeed seed, int place) => _duplicates.Count > 0 && _duplicates.Contains(new EntityPlace(seed.FilePath, place));

    public static PackageIndex Of(IEnumerable<SeedDeclarations> seeds, PackageSchema schema, CancellationToken cancellation)
    {
        var declared = schema.ConcreteKinds.ToDictionary(kind => kind.Name, _ => new Dictionary<string, (DeclaredEntity Entity, EntityPlace Place)>(StringComparer.Ordinal), StringComparer.Ordinal);
        var duplicates = new List<EntityPlace>();
        var unreadKinds = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var seed in seeds.OrderBy(seed => seed, SeedOrder.Instance))
        {
            cancellation.ThrowIfCancellationRequested();
            if (seed.UnreadKind is { } unread) unreadKinds.Add(unread);
            for (var i = 0; i < seed.Entities.Count; i++)
            {
                var (entity, place) = (seed.Entities[i], new EntityPlace(seed.FilePath, i));
                if (!declared[entity.Kind].TryGetValue(entity.Id, out var first)) declared[entity.Kind].Add(entity.Id, (entity, place));
                else if (first.Place != place) duplicates.Add(place);
            }
        }

        var kinds = new List<KindIndex>();
        foreach (var kind in schema.ConcreteKinds)
        {
            cancellation.ThrowIfCancellationRequested();
            var entities = declared[kind.Name].Values.Select(each => each.Entity).ToArray();
            Array.Sort(entities, (left, right) => string.CompareOrdinal(left.Id, right.Id));
            kinds.Add(KindIndex.Of(kind, entities));
        }

        return new PackageIndex(schema, kinds, duplicates.ToEquatableArray(), unreadKinds.ToEquatableArray());
    }

    public bool Equals(PackageIndex? other) => other is not null && Schema.Equals(other.Schema) && Kinds.Equals(other.Kinds)
        && _duplicates.Equals(other._duplicates) && _unreadKinds.Equals(other._unreadKinds);

    public override bool Equals(object? obj) => Equals(obj as PackageIndex);

    public override int GetHashCode() => Kinds.Count;

    /// <summary>An entity by where it is declared, as the first, second, ... of its file.</summary>
    private readonly record struct EntityPlace(string FilePath, int Number);
}

/// <summary>The entities of one concrete kind, by row and by id.</summary>
internal sealed class KindIndex : IEquatable<KindIndex>
{
    private readonly Dictionary<string, EntityLink> _byId;
    private readonly EquatableArray<EquatableArray<FormerName>> _former;

    private KindIndex(Kind kind, EquatableArray<EntityLink> entities, EquatableArray<EquatableArray<FormerName>> former)
    {
        Kind = kind;
        Entities = entities;
        _former = former;
        _byId = new Dictionary<string, EntityLink>(entities.Count, StringComparer.Ordinal);
        foreach (var entity in entities)
        {
            _byId.Add(entity.Id, entity);
            HasCollisions |= entity.Accessor.Length == 0;
        }
    }

    public Kind Kind { get; }

    /// <summary>Ordered by id, ordinally.</summary>
    public EquatableArray<EntityLink> Entities { get; }

    /// <summary>Some entity has no accessor, since another has the name.</summary>
    public bool HasCollisions { get; }

    public IEnumerable<string> Ids => Entities.Select(entity => entity.Id);

    public EntityLink? Find(string id) => _byId.TryGetValue(id, out var entity) ? entity : null;

    public bool HasFormerIds => _former.Count > 0;

    /// <summary>What an entity was called in earlier versions of the package.</summary>
    public EquatableArray<FormerName> FormerNamesOf(int row) => _former.Count > 0 ? _former[row] : default;

    /// <summary>The entity that had this id.</summary>
    public EntityLink? FindFormer(string id)
    {
        for (var row = 0; row < _former.Count; row++)
            if (_former[row].Any(name => name.Id == id)) return Entities[row];
        return null;
    }

    public static string AccessorOf(Kind kind, string id, string? csharpName) => csharpName ?? Names.ToAccessor(id, kind);

    public static KindIndex Of(Kind kind, DeclaredEntity[] ordered)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var entities = new EntityLink[ordered.Length];
        for (var row = 0; row < entities.Length; row++)
        {
            var accessor = AccessorOf(kind, ordered[row].Id, ordered[row].CSharpName);
            entities[row] = new EntityLink(kind.Name, row, ordered[row].Id, taken.Add(accessor) ? accessor : "");
        }

        return new KindIndex(kind, new(entities), FormerNames(kind, ordered, taken));
    }

    /// <summary>Former ids and accessors that nobody has now. Whoever claims one that is in use was, or will be, told so.</summary>
    private static EquatableArray<EquatableArray<FormerName>> FormerNames(Kind kind, DeclaredEntity[] entities, HashSet<string> accessors)
    {
        if (!Array.Exists(entities, entity => entity.FormerIds.Count > 0)) return default;
        var ids = new HashSet<string>(entities.Select(entity => entity.Id), StringComparer.Ordinal);
        return entities.Select(entity => entity.FormerIds.Where(ids.Add)
            .Select(id => (Id: id, Accessor: Names.ToAccessor(id, kind))).Select(name => new FormerName(name.Id, accessors.Add(name.Accessor) ? name.Accessor : ""))
            .ToEquatableArray()).ToEquatableArray();
    }

    public bool Equals(KindIndex? other) => other is not null && Kind.Equals(other.Kind) && Entities.Equals(other.Entities) && _former.Equals(other._former);

    public override bool Equals(object? obj) => Equals(obj as KindIndex);

    public override int GetHashCode() => Entities.Count;
}
