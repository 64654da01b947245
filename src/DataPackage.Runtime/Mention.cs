namespace DataPackage.Runtime;

/// <summary>A place in a text that names an entity by its name or an alias. Immutable.</summary>
/// <remarks>Compared by value; candidates by kind and id.</remarks>
public sealed record Mention
{
    /// <summary>The index in the given text at which the mention starts, in UTF-16 code units from 0, like
    /// <see cref="string.Substring(int, int)"/>.</summary>
    public required int Start { get; init; }

    /// <summary>The number of UTF-16 code units that the mention has in the given text. It can differ from the length
    /// of the name in the data: <c>ERDOG\u0306AN</c> has eight.</summary>
    public required int Length { get; init; }

    /// <summary>All entities with this name, ordered by kind, then by id; at least one. If there are several, the text
    /// does not say which is meant.</summary>
    public required IReadOnlyList<IEntity> Candidates { get; init; }

    /// <summary>The entity with this name; null if several have it.</summary>
    public IEntity? Entity => Candidates.Count == 1 ? Candidates[0] : null;

    /// <summary>Whether several entities have this name.</summary>
    public bool IsAmbiguous => Candidates.Count > 1;

    /// <summary>Makes one list of what several packages find in one text, in the order of the text. Of mentions that
    /// overlap, the one that starts first counts, and among those that start together the longest. Mentions of the same
    /// place become one with all candidates; candidates of one kind and id are in the order of the packages.</summary>
    /// <param name="ofPackages">The result of <c>Mentions.In</c> of each package, for the same text.</param>
    public static IReadOnlyList<Mention> Merge(params IReadOnlyList<Mention>[] ofPackages)
    {
        ArgumentNullException.ThrowIfNull(ofPackages);
        var merged = new List<Mention>();
        var end = 0;
        var places = ofPackages
            .SelectMany(mentions => mentions)
            .GroupBy(mention => (mention.Start, mention.Length))
            .OrderBy(place => place.Key.Start)
            .ThenByDescending(place => place.Key.Length);
        foreach (var place in places)
        {
            if (place.Key.Start < end)
                continue;
            end = place.Key.Start + place.Key.Length;
            merged.Add(WithAllCandidates([.. place]));
        }

        return merged.AsReadOnly();
    }

    /// <inheritdoc/>
    public bool Equals(Mention? other) =>
        ReferenceEquals(this, other)
        || (
            other is not null
            && Start == other.Start
            && Length == other.Length
            && Candidates.Select(Identity).SequenceEqual(other.Candidates.Select(Identity))
        );

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Start, Length);

    /// <summary>The range and the candidates: <c>12..27: Person kirill-dmitriev</c>.</summary>
    public override string ToString() =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{Start}..{Start + Length}: "
                + $"{string.Join(" or ", Candidates.Select(candidate => $"{candidate.Kind} {candidate.Id}"))}"
        );

    private static Mention WithAllCandidates(Mention[] ofOnePlace) =>
        ofOnePlace.Length == 1
            ? ofOnePlace[0]
            : ofOnePlace[0] with
            {
                Candidates = Array.AsReadOnly<IEntity>([
                    .. ofOnePlace
                        .SelectMany(mention => mention.Candidates)
                        .Distinct<IEntity>(ReferenceEqualityComparer.Instance)
                        .OrderBy(candidate => candidate.Kind, StringComparer.Ordinal)
                        .ThenBy(candidate => candidate.Id, StringComparer.Ordinal),
                ]),
            };

    private static (string Kind, string Id) Identity(IEntity entity) => (entity.Kind, entity.Id);
}
