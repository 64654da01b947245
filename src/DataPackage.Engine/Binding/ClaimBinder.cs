using System.Globalization;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Binding;

/// <summary>Reads the claims of a seed's entities: values with remarks, and values that compete.</summary>
internal sealed class ClaimBinder(
    SeedDocument document,
    CitationBinder citations,
    DiagnosticBag diagnostics,
    ValueBinder values
)
{
    private readonly ClaimReader _reader = new(document, diagnostics);
    private readonly List<Claim> _claims = [];

    /// <summary>The embedded value whose key <c>claim</c> was read.</summary>
    public SeedNode? Current { get; private set; }

    /// <summary>Ends an entity.</summary>
    public EquatableArray<Claim> Take()
    {
        if (_claims.Count == 0)
            return default;
        var taken = _claims.ToEquatableArray();
        _claims.Clear();
        return taken;
    }

    /// <summary>Reads a property for which <see cref="ClaimKeys.AreIn(Kind, Property, Kind, SeedNode)"/>.</summary>
    public BoundClaims Bind(ClaimedProperty claimed, SeedNode node, Support support, bool isCited)
    {
        var wasMuted = diagnostics.IsMuted;
        // Part of its schema could not be read: whether the value is wrong is unknown.
        diagnostics.IsMuted |= claimed.Property.IsIncomplete;
        var stated = Items(node).Select(item => _reader.Read(claimed.Property, claimed.Embedded, item)).ToList();
        var bound =
            IsListAsOneClaim(claimed, stated) ? default
            : claimed.Property.IsMany ? BindMany(claimed, stated, support, isCited)
            : BindOne(claimed, stated, support, isCited);
        diagnostics.IsMuted = wasMuted;
        return bound;
    }

    private static EquatableArray<SeedNode> Items(SeedNode node) =>
        node is SeedSequence list ? list.Items : new[] { node }.ToEquatableArray();

    /// <summary>Something is said of each item of a list, since items can differ in it.</summary>
    private bool IsListAsOneClaim(ClaimedProperty claimed, List<StatedClaim> stated)
    {
        if (stated is not [{ Value: SeedSequence, Item: SeedMapping mapping }] || !claimed.Property.IsMany)
            return false;
        var key = mapping.Entries.First(entry => ClaimKeys.All.Contains(entry.Name)).Key;
        diagnostics.Add(
            Rules.ContradictoryClaim,
            document.At(key),
            claimed.Property.Key,
            $"'{key.Text}' is said of a list; say it of each item, as in '- {{ value: ..., {key.Text}: ... }}'"
        );
        return true;
    }

    private BoundClaims BindOne(ClaimedProperty claimed, List<StatedClaim> stated, Support support, bool isCited)
    {
        var best = Best(claimed.Property, stated);
        var others = 0;
        Value? shown = null;
        var scalars = new List<SeedScalar>();
        foreach (var claim in stated)
        {
            var isShown = ReferenceEquals(claim, best);
            var path = isShown ? claimed.Path : OtherPath(claimed, others++);
            if (!TryBind(claimed, claim, path, support, isCited, out var value))
                continue;
            if (claim.IsSaid || stated.Count > 1)
                Add(claimed, claim, path, value, isShown: isShown && value is not null);
            if (!isShown || value is null)
                continue;
            shown = value;
            scalars.AddRange(new[] { claim.Value }.OfType<SeedScalar>());
        }

        return new BoundClaims(shown, scalars, shown is null ? Unusable(claimed, stated, best) : null);
    }

    private BoundClaims BindMany(ClaimedProperty claimed, List<StatedClaim> stated, Support support, bool isCited)
    {
        var items = new List<Value?>();
        var scalars = new List<SeedScalar>();
        var others = 0;
        foreach (var claim in stated)
        {
            var isShown = !claim.IsDeprecated && claim.Details.State == ClaimState.Known;
            var path = isShown
                ? FormattableString.Invariant($"{claimed.Path}[{items.Count}]")
                : OtherPath(claimed, others++);
            if (claim is { Value: SeedScalar { IsNull: true }, IsSaid: false } && claimed.Property.AreItemsNullable)
            {
                items.Add(null);
                scalars.Add((SeedScalar)claim.Value);
                continue;
            }

            if (!TryBind(claimed, claim, path, support, isCited, out var value))
                continue;
            if (!isShown || claim.IsSaid)
                Add(claimed, claim, path, value, isShown);
            if (!isShown)
                continue;
            items.Add(value);
            scalars.AddRange(new[] { claim.Value }.OfType<SeedScalar>());
        }

        var isEmpty = items.Count == 0 && claimed.Property.IsRequired;
        return new BoundClaims(
            new ListValue(items.ToEquatableArray()),
            scalars,
            isEmpty ? Unusable(claimed, stated, best: null) : null
        );
    }

    private static string OtherPath(ClaimedProperty claimed, int number) =>
        FormattableString.Invariant($"{claimed.Path}{Claim.Other}{number}");

    /// <summary>The claim that the property shows; null if none counts, or if they compete.</summary>
    private StatedClaim? Best(Property property, List<StatedClaim> stated)
    {
        var current = stated.FindAll(claim => !claim.IsDeprecated);
        var preferred = current.FindAll(claim => claim.Details.Rank == ClaimRank.Preferred);
        foreach (var other in preferred.Skip(1))
            diagnostics.Add(
                Rules.SeveralPreferred,
                document.At(other.RankWord!),
                document.At(preferred[0].RankWord!),
                property.Key
            );
        if (preferred.Count > 0)
            return preferred[0];
        if (current.Count < 2 || property.IsDisputable)
            return current.Count == 1 ? current[0] : null;
        diagnostics.Add(
            Rules.CompetingValues,
            document.At(current[1].Value ?? current[1].Item),
            property.Key,
            current.Count.ToString(CultureInfo.InvariantCulture),
            property.IsRequired ? "" : ". If they may compete, the schema says 'disputable: true'"
        );
        return current[0];
    }

    /// <summary>The word for which no value counts; null if a mistake was reported instead.</summary>
    private SeedPosition? Unusable(ClaimedProperty claimed, List<StatedClaim> stated, StatedClaim? best)
    {
        // A preferred claim counts although it has no value.
        var chosen = best is null ? stated : [best];
        return
            claimed.Property.IsRequired
            && chosen.TrueForAll(claim => claim.IsDeprecated || claim.Details.State != ClaimState.Known)
            ? document.At(chosen[0].StateWord ?? chosen[0].RankWord ?? chosen[0].Item)
            : null;
    }

    /// <returns>False if the value is wrong, which was reported.</returns>
    private bool TryBind(
        ClaimedProperty claimed,
        StatedClaim claim,
        string path,
        Support support,
        bool isCited,
        out Value? value
    )
    {
        value = null;
        if (claim.IsBroken)
            return false;
        if (claim.Value is SeedScalar { IsNull: true } nothing)
        {
            diagnostics.Add(
                Rules.WrongType,
                document.At(nothing),
                claimed.Property.Key,
                "a value, or { value: , state: unknown }",
                nothing.Noun
            );
            return false;
        }

        var beside = citations.Bind(claim.Cite, LongForm.CiteKey, null, path);
        if (claimed.Embedded is not null && claim is { Value: null, Item: SeedMapping mapping })
            beside = citations.Bind(mapping.ValueOf(LongForm.CiteKey), LongForm.CiteKey, null, path);
        // The citations of the entity support no claim whose value the property does not have.
        var entitySupport = path.IndexOf(Claim.Other) < 0 ? support : support with { Properties = null };
        CheckBasis(claimed, claim, beside, entitySupport);
        if (claim.Value is null)
            return true;
        var needsNoCitation = claim.Details.Basis is ClaimBasis.Inferred or ClaimBasis.CommonKnowledge;
        Current = claim.Value;
        value = values.BindItem(
            claimed.Property,
            claim.Value,
            path,
            isCited || needsNoCitation || entitySupport.Has(claimed.Property.Name) || beside.IsWhole || beside.IsUnclear
        );
        Current = null;
        return value is not null;
    }

    /// <summary>What a source states is cited, and common knowledge is not.</summary>
    /// <param name="beside">What the citations beside the value support.</param>
    /// <param name="support">What the citations of the entity support.</param>
    private void CheckBasis(ClaimedProperty claimed, StatedClaim claim, in Support beside, in Support support)
    {
        var isCited = beside.IsWhole || support.Has(claimed.Property.Name);
        var problem = claim.Details.Basis switch
        {
            ClaimBasis.Stated when !isCited && !beside.IsUnclear && !support.IsUnclear =>
                "what is stated has a citation: add 'cite' beside the value",
            ClaimBasis.CommonKnowledge when isCited => "common knowledge is not cited: a cited value is stated",
            _ => null,
        };
        if (problem is not null)
            diagnostics.Add(Rules.ContradictoryClaim, document.At(claim.BasisWord!), claimed.Property.Key, problem);
    }

    private void Add(ClaimedProperty claimed, StatedClaim claim, string path, Value? value, bool isShown) =>
        _claims.Add(
            new Claim
            {
                Property = claimed.Index,
                Path = path,
                Value = value,
                IsShown = isShown,
                Details = claim.Details,
            }
        );
}

/// <param name="Index">The index of the property in its kind.</param>
/// <param name="Embedded">The kind of its values if they are embedded.</param>
/// <param name="Path">The path of the property.</param>
internal readonly record struct ClaimedProperty(Property Property, int Index, Kind? Embedded, string Path);

/// <param name="Value">The value that the property has.</param>
/// <param name="Scalars">The scalars of that value.</param>
/// <param name="Unusable">Where to report that a required property has claims, and none that counts.</param>
internal readonly record struct BoundClaims(Value? Value, List<SeedScalar> Scalars, SeedPosition? Unusable);
