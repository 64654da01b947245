using DataPackage.Engine.Text;

namespace DataPackage.Engine.Linking;

/// <summary>A reference whose property has a reverse.</summary>
/// <param name="From">The kind that declares the property.</param>
internal sealed record ReversibleReference(string From, string Property, EntityLink Target, EntityLink Source);

/// <summary>The entities that refer to those of one kind.</summary>
/// <param name="Links">For each reverse of the kind, for each row: the sources, ordered by id and kind.</param>
internal sealed record KindReverses(string Kind, EquatableArray<EquatableArray<EquatableArray<EntityLink>>> Links)
{
    /// <summary>One for each concrete kind, ordered by name.</summary>
    public static EquatableArray<KindReverses> Of(
        IEnumerable<EquatableArray<ReversibleReference>> seeds,
        PackageIndex index,
        CancellationToken cancellation
    )
    {
        var sources = new Dictionary<(string Kind, string From, string Property), List<EntityLink>?[]>();
        foreach (var kind in index.Kinds)
        foreach (var reverse in kind.Kind.Reverses)
            sources[(kind.Kind.Name, reverse.From, reverse.Property)] = new List<EntityLink>?[kind.Entities.Count];

        foreach (var references in seeds)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var reference in references)
                // A reverse without a valid name was reported, and is left out.
                if (sources.TryGetValue((reference.Target.Kind, reference.From, reference.Property), out var rows))
                    (rows[reference.Target.Row] ??= []).Add(reference.Source);
        }

        return index
            .Kinds.Select(kind => new KindReverses(
                kind.Kind.Name,
                kind.Kind.Reverses.Select(reverse =>
                        sources[(kind.Kind.Name, reverse.From, reverse.Property)].Select(Order).ToEquatableArray()
                    )
                    .ToEquatableArray()
            ))
            .ToEquatableArray();
    }

    private static EquatableArray<EntityLink> Order(List<EntityLink>? sources)
    {
        if (sources is null)
            return default;
        sources.Sort(
            (left, right) =>
                string.CompareOrdinal(left.Id, right.Id) is not 0 and var byId
                    ? byId
                    : string.CompareOrdinal(left.Kind, right.Kind)
        );
        // An entity that refers twice is listed once.
        return sources.Where((source, i) => i == 0 || !source.Equals(sources[i - 1])).ToEquatableArray();
    }
}
