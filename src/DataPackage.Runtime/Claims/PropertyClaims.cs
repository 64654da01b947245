namespace DataPackage.Runtime;

/// <summary>All claims for one property of an entity. Immutable.</summary>
/// <typeparam name="T">The type of one value, with its null.</typeparam>
public sealed class PropertyClaims<T>
{
    private readonly bool _isMany;

    internal PropertyClaims(IReadOnlyList<Claim<T>> all, bool isMany) => (All, _isMany) = (all, isMany);

    /// <summary>Every claim, deprecated ones included, in the order of the seed; of a list, first the claims whose
    /// values the property has. Empty if nothing is stated. A value without remarks is a claim too.</summary>
    public IReadOnlyList<Claim<T>> All { get; }

    /// <summary>The claim whose value the property has, or would have if it were known. Null if there is none, or if
    /// claims compete; the first if the property has a list.</summary>
    public Claim<T>? Best => All.FirstOrDefault(claim => claim is { IsBest: true, Rank: not ClaimRank.Deprecated });

    /// <summary>Whether the property has a value, and if not, why. Known while claims compete.</summary>
    public ValueState State =>
        Best?.State
        ?? (
            Current.Any(claim => claim.State == ValueState.Known)
                ? ValueState.Known
                : Current.FirstOrDefault()?.State ?? ValueState.NotStated
        );

    /// <summary>Whether claims compete for the one value of the property, and none is preferred. It has no value
    /// then.</summary>
    public bool IsDisputed => !_isMany && Best is null && Current.Skip(1).Any();

    /// <summary>The claims that hold on a day, without deprecated ones: those whose time covers it, else those without
    /// a time. If some of them are preferred, these alone. In the order of <see cref="All"/>.</summary>
    public IReadOnlyList<Claim<T>> At(DateOnly day)
    {
        var timed = Current.Where(claim => claim.During?.Covers(day) == true).ToList();
        var holding = timed.Count > 0 ? timed : Current.Where(claim => claim.During is null).ToList();
        var preferred = holding.FindAll(claim => claim.Rank == ClaimRank.Preferred);
        return (preferred.Count > 0 ? preferred : holding).AsReadOnly();
    }

    private IEnumerable<Claim<T>> Current => All.Where(claim => claim.Rank != ClaimRank.Deprecated);
}
