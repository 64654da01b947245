using DataPackage.Engine.Schema.Types;

namespace DataPackage.Engine.Binding;

/// <summary>A value that a source gives for a property of an entity, with what the seed says of it.</summary>
/// <remarks>Only values with remarks have one, and values that compete.</remarks>
internal sealed record Claim
{
    /// <summary>Before the number of a claim whose value the property does not have: <c>birthDate~0</c>. No name and no
    /// path has it, so a citation for such a claim supports no value of the property.</summary>
    public const char Other = '~';

    /// <summary>The index of the property in the entity's kind.</summary>
    public required int Property { get; init; }

    /// <summary>The path of the value if the property has it, <c>positions[0]</c>; else that of the claim.</summary>
    public required string Path { get; init; }

    /// <summary>Null if it is unknown, or if there is none.</summary>
    public required Value? Value { get; init; }

    /// <summary>Whether the property has the value.</summary>
    public required bool IsShown { get; init; }

    public required ClaimDetails Details { get; init; }
}

/// <summary>What a seed says of a value.</summary>
internal sealed record ClaimDetails
{
    public static ClaimDetails None { get; } = new();

    public ClaimState State { get; init; }

    public ClaimRank Rank { get; init; }

    public ClaimBasis Basis { get; init; }

    public string? Because { get; init; }

    public string? Note { get; init; }

    /// <summary>Who says so: an entity, or a <see cref="TextValue"/>; null if that is not stated.</summary>
    public Value? AccordingTo { get; init; }

    public DateValue? During { get; init; }
}

/// <summary>The numbers are packed, and are those of the enumeration in the runtime. So are those of the other
/// two.</summary>
internal enum ClaimState
{
    Known,
    Unknown,
    None,
}

internal enum ClaimRank
{
    Normal,
    Preferred,
    Deprecated,
}

internal enum ClaimBasis
{
    Unspecified,
    Stated,
    Inferred,
    CommonKnowledge,
}
