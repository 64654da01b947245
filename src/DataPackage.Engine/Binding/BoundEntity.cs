using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Binding;

/// <summary>One entity of a seed, with the places that later steps report.</summary>
internal sealed record BoundEntity
{
    /// <summary>The name of its kind.</summary>
    public required string Kind { get; init; }

    public required string Id { get; init; }

    /// <summary>The place of the id; the start of the file if the file's name is the id.</summary>
    public required SeedPosition Location { get; init; }

    /// <summary>The name of its accessor. Null if the name follows from the id; empty if the entity has no
    /// accessor.</summary>
    public required string? CSharpName { get; init; }

    /// <summary>The place of the accessor's name; that of the id if no name is stated.</summary>
    public required SeedPosition NameLocation { get; init; }

    /// <summary>One value for each property of the kind, null where absent.</summary>
    public required EquatableArray<Value?> Values { get; init; }

    /// <summary>The values of unique properties, with their places.</summary>
    public required EquatableArray<UniqueValue> UniqueValues { get; init; }

    public required EquatableArray<BoundCitation> Citations { get; init; }

    /// <summary>Values with remarks of the seed, and values that compete; in the order of the seed.</summary>
    public EquatableArray<Claim> Claims { get; init; }

    /// <summary>Null if the kind is not that of articles.</summary>
    public required BoundArticle? Article { get; init; }

    /// <summary>Whether the entity could not be read completely. Missing properties are not reported then.</summary>
    public required bool IsBroken { get; init; }

    public required EquatableArray<FormerId> FormerIds { get; init; }

    /// <summary>Null if the entity is not to be given up.</summary>
    public Deprecation? Deprecated { get; init; }

    /// <summary>The values by which references name it.</summary>
    public required EquatableArray<LookupKey> Lookups { get; init; }
}

/// <summary>An id that the entity had in an earlier version of the package.</summary>
internal sealed record FormerId(string Id, SeedPosition Location);

/// <summary>A value by which references name an entity.</summary>
internal readonly record struct LookupKey(string Property, string Text)
{
    /// <summary>The text of a reference to the value; null if it has none.</summary>
    public static string? TextOf(Value? value) => (value as ScalarValue)?.Key;
}

/// <param name="Key">The key that no other entity may have: equal for equal values, in any spelling.</param>
/// <param name="Text">The value in the seed.</param>
internal sealed record UniqueValue(int Property, string Key, string Text, SeedPosition Location);
