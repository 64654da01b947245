using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;

namespace DataPackage.Tool.Site.Search;

/// <summary>An entity with the texts by which it is found.</summary>
/// <param name="Ids">Its id and earlier ones.</param>
internal sealed record SearchedEntity(
    Kind Kind,
    LinkedEntity Entity,
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Ids
)
{
    /// <summary>A name, or after all names an id.</summary>
    public string this[int text] => text < Names.Count ? Names[text] : Ids[text - Names.Count];
}

/// <summary>A place in the form of a name or an id from which an entity is found.</summary>
/// <param name="Entity">The number of the entity.</param>
/// <param name="Text">The number of its text.</param>
internal readonly record struct SearchStart(string Form, int At, int Entity, int Text)
{
    public ReadOnlySpan<char> Rest => Form.AsSpan(At);
}

/// <summary>What is written into one file: all entities that a beginning leads to, or the first of too many.</summary>
/// <param name="Prefix">What all its starts have in common.</param>
/// <param name="First">The index of the first start.</param>
/// <param name="End">The index after the last one.</param>
internal sealed record SearchNode(string Prefix, int First, int End, bool IsWhole);

/// <summary>All places from which entities are found, in the order of their texts, cut where too many begin
/// alike.</summary>
internal sealed class SearchIndex
{
    /// <summary>The most starts of a file.</summary>
    public const int MostStarts = 1500;

    private readonly SearchStart[] _starts;
    private readonly List<SearchNode> _nodes = [];

    private SearchIndex(IReadOnlyList<SearchedEntity> entities)
    {
        Entities = entities;
        _starts = [.. entities.SelectMany(StartsOf)];
        Array.Sort(_starts, Compare);
        Cut(0, _starts.Length, "");
    }

    /// <summary>Ordered by caption, kind and id.</summary>
    public IReadOnlyList<SearchedEntity> Entities { get; }

    /// <summary>Ordered by prefix.</summary>
    public IReadOnlyList<SearchNode> Nodes => _nodes;

    public ReadOnlySpan<SearchStart> StartsOf(SearchNode node) => _starts.AsSpan(node.First..node.End);

    /// <summary>The number of entities to which the prefix leads.</summary>
    public int CountOf(SearchNode node)
    {
        var entities = new HashSet<int>();
        foreach (var start in StartsOf(node))
            entities.Add(start.Entity);
        return entities.Count;
    }

    public static SearchIndex Of(SiteSource source) =>
        new([
            .. source
                .Data.Entities.Select(each => (each.Kind, each.Entity, Caption: EntityNames.Fold(each.Entity.Caption)))
                .OrderBy(each => each.Caption, StringComparer.Ordinal)
                .ThenBy(each => each.Kind.Name, StringComparer.Ordinal)
                .ThenBy(each => each.Entity.Id, StringComparer.Ordinal)
                .Select(each => new SearchedEntity(
                    each.Kind,
                    each.Entity,
                    [.. EntityNames.Of(each.Kind, each.Entity).Distinct(StringComparer.Ordinal)],
                    [each.Entity.Id, .. each.Entity.FormerNames.Select(former => former.Id)]
                )),
        ]);

    private static IEnumerable<SearchStart> StartsOf(SearchedEntity entity, int number)
    {
        for (var text = 0; text < entity.Names.Count + entity.Ids.Count; text++)
        {
            var form = SearchForms.Of(entity[text]);
            for (var at = 0; at < form.Length; at++)
                if (SearchForms.IsStart(form, at))
                    yield return new SearchStart(form, at, number, text);
        }
    }

    private static int Compare(SearchStart one, SearchStart other) =>
        one.Rest.SequenceCompareTo(other.Rest) is not 0 and var byText ? byText
        : one.Entity != other.Entity ? one.Entity.CompareTo(other.Entity)
        : one.Text != other.Text ? one.Text.CompareTo(other.Text)
        : one.At.CompareTo(other.At);

    /// <summary>Cuts a range of starts that have a prefix in common.</summary>
    private void Cut(int first, int end, string prefix)
    {
        if (end - first <= MostStarts)
        {
            _nodes.Add(new SearchNode(prefix, first, end, IsWhole: true));
            return;
        }

        var rest = _starts[first].Rest;
        var common = rest[..rest.CommonPrefixLength(_starts[end - 1].Rest)].ToString();
        _nodes.Add(new SearchNode(common, first, end, IsWhole: false));
        while (first < end && _starts[first].Rest.Length == common.Length)
            first++;
        while (first < end)
        {
            var next = _starts[first].Rest[common.Length];
            var last = first + 1;
            while (last < end && _starts[last].Rest[common.Length] == next)
                last++;
            Cut(first, last, common + next);
            first = last;
        }
    }
}
