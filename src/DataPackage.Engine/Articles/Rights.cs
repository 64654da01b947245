using DataPackage.Engine.Schema.Model;

namespace DataPackage.Engine.Articles;

/// <summary>What a seed must not repeat, and what it is read by.</summary>
/// <param name="Schema">Null where no article is protected: then nothing depends on it.</param>
internal sealed record Rights(ProtectedArticles Protected, PackageSchema? Schema)
{
    public static Rights None { get; } = new(ProtectedArticles.None, null);

    public static Rights Of(ProtectedArticles articles, PackageSchema schema) =>
        new(articles, articles.IsEmpty ? null : schema);
}
