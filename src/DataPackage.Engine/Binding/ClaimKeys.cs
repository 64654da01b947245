using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Syntax;

namespace DataPackage.Engine.Binding;

/// <summary>The keys of a claim, and where they count: in the long form of a value of an entity's own property, and
/// under <c>claim</c> in an embedded value. Elsewhere, and in kinds that no schema declares, such keys are
/// data.</summary>
internal static class ClaimKeys
{
    public const string Rank = OwnKeys.Rank;
    public const string Because = "because";
    public const string AccordingTo = "accordingTo";
    public const string During = "during";
    public const string Basis = "basis";
    public const string State = "state";
    public const string Note = "note";

    /// <summary>The words of the ranks, in the order of <see cref="ClaimRank"/>.</summary>
    public static readonly string[] Ranks = ["normal", OwnKeys.Preferred, OwnKeys.Deprecated];

    /// <summary>The words in the order of <see cref="ClaimState"/> from the second on.</summary>
    public static readonly string[] States = ["unknown", "none"];

    /// <summary>The words in the order of <see cref="ClaimBasis"/> from the second on.</summary>
    public static readonly string[] Bases = ["stated", "inferred", "common-knowledge"];

    public static readonly string[] All = [Rank, Because, AccordingTo, During, Basis, State, Note];

    /// <summary>Whether the keys count for values of the property.</summary>
    public static bool AreFor(Kind kind, Property property) => !kind.IsInferred && MayBeFor(kind, property);

    /// <summary>Whether values of the property can be claims: lists within lists, maps and values without a type
    /// cannot. The code of a kind is the same before and after it is pinned.</summary>
    public static bool MayBeFor(Kind kind, Property property) =>
        !kind.IsEmbedded
        && property.Form != ValueForm.Any
        && property.Type != PropertyType.Invalid
        && !property.IsMap
        && property.Layers.Count < 2;

    /// <summary>Whether something is said of a value of the property, or values compete for it.</summary>
    public static bool AreIn(Kind kind, Property property, Kind? embedded, SeedNode node)
    {
        if (node is SeedScalar || !AreFor(kind, property))
            return false;
        if (node is SeedMapping mapping)
            return AreIn(property, mapping, embedded) || HasUnknownKey(property, mapping);
        var list = (SeedSequence)node;
        for (var i = 0; i < list.Slots.Count; i++)
            if (
                list.Slots[i].Text is null
                && list.Slots[i].Node is SeedMapping item
                && (
                    AreIn(property, item, embedded)
                    || HasUnknownKey(property, item)
                    || (!property.IsMany && IsCompetitor(property, item))
                )
            )
                return true;
        return false;
    }

    /// <summary>Whether something is said of a value.</summary>
    /// <param name="embedded">The kind of the value if it is embedded.</param>
    public static bool AreIn(Property property, SeedMapping mapping, Kind? embedded) =>
        embedded is null
            ? Array.Exists(All, key => mapping.Find(key) is not null) && !IsValue(property, mapping)
            : embedded.IndexOfKey(OwnKeys.Claim) < 0 && mapping.Find(OwnKeys.Claim) is not null;

    /// <summary>Whether a mapping is an amount, or texts by language, with a key too many.</summary>
    private static bool IsValue(Property property, SeedMapping mapping) =>
        (property.Form == ValueForm.Localized || property.Type == ScalarTypes.Money)
        && !LongForm.IsOf(property, mapping)
        && mapping.Entries.Any(entry => !All.Contains(entry.Name));

    /// <summary>Whether a long form has another key, which is probably a misspelled one of a claim.</summary>
    private static bool HasUnknownKey(Property property, SeedMapping mapping) =>
        LongForm.IsOf(property, mapping)
        && mapping.ValueOf(LongForm.ValueKey) is not (null or SeedSequence)
        && mapping.Entries.Any(entry => entry.Name is not (LongForm.ValueKey or LongForm.CiteKey));

    private static bool IsCompetitor(Property property, SeedMapping item) =>
        property.Form == ValueForm.Embedded || LongForm.IsOf(property, item);
}
