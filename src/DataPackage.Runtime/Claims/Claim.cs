using DataPackage.Runtime.Packed;

namespace DataPackage.Runtime;

/// <summary>A value that a source gives for a property, with what is said of it. Immutable; compared by value, entities
/// by kind and id.</summary>
/// <remarks>As <see cref="IEntity.AllClaims"/> holds it: with the path of the property instead of its type.
/// <c>Claims</c> of an entity has the claims for one property, typed.</remarks>
public sealed record Claim
{
    /// <summary>Before the number of a claim whose value its property does not have.</summary>
    private const char Other = '~';

    /// <summary>Where the value is in its entity, as in <see cref="Fact.Property"/>: <c>birthDate</c>,
    /// <c>positions[0]</c>. If the property does not have the value, the property and a number: <c>birthDate~0</c> is
    /// the first such claim for it. Citations name a claim by this path.</summary>
    public required string Path { get; init; }

    /// <summary>The value: one item if the property has a list. Null if it is unknown, or if there is none.</summary>
    public object? Value { get; init; }

    /// <summary>Whether the value is known.</summary>
    public ValueState State { get; init; } = ValueState.Known;

    /// <summary>How the claim compares with the others for its property.</summary>
    public ClaimRank Rank { get; init; }

    /// <summary>Why the claim has this rank; null if nothing is said. A deprecated one has a reason.</summary>
    public string? Because { get; init; }

    /// <summary>Who makes the claim; null if nothing is said.</summary>
    public Attribution? AccordingTo { get; init; }

    /// <summary>When the value holds; null if nothing is said.</summary>
    public EdtfDate? During { get; init; }

    /// <summary>What the seed says that the claim is based on; a citation alone leaves it unspecified here.</summary>
    public ClaimBasis Basis { get; init; }

    /// <summary>A remark, such as from what the value was inferred; null if there is none.</summary>
    public string? Note { get; init; }

    /// <summary>The property as the seed spells it.</summary>
    internal string Property => Path.IndexOfAny(['[', Other]) is >= 0 and var end ? Path[..end] : Path;

    /// <summary>Whether the property has the value, or would have it if it were known.</summary>
    internal bool IsBest => !Path.Contains(Other, StringComparison.Ordinal);

    /// <inheritdoc/>
    public bool Equals(Claim? other) =>
        ReferenceEquals(this, other)
        || (
            other is not null
            && Path == other.Path
            && AreEqual(Value, other.Value)
            && State == other.State
            && Rank == other.Rank
            && Because == other.Because
            && AccordingTo == other.AccordingTo
            && During == other.During
            && Basis == other.Basis
            && Note == other.Note
        );

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Path, State, Rank, Basis, Because, Note);

    /// <summary>The path and the value, and what is said of it: <c>birthDate~0: 1976 (TASS; deprecated:
    /// corrected)</c>.</summary>
    public override string ToString()
    {
        var said = new[]
        {
            AccordingTo?.Text,
            During?.ToString(),
            Rank == ClaimRank.Normal ? Because : LowerRank + (Because is null ? "" : ": " + Because),
            Note,
        };
        var text = string.Join("; ", said.Where(part => part is not null));
        return $"{Path}: {ValueText}{(text.Length == 0 ? "" : $" ({text})")}";
    }

    private string LowerRank => Rank == ClaimRank.Preferred ? "preferred" : "deprecated";

    private string ValueText =>
        State switch
        {
            ValueState.Unknown => "unknown",
            ValueState.None => "none",
            _ => Fact.TextOf(Value),
        };

    internal static bool AreEqual(object? left, object? right) =>
        left is IEntity one && right is IEntity other ? EntityValues.AreSame(one, other) : Equals(left, right);
}
