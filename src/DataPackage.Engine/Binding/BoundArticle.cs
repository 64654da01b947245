using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Binding;

/// <summary>The plain text of an article whose metadata are in the YAML file of the same name.</summary>
internal sealed record BoundText(string Id, ArticleBody Body, SeedPosition Location);

/// <summary>What an entity states as an article.</summary>
/// <param name="Body">Null if the text is in another file, or missing.</param>
/// <param name="Language">The value of its property <c>language</c>; null if it has none.</param>
/// <param name="Pin">Null if the seed pins no text.</param>
/// <param name="Mentions">The entities that its text is said to mention.</param>
internal sealed record BoundArticle(
    ArticleBody? Body,
    bool MayRedistribute,
    string? Language,
    Pin? Pin,
    EquatableArray<DeclaredMention> Mentions
);

/// <param name="Text">An id, or <c>Kind/id</c>.</param>
internal sealed record DeclaredMention(string Text, SeedPosition Location);

/// <summary>The text of an article that its author checked the citations against.</summary>
/// <param name="Sha256">The hash in lower case.</param>
internal sealed record Pin(string Sha256, SeedPosition Location);
