using DataPackage.Engine.Text;

namespace DataPackage.Engine.History;

/// <summary>Something that was published.</summary>
/// <param name="Role">The word for the role of a member; <see cref="Id"/> for an entity.</param>
/// <param name="Name">For an entity its kind and id; the hash of these if it was withdrawn.</param>
/// <param name="Since">The release that brought it.</param>
/// <param name="Until">The release in which it ended; empty if it lives.</param>
/// <param name="Targets">The entities that it became; for an accessor or a key the entity that it finds or
/// found.</param>
internal sealed record LedgerEntry(
    string Role,
    string Name,
    string Since,
    LedgerState State,
    string Until = "",
    EquatableArray<string> Targets = default
)
{
    public const string Id = "id";

    /// <summary>The role of the static property of a catalog that returns an entity.</summary>
    public const string Accessor = "accessor";

    public bool IsId => Role == Id;

    /// <summary>Its line in the file; empty if it is in none.</summary>
    public TextSpan Span { get; init; }

    /// <summary>Whether it leads, or led, to this entity and no other.</summary>
    public bool LeadsTo(string name) => Targets.Count == 1 && Targets[0] == name;

    /// <summary>Whether it was given up, so that the entity is not to come back.</summary>
    public bool IsGivenUp => State is LedgerState.Split or LedgerState.Retired;
}

internal enum LedgerState
{
    Live,

    /// <summary>The id is a former id of the target.</summary>
    Renamed,

    /// <summary>The same, of a target that was published before.</summary>
    Merged,

    /// <summary>Several entities took its place: nobody can say which of them was meant.</summary>
    Split,

    /// <summary>Nothing took its place, or one entity.</summary>
    Retired,

    /// <summary>It must not be named any more, for instance by law: only its hash is left.</summary>
    Withdrawn,
}
