using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Binding;

/// <summary>The plain text of an article whose metadata stand in the YAML file of the same name.</summary>
internal sealed record BoundText(string Id, ArticleBody Body, SeedPosition Location);

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
