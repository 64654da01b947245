using DataPackage.Engine.Text;

namespace DataPackage.Engine.Releases;

/// <summary>One difference between two versions.</summary>
/// <param name="Level">What it means for those who use the package.</param>
/// <param name="Subject">What changed: an entity by kind and id, or a member by role and name.</param>
/// <param name="Path">The path of a fact; empty for all else.</param>
/// <param name="Before">What was; null if nothing was.</param>
/// <param name="After">What is; null if nothing is.</param>
internal sealed record ReleaseChange(
    ReleaseLevel Level,
    ChangeType Type,
    string Subject,
    string Path,
    string? Before,
    string? After
)
{
    /// <summary>Why it has this level; empty if that goes without saying.</summary>
    public string Why { get; init; } = "";

    /// <summary>The passages that supported the value before.</summary>
    public EquatableArray<PublishedCitation> CitedBefore { get; init; }

    /// <summary>The passages that support the value now.</summary>
    public EquatableArray<PublishedCitation> CitedAfter { get; init; }
}

/// <summary>The order is that of reports.</summary>
internal enum ChangeType
{
    /// <summary>The namespace, or the default language.</summary>
    Package,

    /// <summary>Something that code can name.</summary>
    Member,

    EntityRemoved,

    /// <summary>An entity is gone, and must not be named any more.</summary>
    EntityWithdrawn,

    /// <summary>The id is a former id of an entity that is new.</summary>
    EntityRenamed,

    /// <summary>The id is a former id of an entity that there was.</summary>
    EntityMerged,

    EntityAdded,

    /// <summary>An id of an even earlier version.</summary>
    FormerId,

    Fact,

    Citation,
}
