namespace DataPackage.Runtime;

/// <summary>A place in a text where the name or an alias of an entity stands.</summary>
/// <remarks>Compares by value; entities that stand for themselves in any comparison of instances are compared by kind
/// and id.</remarks>
public sealed record Mention
{
    /// <summary>Where the mention starts, in UTF-16 code units (as <see cref="string.Substring(int, int)"/> counts)
    /// from 0, in the text as it was given.</summary>
    public required int Start { get; init; }

    /// <summary>How many UTF-16 code units it has in the text as it was given, which may be others than the name has in
    /// the data: <c>ERDOG\u0306AN</c> has seven.</summary>
    public required int Length { get; init; }

    /// <summary>All entities that have this name, ordered by kind, then by id; at least one. Where there are several
    /// the text does not say which of them is meant.</summary>
    public required IReadOnlyList<IEntity> Candidates { get; init; }

    /// <summary>The entity that has this name; null where several have it.</summary>
    public IEntity? Entity => Candidates.Count == 1 ? Candidates[0] : null;

    /// <summary>Whether several entities have this name.</summary>
    public bool IsAmbiguous => Candidates.Count > 1;

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

    /// <summary>Where it stands and what it may mean: <c>12..27: Person kirill-dmitriev</c>.</summary>
    public override string ToString() =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{Start}..{Start + Length}: "
                + $"{string.Join(" or ", Candidates.Select(candidate => $"{candidate.Kind} {candidate.Id}"))}"
        );

    private static (string Kind, string Id) Identity(IEntity entity) => (entity.Kind, entity.Id);
}
