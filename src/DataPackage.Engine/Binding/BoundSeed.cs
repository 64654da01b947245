using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Binding;

/// <summary>What one file holds, read by its kind but not yet linked to other files. Keeps the places that later steps
/// report.</summary>
/// <param name="Diagnostics">What is wrong with the file, and with its values.</param>
/// <param name="Size">Rounded, so that an edit seldom changes it.</param>
/// <param name="UnreadKind">The kind of whose entities the file has many, where it could not be read: nobody knows
/// which.</param>
internal sealed record BoundSeed(
    string SeedPath,
    string FilePath,
    EquatableArray<BoundEntity> Entities,
    BoundText? Text,
    EquatableArray<SeedDiagnostic> Diagnostics,
    string? UnreadKind = null,
    SeedSize Size = default
) : ISeed
{
    /// <summary>Of a seed that could not be bound: its entities are not known, but of which kind they are.</summary>
    public static BoundSeed Failed(SeedDocument document, PackageSchema schema, SeedDiagnostic failure) =>
        new(
            document.SeedPath,
            document.FilePath,
            default,
            null,
            document.Diagnostics.Append(failure).ToEquatableArray(),
            schema.FindByCollection(document.Collection) is [var kind, ..] ? kind.Name : null
        );

    /// <summary>Whether it holds an article, or the text of one.</summary>
    public bool HasArticle => Text is not null || Entities.Any(entity => entity.Article is not null);
}

/// <summary>The plain text of an article whose metadata stand in the YAML file of the same name.</summary>
internal sealed record BoundText(string Id, ArticleBody Body, SeedPosition Location);

/// <param name="Location">Where the id stands; the start of the file where the file's name is the id.</param>
/// <param name="CSharpName">What the accessor is to be called: null for what follows from the id, empty where the
/// entity has none.</param>
/// <param name="Values">One for each property of the kind, null where absent.</param>
/// <param name="UniqueValues">The places of the values of unique properties.</param>
/// <param name="Lookups">The values by which references name it.</param>
/// <param name="IsBroken">Its seed could not be read: what it lacks is not its fault.</param>
internal sealed record BoundEntity(
    string Kind,
    string Id,
    SeedPosition Location,
    string? CSharpName,
    SeedPosition NameLocation,
    EquatableArray<Value?> Values,
    EquatableArray<UniqueValue> UniqueValues,
    EquatableArray<BoundCitation> Citations,
    BoundArticle? Article,
    bool IsBroken,
    EquatableArray<FormerId> FormerIds = default,
    EquatableArray<LookupKey> Lookups = default
);

/// <summary>An id that the entity had in an earlier version of the package.</summary>
internal sealed record FormerId(string Id, SeedPosition Location);

/// <summary>A value by which references name an entity.</summary>
internal readonly record struct LookupKey(string Property, string Text)
{
    /// <summary>The value as a reference spells it; null where it has none.</summary>
    public static string? TextOf(Value? value) => (value as ScalarValue)?.Key;
}

/// <summary>What an entity says that is an article.</summary>
/// <param name="Body">Null where the text stands in another file, or nowhere.</param>
/// <param name="Pin">Null where the seed pins no text.</param>
/// <param name="Mentions">The entities that its text is said to name.</param>
internal sealed record BoundArticle(
    ArticleBody? Body,
    bool MayRedistribute,
    Pin? Pin,
    EquatableArray<DeclaredMention> Mentions
);

/// <param name="Text">An id, or <c>Kind/id</c>.</param>
internal sealed record DeclaredMention(string Text, SeedPosition Location);

/// <summary>The text of an article that its citations were checked against by whoever pinned it.</summary>
/// <param name="Sha256">In lower case.</param>
internal sealed record Pin(string Sha256, SeedPosition Location);

/// <param name="Key">What no other entity may have: equal for equal values, however they are written.</param>
/// <param name="Text">As the seed has it.</param>
internal sealed record UniqueValue(int Property, string Key, string Text, SeedPosition Location);

/// <param name="For">The paths of what it supports: <c>birthDate</c>, <c>positions[0]</c>, <c>positions[0].title</c>;
/// empty for the entity as such.</param>
internal sealed record BoundCitation(
    string Article,
    SeedPosition ArticleLocation,
    string Quote,
    SeedPosition QuoteLocation,
    string? Prefix,
    string? Suffix,
    EquatableArray<string> For
);
