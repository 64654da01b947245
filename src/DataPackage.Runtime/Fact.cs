using System.Globalization;
using System.Text.Json.Serialization;

namespace DataPackage.Runtime;

/// <summary>One value that an entity states, and the passages that support it. Immutable.</summary>
/// <remarks>Created on each call of <see cref="IEntity.GetFacts()"/>; compared by reference.</remarks>
public sealed class Fact
{
    internal Fact(string property, object value, IReadOnlyList<Citation> citations, Claim? claim)
    {
        Property = property;
        Value = value;
        Citations = citations;
        Claim = claim;
    }

    /// <summary>The path of the value within its entity, with properties as the seed spells them: <c>birthDate</c>, an
    /// item of a list counted from 0 (<c>participants[0]</c>), an entry of a map (<c>names[en]</c>), a property of an
    /// embedded value (<c>positions[0].title</c>). A claim whose value the property does not have has a number:
    /// <c>birthDate~0</c>, as in <see cref="Claim.Path"/>.</summary>
    public string Property { get; }

    /// <summary>The value as the entity's own property returns it: a text, a <see cref="LocalizedText"/>, an
    /// <see cref="EdtfDate"/>, a number, an entity. The parts of lists, maps and embedded values are facts of their
    /// own; only a list or map nested in another, and an <see cref="AnyValue"/>, is one value.</summary>
    public object Value { get; }

    /// <summary>The value as text, the same in every culture: an entity as its id, a localized text in its default
    /// language, a date in EDTF, a duration in the format <c>c</c> of <see cref="TimeSpan"/>, an address as the seed
    /// spells it, a value of an enumeration as its C# name.</summary>
    public string Text => TextOf(Value);

    /// <summary>What is said of this value, or of the embedded value that has it; null if nothing is. Not in
    /// JSON.</summary>
    [JsonIgnore]
    public Claim? Claim { get; }

    /// <summary>How this value compares with others that sources give. Normal if nothing is said.</summary>
    public ClaimRank Rank => Claim?.Rank ?? ClaimRank.Normal;

    /// <summary>What this value is based on. Stated if nothing is said, and a citation supports it.</summary>
    public ClaimBasis Basis => Claim<object>.BasisOf(Claim, Citations);

    internal static string TextOf(object? value) =>
        value switch
        {
            IEntity entity => entity.Id,
            bool isTrue => isTrue ? "true" : "false",
            Uri address => address.OriginalString,
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };

    /// <summary>The passages that support this value or a whole that contains it, in the order of
    /// <see cref="IEntity.Citations"/>. Excludes citations that name no property, which support the entity as a whole.
    /// Empty if there are none.</summary>
    public IReadOnlyList<Citation> Citations { get; }

    /// <summary>The property and the text: <c>birthDate: [1975,1976]</c>.</summary>
    public override string ToString() => $"{Property}: {Text}";
}
