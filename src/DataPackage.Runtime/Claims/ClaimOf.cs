namespace DataPackage.Runtime;

/// <summary>A value that a source gives for a property, with what is said of it. Immutable; compared by
/// reference.</summary>
/// <typeparam name="T">The type of the value, with its null.</typeparam>
public sealed class Claim<T>
{
    private readonly Claim _claim;

    internal Claim(Claim claim, IReadOnlyList<Citation> citations) => (_claim, Citations) = (claim, citations);

    /// <summary>The value. Null if it is unknown, or if there is none.</summary>
    public T Value => (T)_claim.Value!;

    /// <summary>Whether the value is known.</summary>
    public ValueState State => _claim.State;

    /// <summary>How the claim compares with the others for its property.</summary>
    public ClaimRank Rank => _claim.Rank;

    /// <summary>Whether the property has this value, or would have it if it were known.</summary>
    public bool IsBest => _claim.IsBest;

    /// <summary>Why the claim has its rank; null if nothing is said. A deprecated one has a reason.</summary>
    public string? Because => _claim.Because;

    /// <summary>Who makes the claim; null if nothing is said.</summary>
    public Attribution? AccordingTo => _claim.AccordingTo;

    /// <summary>When the value holds; null if nothing is said.</summary>
    public EdtfDate? During => _claim.During;

    /// <summary>What the claim is based on. Stated if nothing is said, and a citation supports it.</summary>
    public ClaimBasis Basis => BasisOf(_claim, Citations);

    /// <summary>A remark, such as from what the value was inferred; null if there is none.</summary>
    public string? Note => _claim.Note;

    /// <summary>The passages that support this claim. Empty if there are none.</summary>
    public IReadOnlyList<Citation> Citations { get; }

    /// <summary>The path and the value, and what is said of it.</summary>
    public override string ToString() => _claim.ToString();

    internal static ClaimBasis BasisOf(Claim? claim, IReadOnlyList<Citation> citations) =>
        claim is { Basis: not ClaimBasis.Unspecified } said ? said.Basis
        : citations.Count > 0 ? ClaimBasis.Stated
        : ClaimBasis.Unspecified;
}
