using System.Text.Json.Serialization;
using DataPackage.Runtime.Json;

namespace DataPackage.Runtime;

/// <summary>Whether a value is known.</summary>
[JsonConverter(typeof(ClaimWordJsonConverter<ValueState>))]
public enum ValueState
{
    /// <summary>Nothing is stated.</summary>
    NotStated,

    /// <summary>The value is stated.</summary>
    Known,

    /// <summary>There is a value, and nobody knows which.</summary>
    Unknown,

    /// <summary>It is known that there is no value.</summary>
    None,
}

/// <summary>How a claim compares with the other claims for its property.</summary>
[JsonConverter(typeof(ClaimWordJsonConverter<ClaimRank>))]
public enum ClaimRank
{
    /// <summary>Neither better nor wrong.</summary>
    Normal,

    /// <summary>The best: the value of the property.</summary>
    Preferred,

    /// <summary>Known to be wrong or superseded. Kept with the reason; never the value of the property.</summary>
    Deprecated,
}

/// <summary>What a claim is based on.</summary>
[JsonConverter(typeof(ClaimWordJsonConverter<ClaimBasis>))]
public enum ClaimBasis
{
    /// <summary>Nothing is said about it.</summary>
    Unspecified,

    /// <summary>A source states it: a citation supports it.</summary>
    Stated,

    /// <summary>It was inferred; the note says from what.</summary>
    Inferred,

    /// <summary>Everybody knows it, so it is not cited.</summary>
    CommonKnowledge,
}
