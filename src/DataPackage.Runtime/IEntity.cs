using System.Diagnostics.CodeAnalysis;

namespace DataPackage.Runtime;

/// <summary>One curated record of a data package.</summary>
/// <remarks>Entities are immutable and safe to share between threads. Two are equal when they are of one kind and their
/// ids and own properties are equal; entities that they refer to are compared by id.</remarks>
public interface IEntity
{
    /// <summary>The stable name of the entity, unique within its kind: an ASCII slug such as <c>kirill-dmitriev</c>,
    /// unless the data came with keys of their own.</summary>
    string Id { get; }

    /// <summary>What to show people: the entity's name in the package's default language, or the id where it has
    /// none.</summary>
    string Caption { get; }

    /// <summary>The name of the entity's kind, as in the schema: <c>Person</c>.</summary>
    string Kind { get; }

    /// <summary>The passages of articles that support what is said here: those of the entity, then those of single
    /// values, each in the order of the seed. Empty where there are none.</summary>
    IReadOnlyList<Citation> Citations { get; }

    /// <summary>Every value that is stated here, in the order of the schema, each with the passages that support it.
    /// Not among them are the id and what follows from what other entities say (reverses). A new list each time that it
    /// is asked for, with the values of that entity: of a copy made by <c>with</c>, those of the copy.</summary>
    IReadOnlyList<Fact> Facts { get; }

    /// <summary>Where the entity is written, for people who want to correct it. Read again at each call. Null for an
    /// entity of your own; a copy made by <c>with</c> keeps the place of the original.</summary>
    SeedLocation? Source { get; }
}

/// <summary>An entity whose kind is known at compile time, so that generic code can look up others of that
/// kind.</summary>
/// <typeparam name="TSelf">The kind itself.</typeparam>
/// <remarks>Through <see cref="IParsable{TSelf}"/>, web frameworks bind an entity from its id with no code of
/// yours.</remarks>
[SuppressMessage(
    "Design",
    "CA1000",
    Justification = "Static members of the kind are the point: they are called through a type parameter."
)]
public interface IEntity<TSelf> : IEntity, IParsable<TSelf>
    where TSelf : class, IEntity<TSelf>
{
    /// <summary>All entities of the kind, ordered by id (ordinally).</summary>
    static abstract EntitySet<TSelf> All { get; }

    /// <summary>The entity with this id; always the same instance.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message names the nearest id.</exception>
    static abstract TSelf Get(string id);

    /// <summary>Looks for the entity with this id; false and null where there is none.</summary>
    static abstract bool TryGet([NotNullWhen(true)] string? id, [MaybeNullWhen(false)] out TSelf entity);
}
