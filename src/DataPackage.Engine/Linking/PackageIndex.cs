using DataPackage.Engine.Binding;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Linking;

/// <summary>The rows and names of all entities: all that linking a seed needs to know about the others.</summary>
internal sealed class PackageIndex : IEquatable<PackageIndex>
{
    private readonly Dictionary<string, KindIndex> _kinds;
    private readonly Dictionary<string, KindIndex[]> _byRange;
    private readonly EquatableArray<DeclarationPlace> _duplicates;
    private readonly HashSet<DeclarationPlace> _isDuplicate;

    /// <summary>The kinds with entities that could not be read: an unresolved reference may name one of
    /// these.</summary>
    private readonly EquatableArray<string> _unreadKinds;

    /// <summary>The kinds with partly unread entities: a value that is not found may be one of theirs.</summary>
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

    /// <summary>The work that each seed may spend on suggestions.</summary>
    public int SuggestionWork { get; }

    public PackageSchema Schema { get; }

    /// <summary>One for each concrete kind, ordered by name.</summary>
    public EquatableArray<KindIndex> Kinds { get; }

    public KindIndex this[string kind] => _kinds[kind];

    public KindIndex? Find(string kind) => _kinds.TryGetValue(kind, out var found) ? found : null;

    /// <summary>The entities of any kind that have this id, in the order of their kinds.</summary>
    public IReadOnlyList<EntityLink> FindAll(string id)
    {
        // Made on first use, as only messages and mentions need it. Threads that race make equal ones.
        var byId = _byId ??= Kinds
            .SelectMany(kind => kind.Entities)
            .GroupBy(entity => entity.Id, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        return byId.TryGetValue(id, out var found) ? found : [];
    }

    /// <summary>Null if the package has no kind of articles.</summary>
    public KindIndex? Articles { get; }

    public bool HasConflicts =>
        _duplicates.Count > 0
        || Kinds.Any(kind => kind.HasCollisions || kind.HasTooManyForAccessors || kind.HasFormerIds);

    /// <summary>The kinds whose entities a reference to <paramref name="range"/> can name.</summary>
    public KindIndex[] KindsOf(string range) => _byRange[range];

    public bool HasUnread => _isUnread.Count > 0;

    public bool IsUnread(KindIndex kind) => _isUnread.Count > 0 && _isUnread.Contains(kind.Kind.Name);

    /// <summary>Whether an entity of the kind may have values that could not be read.</summary>
    public bool LacksValues(KindIndex kind) => IsUnread(kind) || _brokenKinds.Contains(kind.Kind.Name);

    /// <summary>Whether an earlier entity has the id of the entity at this place, and keeps it.</summary>
    public bool IsDuplicate(string filePath, PieceId? piece, int place) =>
        _duplicates.Count > 0 && _isDuplicate.Contains(new DeclarationPlace(filePath, piece, place));

    public static PackageIndex Of(
        IEnumerable<SeedDeclarations> seeds,
        PackageSchema schema,
        CancellationToken cancellation
    )
    {
        var found = new FoundEntities(schema);
        foreach (var seed in seeds.OrderBy(seed => seed, SeedOrder.Instance))
        {
            cancellation.ThrowIfCancellationRequested();
            found.Add(seed);
        }

        var kinds = new List<KindIndex>();
        foreach (var kind in schema.ConcreteKinds)
        {
            cancellation.ThrowIfCancellationRequested();
            kinds.Add(KindIndex.Of(kind, found.Ordered(kind)));
        }

        return new PackageIndex(
            schema,
            kinds,
            found.Duplicates.ToEquatableArray(),
            found.UnreadKinds.ToEquatableArray(),
            found.BrokenKinds.ToEquatableArray(),
            Diagnostics.SuggestionWork.PerSeed(found.SeedsWithEntities)
        );
    }

    /// <summary>The index after a failure: no kind has entities, and no missing entity is reported.</summary>
    public static PackageIndex OfUnread(PackageSchema schema, CancellationToken cancellation) =>
        Of(
            [
                new SeedDeclarations(
                    "",
                    "",
                    null,
                    default,
                    schema.ConcreteKinds.Select(kind => kind.Name).ToEquatableArray()
                ),
            ],
            schema,
            cancellation
        );

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

    /// <summary>The place where an entity is declared.</summary>
    /// <param name="Number">The index of the entity in its file, or in its piece of it.</param>
    private sealed record DeclarationPlace(string FilePath, PieceId? Piece, int Number);

    /// <summary>The entities of the seeds that were added so far. The first that declares an id has it.</summary>
    private sealed class FoundEntities(PackageSchema schema)
    {
        private readonly Dictionary<
            string,
            Dictionary<string, (DeclaredEntity Entity, DeclarationPlace Place)>
        > _byKind = schema.ConcreteKinds.ToDictionary(
            kind => kind.Name,
            _ => new Dictionary<string, (DeclaredEntity Entity, DeclarationPlace Place)>(StringComparer.Ordinal),
            StringComparer.Ordinal
        );

        public List<DeclarationPlace> Duplicates { get; } = [];

        public SortedSet<string> UnreadKinds { get; } = new(StringComparer.Ordinal);

        public SortedSet<string> BrokenKinds { get; } = new(StringComparer.Ordinal);

        public int SeedsWithEntities { get; private set; }

        public void Add(SeedDeclarations seed)
        {
            UnreadKinds.UnionWith(seed.UnreadKinds);
            if (seed.Entities.Count > 0)
                SeedsWithEntities++;
            for (var i = 0; i < seed.Entities.Count; i++)
            {
                var (entity, place) = (seed.Entities[i], new DeclarationPlace(seed.FilePath, seed.Piece, i));
                if (entity.IsBroken)
                    BrokenKinds.Add(entity.Kind);
                var byId = _byKind[entity.Kind];
                if (!byId.TryGetValue(entity.Id, out var first))
                    byId.Add(entity.Id, (entity, place));
                else if (first.Place != place)
                    Duplicates.Add(place);
            }
        }

        /// <summary>The entities of a kind, ordered by id.</summary>
        public DeclaredEntity[] Ordered(Kind kind)
        {
            var entities = _byKind[kind.Name].Values.Select(each => each.Entity).ToArray();
            Array.Sort(entities, (left, right) => string.CompareOrdinal(left.Id, right.Id));
            return entities;
        }
    }
}
