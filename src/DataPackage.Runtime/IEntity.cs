using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace DataPackage.Runtime;

/// <summary>One curated record of a data package.</summary>
/// <remarks>Immutable and safe to share between threads. Two entities are equal if their kinds, ids, own properties and
/// claims are equal; referenced entities compare by kind and id, citations and reverses do not count.</remarks>
public interface IEntity
{
    /// <summary>The stable name of the entity, unique within its kind: an ASCII slug such as <c>kirill-dmitriev</c>,
    /// unless the data have keys of their own.</summary>
    string Id { get; }

    /// <summary>The text to show people: the entity's name in the package's default language, or the id if it has no
    /// name.</summary>
    string Caption { get; }

    /// <summary>The name of the entity's kind, as in the schema: <c>Person</c>.</summary>
    string Kind { get; }

    /// <summary>The passages of articles that support this entity: those for the entity, then those for single values,
    /// each in the order of the seed. Empty if there are none.</summary>
    IReadOnlyList<Citation> Citations { get; }

    /// <summary>The passages that support one property, or a whole that contains it, in the order of
    /// <see cref="Citations"/>. Excludes citations for the entity as a whole. Empty if there are none, or if no value
    /// has this name.</summary>
    /// <param name="property">The property as C# or as the seed spells it, <c>nameof(Person.BirthDate)</c> or
    /// <c>birthDate</c>, or a path as in <see cref="Fact.Property"/>: <c>positions[0].title</c>.</param>
    IReadOnlyList<Citation> CitationsFor(string property);

    /// <summary>The claims that have a rank, a reason, a speaker or another remark, and those that compete; deprecated
    /// ones included. In the order of the seed. Empty if there are none. The claims for one property, typed and
    /// complete, are what <c>Claims</c> of the entity returns.</summary>
    [JsonIgnore] // Each kind writes its claims, with the values in their forms.
    IReadOnlyList<Claim> AllClaims => [];

    /// <summary>Creates a list of all values that this entity states, in the order of the schema, each with the
    /// passages that support it, then of the claims that compete with them. Excludes deprecated claims, the id, and
    /// reverses (values that follow from other entities). A copy made by <c>with</c> lists the values of the
    /// copy.</summary>
    IReadOnlyList<Fact> GetFacts();

    /// <summary>The list of <see cref="GetFacts()"/>, with deprecated claims if they are wanted.</summary>
    IReadOnlyList<Fact> GetFacts(bool withDeprecated) => GetFacts();

    /// <summary>The place in the seeds where the entity is written, for people who want to correct it. Read again at
    /// each call. Null for an entity that you create; a copy made by <c>with</c> keeps the place of the
    /// original.</summary>
    SeedLocation? DefinedAt { get; }

    /// <summary>The text in a format, the same in every culture: <c>G</c>, null or empty for the caption and the id, as
    /// <c>ToString()</c> writes them (<c>Kirill Dmitriev (kirill-dmitriev)</c>; the id alone if that is the caption);
    /// <c>C</c> for the caption, <c>I</c> for the id, <c>F</c> for the id and all values.</summary>
    /// <exception cref="FormatException">There is no such format.</exception>
    string ToString(string? format);
}

/// <summary>An entity of a kind known at compile time, for generic code that looks up entities of that kind.</summary>
/// <typeparam name="TSelf">The kind itself.</typeparam>
/// <remarks>Web frameworks bind an entity from its id through <see cref="IParsable{TSelf}"/>, without code of
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

    /// <summary>The entity with this id, compared ordinally; always the same instance.</summary>
    /// <exception cref="KeyNotFoundException">No entity has this id; the message names the nearest, if any.</exception>
    static abstract TSelf Get(string id);

    /// <summary>Looks up the entity with this id; false and null if no entity has it.</summary>
    static abstract bool TryGet([NotNullWhen(true)] string? id, [MaybeNullWhen(false)] out TSelf entity);
}
