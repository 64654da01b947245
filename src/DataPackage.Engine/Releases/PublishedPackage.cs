using DataPackage.Engine.History;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Releases;

/// <summary>All that a version of a package publishes: what code of consumers names, and every fact. Two versions are
/// compared without their seeds and without running any code.</summary>
/// <param name="Namespace">The namespace of the types; empty if the seeds do not state it, because not every host
/// knows that of the project.</param>
/// <param name="Language">The default language of texts (BCP 47).</param>
/// <param name="Members">What code of consumers can name. Ordered by name, ordinally.</param>
/// <param name="Entities">Ordered by kind, then by id, ordinally.</param>
internal sealed record PublishedPackage(
    string Namespace,
    string Language,
    EquatableArray<PublishedMember> Members,
    EquatableArray<PublishedEntity> Entities
)
{
    public PublishedIds Ids =>
        PublishedIds.Of(Entities.Select(entity => (entity.Kind, entity.Id, (IEnumerable<string>)entity.FormerIds)));
}

/// <summary>Something that code of consumers can name.</summary>
/// <param name="Role">What it is.</param>
/// <param name="Name">Unique among those of its role: <c>Person</c>, <c>Person.birthDate</c>,
/// <c>Persons.KirillDmitriev</c>.</param>
/// <param name="Signature">What must not change: the type of a property, the number of an enumeration's value, the
/// entity that an accessor or a key finds. Empty if the name is all that there is.</param>
internal sealed record PublishedMember(MemberRole Role, string Name, string Signature);

internal enum MemberRole
{
    /// <summary>The static property of a catalog that returns an entity, by its current or a former name.</summary>
    Accessor,

    /// <summary>The class that has a kind's accessors and look-ups.</summary>
    Catalog,

    /// <summary>What should not be used any more, with the reason.</summary>
    Deprecated,

    /// <summary>A value of an enumeration, with its number.</summary>
    EnumValue,

    /// <summary>A class of entities with the same value, or an accessor in it.</summary>
    Group,

    /// <summary>A value by which a unique property finds an entity.</summary>
    Key,

    /// <summary>A kind, with its shape and with what it extends.</summary>
    Kind,

    /// <summary>A language in which the package has texts.</summary>
    Language,

    /// <summary>A method of a catalog that not all have.</summary>
    Lookup,

    /// <summary>A name by which a kind's entities are found.</summary>
    Name,

    /// <summary>A property of a kind, with its C# type.</summary>
    Property,

    /// <summary>The list of the entities that refer to an entity, with its C# type.</summary>
    Reverse,
}

/// <summary>An entity of a version.</summary>
/// <param name="FormerIds">Ordered ordinally.</param>
/// <param name="Facts">Ordered by path, then by value, ordinally. Equal ones are repeated.</param>
/// <param name="Citations">Ordered by article, then by quote.</param>
internal sealed record PublishedEntity(
    string Kind,
    string Id,
    EquatableArray<string> FormerIds,
    EquatableArray<PublishedFact> Facts,
    EquatableArray<PublishedCitation> Citations
)
{
    /// <summary>The kind and the id: unique in a package.</summary>
    public string Name => $"{Kind}/{Id}";
}

/// <summary>One value of an entity.</summary>
/// <param name="Path">The property; with a member or a language after a dot, or a key in brackets. An item of a list
/// has the path of the list with <c>[]</c>, because its place says nothing: <c>aliases[]</c>.</param>
/// <param name="Value">The value as text; a value with members as JSON.</param>
/// <param name="Remarks">What the seed says of the value, <c>rank: deprecated; because: …</c>; empty if
/// nothing.</param>
internal sealed record PublishedFact(string Path, string Value, string Remarks);

/// <summary>A passage that supports values of an entity.</summary>
/// <param name="Quote">The words; their place if the article's text may not be redistributed.</param>
/// <param name="For">The paths that it supports, with commas between; empty if it supports the whole entity.</param>
internal sealed record PublishedCitation(string Article, string Quote, string For);
