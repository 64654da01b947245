using DataPackage.Engine.Linking;

namespace DataPackage.Tool.Site.Drawings;

/// <summary>An entity in the drawing of the whole package.</summary>
/// <param name="To">How many entities it refers to.</param>
/// <param name="From">How many refer to it.</param>
internal sealed record GraphNode(EntityLink Entity, int To, int From)
{
    public int Degree => To + From;
}

/// <summary>The entities of the package that have the most references, with their places. The same for all
/// languages.</summary>
internal sealed class PackageGraph
{
    /// <summary>More are a tangle.</summary>
    private const int MostNodes = 120;

    private PackageGraph(List<GraphNode> nodes, int connected, List<(int, int)> edges, GraphLayout layout) =>
        (Nodes, Connected, Edges, Layout) = (nodes, connected, edges, layout);

    /// <summary>Those with the most references first.</summary>
    public IReadOnlyList<GraphNode> Nodes { get; }

    /// <summary>How many entities of the package have references, drawn or not.</summary>
    public int Connected { get; }

    /// <summary>Pairs of nodes. At least one node of a pair refers to the other.</summary>
    public IReadOnlyList<(int One, int Other)> Edges { get; }

    public GraphLayout Layout { get; }

    public static PackageGraph Of(SiteSource source)
    {
        var connected = new List<GraphNode>();
        foreach (var (kind, linked) in source.Data.Kinds)
            for (var row = 0; row < linked.Entities.Count; row++)
            {
                var (entity, at) = (linked.Entities[row], row);
                var to = source.ReferencesOf(kind.Name, row).Count(each => !Is(each.Entity, kind.Name, at));
                var from = source.ReferrersTo(kind.Name, row).Count(each => !Is(each.Entity, kind.Name, at));
                if (to + from > 0)
                    connected.Add(new GraphNode(entity.LinkAt(kind.Name, row), to, from));
            }

        // They come in the order of kinds and ids, which a sort by one key keeps.
        List<GraphNode> nodes = [.. connected.OrderByDescending(node => node.Degree).Take(MostNodes)];
        var edges = EdgesOf(source, nodes);
        return new PackageGraph(nodes, connected.Count, edges, GraphLayout.Of(nodes, edges));
    }

    private static bool Is(EntityLink entity, string kind, int row) => entity.Kind == kind && entity.Row == row;

    private static List<(int, int)> EdgesOf(SiteSource source, List<GraphNode> nodes)
    {
        var places = new Dictionary<(string, int), int>();
        for (var i = 0; i < nodes.Count; i++)
            places.Add((nodes[i].Entity.Kind, nodes[i].Entity.Row), i);
        var edges = new SortedSet<(int, int)>();
        for (var i = 0; i < nodes.Count; i++)
            foreach (var (entity, _) in source.ReferencesOf(nodes[i].Entity.Kind, nodes[i].Entity.Row))
                if (places.TryGetValue((entity.Kind, entity.Row), out var other) && other != i)
                    edges.Add((Math.Min(i, other), Math.Max(i, other)));
        return [.. edges];
    }
}
