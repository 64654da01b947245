using DataPackage.Engine.Binding;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Linking;

/// <summary>All of a seed that other seeds depend on, its articles aside: an edited value or a moved line leaves it
/// equal.</summary>
internal sealed record SeedDeclarations(
    string SeedPath,
    string FilePath,
    EquatableArray<DeclaredEntity> Entities,
    string? UnreadKind
) : ISeed
{
    /// <summary>Of a seed that says nothing of its entities: references to them must not be reported as
    /// mistakes.</summary>
    public static SeedDeclarations Unread(BoundSeed seed) =>
        new(seed.SeedPath, seed.FilePath, default, seed.Entities.Count > 0 ? seed.Entities[0].Kind : seed.UnreadKind);

    public static SeedDeclarations Of(BoundSeed seed, CancellationToken cancellation) =>
        new(
            seed.SeedPath,
            seed.FilePath,
            seed.Entities.Select(entity => new DeclaredEntity(
                    entity.Kind,
                    entity.Id,
                    entity.CSharpName,
                    entity.FormerIds.Select(former => former.Id).ToEquatableArray(),
                    entity.Lookups,
                    entity.IsBroken
                ))
                .ToEquatableArray(),
            seed.UnreadKind
        );
}

/// <param name="IsBroken">It could not be read as a whole.</param>
internal sealed record DeclaredEntity(
    string Kind,
    string Id,
    string? CSharpName,
    EquatableArray<string> FormerIds,
    EquatableArray<LookupKey> Lookups,
    bool IsBroken = false
);

/// <param name="Accessor">Empty where the entity itself or another one has that accessor, or where it can have
/// none.</param>
internal readonly record struct FormerName(string Id, string Accessor);

/// <summary>Which entities the package has, in which rows and under which names: all that a seed needs of the others to
/// be linked.</summary>
internal sealed class PackageIndex : IEquatable<PackageIndex>
{
    private readonly Dictionary<string, KindIndex> _kinds;
    private readonly Dictionary<string, KindIndex[]> _byRange;
    private readonly EquatableArray<DeclarationPlace> _duplicates;
    private readonly HashSet<DeclarationPlace> _isDuplicate;

    /// <summary>Kinds of whose entities some could not be read: a reference that finds none may mean one of
    /// these.</summary>
    private readonly EquatableArray<string> _unreadKinds;

    /// <summary>Kinds with an entity that could not be read as a whole: a value that none has may be its.</summary>
    private readonly EquatableArray<string> _brokenKinds;

    private readonly HashSet<string> _isUnread;
    private Dictionary<string, EntityLink[]>? _byId;

    private PackageIndex(
        PackageSchema schema,
        IEnumerable<KindIndex> kinds,
        EquatableArray<DeclarationPlace> duplicates,
        EquatableArray<string> unreadKinds,
        EquatableArray<string> brokenKinds,
        int suggestionWork
    )
    {
        SuggestionWork = suggestionWork;
        Schema = schema;
        Kinds = kinds.ToEquatableArray();
        _kinds = Kinds.ToDictionary(kind => kind.Kind.Name, StringComparer.Ordinal);
        _byRange = schema.Kinds.ToDictionary(
            kind => kind.Name,
            kind => schema.ConcreteKindsOf(kind).Select(concrete => _kinds[concrete.Name]).ToArray(),
            StringComparer.Ordinal
        );
        Articles = schema.Article is { } article ? _kinds[article.Name] : null;
        _duplicates = duplicates;
        _isDuplicate = [.. duplicates];
        _unreadKinds = unreadKinds;
        _brokenKinds = brokenKinds;
        _isUnread = new HashSet<string>(unreadKinds, StringComparer.Ordinal);
    }

    /// <summary>What may be spent in each seed on what was probably meant.</summary>
    public int SuggestionWork { get; }

    public PackageSchema Schema { get; }

    /// <summary>One for each concrete kind, ordered by name.</summary>
    public EquatableArray<KindIndex> Kinds { get; }

    public KindIndex this[string kind] => _kinds[kind];

    public KindIndex? Find(string kind) => _kinds.TryGetValue(kind, out var found) ? found : null;

    /// <summary>The entities of any kind that have this id, in the order of their kinds.</summary>
    public IReadOnlyList<EntityLink> FindAll(string id)
    {
        // Only messages and mentions ask; the same whoever makes it: a race costs time only.
        var byId = _byId ??= Kinds
            .SelectMany(kind => kind.Entities)
            .GroupBy(entity => entity.Id, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        return byId.TryGetValue(id, out var found) ? found : [];
    }

    /// <summary>Null where the package has no kind of articles.</summary>
    public KindIndex? Articles { get; }

    public bool HasConflicts =>
        _duplicates.Count > 0
        || Kinds.Any(kind => kind.HasCollisions || kind.HasTooManyForAccessors || kind.HasFormerIds);

    /// <summary>The kinds whose entities a reference to <paramref name="range"/> can name.</summary>
    public KindIndex[] KindsOf(string range) => _byRange[range];

    public bool HasUnread => _isUnread.Count > 0;

    public bool IsUnread(KindIndex kind) => _isUnread.Count > 0 && _isUnread.Contains(kind.Kind.Name);

    /// <summary>Whether an entity of the kind may have values that nobody read.</summary>
    public bool LacksValues(KindIndex kind) => IsUnread(kind) || _brokenKinds.Contains(kind.Kind.Name);

    /// <summary>Whether the id of the entity in this place is that of another entity, which stands first and keeps
    /// it.</summary>
    public bool IsDuplicate(ISeed seed, int place) =>
        _duplicates.Count > 0 && _isDuplicate.Contains(new DeclarationPlace(seed.FilePath, place));

    public static PackageIndex Of(
        IEnumerable<SeedDeclarations> seeds,
        PackageSchema schema,
        CancellationToken cancellation
    )
    {
        var declared = schema.ConcreteKinds.ToDictionary(
            kind => kind.Name,
            _ => new Dictionary<string, (DeclaredEntity Entity, DeclarationPlace Place)>(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        var duplicates = new List<DeclarationPlace>();
        var (unreadKinds, brokenKinds) = (
            new SortedSet<string>(StringComparer.Ordinal),
            new SortedSet<string>(StringComparer.Ordinal)
        );
        var withEntities = 0;
        foreach (var seed in seeds.OrderBy(seed => seed, SeedOrder.Instance))
        {
            cancellation.ThrowIfCancellationRequested();
            if (seed.UnreadKind is { } unread)
                unreadKinds.Add(unread);
            if (seed.Entities.Count > 0)
                withEntities++;
            for (var i = 0; i < seed.Entities.Count; i++)
            {
                var (entity, place) = (seed.Entities[i], new DeclarationPlace(seed.FilePath, i));
                if (entity.IsBroken)
                    brokenKinds.Add(entity.Kind);
                if (!declared[entity.Kind].TryGetValue(entity.Id, out var first))
                    declared[entity.Kind].Add(entity.Id, (entity, place));
                else if (first.Place != place)
                    duplicates.Add(place);
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

        return new PackageIndex(
            schema,
            kinds,
            duplicates.ToEquatableArray(),
            unreadKinds.ToEquatableArray(),
            brokenKinds.ToEquatableArray(),
            Diagnostics.SuggestionWork.PerSeed(withEntities)
        );
    }

    /// <summary>What is left where the index itself failed: no kind has entities, and none can be missed.</summary>
    public static PackageIndex OfUnread(PackageSchema schema, CancellationToken cancellation) =>
        Of(schema.ConcreteKinds.Select(kind => new SeedDeclarations("", "", default, kind.Name)), schema, cancellation);

    public bool Equals(PackageIndex? other) =>
        ReferenceEquals(this, other)
        || (
            other is not null
            && Schema.Equals(other.Schema)
            && Kinds.Equals(other.Kinds)
            && SuggestionWork == other.SuggestionWork
            && _duplicates.Equals(other._duplicates)
            && _unreadKinds.Equals(other._unreadKinds)
            && _brokenKinds.Equals(other._brokenKinds)
        );

    public override bool Equals(object? obj) => Equals(obj as PackageIndex);

    public override int GetHashCode() => Kinds.Count;

    /// <summary>An entity by where it is declared, as the first, second, ... of its file.</summary>
    private sealed record DeclarationPlace(string FilePath, int Number);
}

/// <summary>The entities of one concrete kind, by row and by id.</summary>
internal sealed class KindIndex : IEquatable<KindIndex>
{
    /// <summary>A type can have 65,535 methods; a catalog has some of its own.</summary>
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

    /// <summary>Some entity has no accessor, since another wants the name.</summary>
    public bool HasCollisions { get; }

    /// <summary>More entities want an accessor than a catalog can carry, so that none has.</summary>
    public bool HasTooManyForAccessors { get; }

    // What only some need is made on first use, and the same whoever makes it: a race costs time only.
    public NameList Ids => _ids ??= NameList.OfOrdered(Entities.Select(entity => entity.Id));

    public EntityLink? Find(string id) => _byId.TryGetValue(id, out var entity) ? entity : null;

    /// <summary>The entities that have this value.</summary>
    public IReadOnlyList<EntityLink> FindBy(LookupKey key)
    {
        var byLookup = _byLookup ??= IndexLookups();
        return byLookup.TryGetValue(key, out var found) ? found : [];
    }

    /// <summary>All values that entities have of a property by which references name them.</summary>
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

    /// <summary>What an entity was called in earlier versions of the package.</summary>
    public EquatableArray<FormerName> FormerNamesOf(int row) => _former.Count > 0 ? _former[row] : default;

    /// <summary>The entities as other packages see them, each followed by what it was called in earlier
    /// versions.</summary>
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
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var hasCollisions = false;
        for (var row = 0; row < accessors.Length && !hasTooMany; row++)
        {
            if (accessors[row].Length == 0)
                continue;
            if (!first.TryGetValue(accessors[row], out var other))
            {
                first.Add(accessors[row], row);
                continue;
            }

            // Half a name takes no other's away: somebody is typing it.
            if (ordered[row].IsBroken || ordered[other].IsBroken)
            {
                accessors[ordered[row].IsBroken ? row : other] = "";
                if (!ordered[row].IsBroken)
                    first[accessors[row]] = row;
                continue;
            }

            // Where nobody has pinned anything, which of the two is meant would change with the data: neither gets the
            // name.
            hasCollisions = true;
            if (kind.IsInferred)
                accessors[other] = "";
            accessors[row] = "";
        }

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

    /// <summary>Former ids and accessors that nobody has now. Whoever claims one that is in use was, or will be, told
    /// so.</summary>
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
            && kind.Seeding.Accessors == AccessorPolicy.All
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
