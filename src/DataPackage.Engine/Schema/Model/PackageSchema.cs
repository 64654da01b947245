using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Model;

/// <summary>The declarations of <c>datapackage.yaml</c> and <c>schema/</c>: the kinds, with all that they inherit,
/// ordered by name.</summary>
/// <param name="Configurations">What datapackage.yaml says of kinds, in the order of the file.</param>
/// <param name="ExternalKinds">The kinds of other packages that properties refer to.</param>
/// <param name="TableFolders">The folders whose tables and JSON are data
/// (<see cref="Syntax.SeedsOverview.TableFolders"/>).</param>
/// <param name="IsIncomplete">Whether a schema could not be read or named, which was reported: seeds that no kind
/// claims may be its.</param>
internal sealed record PackageSchema(
    PackageFacts Facts,
    EquatableArray<Kind> Kinds,
    EquatableArray<KindConfiguration> Configurations = default,
    EquatableArray<ExternalKind> ExternalKinds = default,
    EquatableArray<string> TableFolders = default,
    bool IsIncomplete = false
)
{
    private Dictionary<string, Kind>? _byName;
    private Dictionary<string, Kind[]>? _byCollection;
    private Dictionary<string, HashSet<string>>? _lookups;
    private Dictionary<string, List<Kind>>? _concrete;
    private Dictionary<string, ExternalKind>? _external;
    private List<Kind>? _withSource;
    private List<KindConfiguration>? _configurationsWithSource;
    private Derived<Dictionary<string, int>> _configurationsByName;
    private Dictionary<string, int>? _configurationsOfCollections;
    private NameList? _collections;

    /// <summary>The schema of declarations that could not be read: nothing in seeds is reported as contradicting
    /// it.</summary>
    public static PackageSchema Unread { get; } = new(PackageFacts.Default, default, IsIncomplete: true);

    public bool IsUnread => ReferenceEquals(this, Unread);

    /// <summary>The schema as one that lacks a part.</summary>
    public PackageSchema AsIncomplete() => this with { IsIncomplete = true };

    public Kind? Find(string name)
    {
        // Built on first use. Every thread makes the same value: a race costs only time.
        var byName = _byName ??= Kinds.ToDictionary(kind => kind.Name, StringComparer.Ordinal);
        return byName.TryGetValue(name, out var kind) ? kind : null;
    }

    /// <summary>The kinds whose entities are in this folder, or file of many. Several only if they have the same
    /// plural, which was reported; then the kind that got the catalog is first.</summary>
    public IReadOnlyList<Kind> FindByCollection(string collection)
    {
        var byCollection = _byCollection ??= ConcreteKinds
            .OrderBy(kind => kind.Plural.Length)
            .GroupBy(kind => kind.Collection, StringComparer.Ordinal)
            .ToDictionary(kinds => kinds.Key, kinds => kinds.ToArray(), StringComparer.Ordinal);
        return byCollection.TryGetValue(collection, out var kinds) ? kinds : [];
    }

    /// <summary>The kinds that claim a seed: those whose source names it, else those of its collection. One, unless
    /// there is a mistake.</summary>
    public IReadOnlyList<Kind> FindFor(string seedPath, string collection)
    {
        var withSource = _withSource ??= Kinds.Where(kind => kind.Seeding.Source is not null).ToList();
        var bySource = withSource.FindAll(kind => kind.Seeding.Source is { } source && source.IsMatch(seedPath));
        return bySource.Count > 0
            ? bySource
            : FindByCollection(collection).Where(kind => kind.Seeding.Source is null).ToList();
    }

    /// <summary>The properties of a kind by whose values references name its entities.</summary>
    public IReadOnlyCollection<string> LookupsOf(string kind)
    {
        var lookups = _lookups ??= Kinds
            .SelectMany(owner => owner.Properties)
            .Where(property => property.By is not null)
            .GroupBy(property => property.Range, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => new HashSet<string>(group.Select(property => property.By!), StringComparer.Ordinal),
                StringComparer.Ordinal
            );
        return lookups.TryGetValue(kind, out var found) ? found : [];
    }

    public Kind this[string name] => Find(name) ?? throw new KeyNotFoundException(name);

    /// <summary>The kind of another package that an external reference names; null if it is unknown.</summary>
    public ExternalKind? FindExternal(string range)
    {
        if (_external is null)
        {
            var external = new Dictionary<string, ExternalKind>(StringComparer.Ordinal);
            foreach (var kind in ExternalKinds)
                if (!external.ContainsKey(kind.Range))
                    external.Add(kind.Range, kind);
            _external = external;
        }

        return _external.TryGetValue(range, out var found) ? found : null;
    }

    public IReadOnlyList<KindConfiguration> ConfigurationsWithSource =>
        _configurationsWithSource ??= Configurations.Where(configuration => configuration.Source is not null).ToList();

    /// <summary>Whether datapackage.yaml names a file as a source of a kind.</summary>
    public bool NamesAsSource(string seedPath) =>
        ConfigurationsWithSource.Any(each => each.Source is { } source && source.IsMatch(seedPath));

    /// <summary>Whether datapackage.yaml names files in a folder as sources: then it says which of the files are data.
    /// A kind that is configured by the name of the folder takes the others.</summary>
    public bool NamesFolderBySource(string folder) =>
        ConfigurationsWithSource.Any(each => each.Source is { } source && source.Folder == folder)
        && FindConfiguration(folder) is null or { Source: not null };

    /// <summary>The configuration of this name; null if there is none.</summary>
    public KindConfiguration? FindConfiguration(string name) =>
        Places.Find(ref _configurationsByName, Configurations, name, static each => each.Name) is >= 0 and var place
            ? Configurations[place]
            : null;

    /// <summary>The first configuration without a source that has one of these names, or the plural.</summary>
    public KindConfiguration? FindConfiguration(string collection, string singular, string plural)
    {
        if (_configurationsOfCollections is null)
        {
            var places = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = 0; i < Configurations.Count; i++)
            {
                if (Configurations[i].Source is not null)
                    continue;
                // A name never starts with a blank.
                foreach (var key in new[] { Configurations[i].Name, " " + Configurations[i].Plural })
                    if (!places.ContainsKey(key))
                        places.Add(key, i);
            }

            _configurationsOfCollections = places;
        }

        var first = int.MaxValue;
        foreach (var key in new[] { collection, singular, " " + plural })
            if (_configurationsOfCollections.TryGetValue(key, out var place) && place < first)
                first = place;
        return first == int.MaxValue ? null : Configurations[first];
    }

    /// <summary>The folders, or files of many, that hold entities of the kinds that schemas declare, for
    /// suggestions.</summary>
    public NameList DeclaredCollections =>
        _collections ??= NameList.Of(ConcreteKinds.Where(kind => !kind.IsInferred).Select(kind => kind.Collection));

    /// <summary>Whether the name of a folder, or of a file of many, is probably a misspelled one of a declared
    /// kind.</summary>
    public bool IsMisspelled(string collection) =>
        NameList.FindNearest(collection, [DeclaredCollections], new SuggestionWork(SuggestionWork.OfCollection))
            is not null;

    /// <summary>The kinds that have entities, ordered by name. Packed data refer to a kind by its index in this
    /// list.</summary>
    public IEnumerable<Kind> ConcreteKinds => Kinds.Where(kind => kind.IsConcrete);

    public Kind? Article => Kinds.FirstOrDefault(kind => kind.IsArticle);

    /// <summary>The kinds whose entities a reference to <paramref name="range"/> can name.</summary>
    public IReadOnlyList<Kind> ConcreteKindsOf(Kind range)
    {
        if (range.IsConcrete)
            return [range];
        if (_concrete is null)
        {
            var concrete = new Dictionary<string, List<Kind>>(StringComparer.Ordinal);
            foreach (var kind in ConcreteKinds)
            {
                foreach (var ancestor in kind.Ancestors)
                {
                    if (!concrete.TryGetValue(ancestor, out var kinds))
                        concrete.Add(ancestor, kinds = []);
                    kinds.Add(kind);
                }
            }

            _concrete = concrete;
        }

        return _concrete.TryGetValue(range.Name, out var found) ? found : [];
    }

    public bool Equals(PackageSchema? other) =>
        ReferenceEquals(this, other)
        || (
            other is not null
            && Facts == other.Facts
            && IsIncomplete == other.IsIncomplete
            && Kinds.Equals(other.Kinds)
            && Configurations.Equals(other.Configurations)
            && ExternalKinds.Equals(other.ExternalKinds)
            && TableFolders.Equals(other.TableFolders)
        );

    public override int GetHashCode() => Kinds.GetHashCode();
}
