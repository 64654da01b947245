namespace DataPackage.Runtime;

/// <summary>One difference between a release of a package and the release before it. Equal if all of it is equal, the
/// passages in the same order.</summary>
public sealed record DataPackageChange
{
    /// <summary>The release that brought the change: three numbers, as in <c>1.2.0</c>.</summary>
    public required string Version { get; init; }

    /// <summary>What the change means for those who use the package.</summary>
    public required DataPackageChangeLevel Level { get; init; }

    /// <summary>What kind of thing changed.</summary>
    public required DataPackageChangeType Type { get; init; }

    /// <summary>What changed: an entity by kind and id, as in <c>Ship/tern</c>, or a member by its role and name, as in
    /// <c>property Ship.flag</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>The path of the value within the entity: a property, with a member or a language after a dot, and
    /// <c>[]</c> for an item of a list. Null for what is no value.</summary>
    public string? Path { get; init; }

    /// <summary>What was, as text. Null if nothing was.</summary>
    public string? Before { get; init; }

    /// <summary>What is since the release, as text. Null if nothing is.</summary>
    public string? After { get; init; }

    /// <summary>Why the change has its level, in words for people. Null if that goes without saying.</summary>
    public string? Why { get; init; }

    /// <summary>The passages that supported the value before, ordered by article. Empty if none did.</summary>
    public IReadOnlyList<DataPackagePassage> CitedBefore { get; init; } = [];

    /// <summary>The passages that support the value since the release, ordered by article. Empty if none
    /// does.</summary>
    public IReadOnlyList<DataPackagePassage> CitedAfter { get; init; } = [];

    /// <summary>Whether all of it is equal, the passages in the same order.</summary>
    public bool Equals(DataPackageChange? other) =>
        other is not null
        && (Version, Level, Type, Subject) == (other.Version, other.Level, other.Type, other.Subject)
        && (Path, Before, After, Why) == (other.Path, other.Before, other.After, other.Why)
        && CitedBefore.SequenceEqual(other.CitedBefore)
        && CitedAfter.SequenceEqual(other.CitedAfter);

    /// <summary>A hash of the release, what changed and the values; differs between processes.</summary>
    public override int GetHashCode() => HashCode.Combine(Version, Type, Subject, Path, Before, After);
}

/// <summary>A passage that a change names.</summary>
/// <param name="Article">The id of the article.</param>
/// <param name="Quote">The words; their place in the article if its text may not be redistributed.</param>
public sealed record DataPackagePassage(string Article, string Quote);

/// <summary>What a change means for those who use a package (Semantic Versioning 2.0). A higher level is a larger
/// number.</summary>
public enum DataPackageChangeLevel
{
    /// <summary>Nobody notices it: a value names an entity by its new id.</summary>
    None = 0,

    /// <summary>A value or a citation says something else.</summary>
    Patch = 1,

    /// <summary>Something is new, and what was there works as before.</summary>
    Minor = 2,

    /// <summary>Code does not compile any more, or an id or a value finds nothing.</summary>
    Major = 3,
}

/// <summary>What kind of thing changed.</summary>
public enum DataPackageChangeType
{
    /// <summary>Something that this version of the runtime does not know.</summary>
    Other = 0,

    /// <summary>The namespace, or the default language.</summary>
    Package = 1,

    /// <summary>Something that code can name.</summary>
    Member = 2,

    /// <summary>An entity is gone.</summary>
    EntityRemoved = 3,

    /// <summary>An entity has another id; the old one finds it too.</summary>
    EntityRenamed = 4,

    /// <summary>An entity is part of another one; its id finds that.</summary>
    EntityMerged = 5,

    /// <summary>An entity is new.</summary>
    EntityAdded = 6,

    /// <summary>An id of an even earlier version leads elsewhere.</summary>
    FormerId = 7,

    /// <summary>A value of an entity.</summary>
    Fact = 8,

    /// <summary>A passage that supports values of an entity.</summary>
    Citation = 9,

    /// <summary>Entities are gone and must not be named any more, for instance by law. The subject is their
    /// kind.</summary>
    EntityWithdrawn = 10,
}
