using DataPackage.Engine.Schema.Model;

namespace DataPackage.Engine.Articles;

/// <summary>The articles that a seed must not repeat, and the kinds by which it is read.</summary>
/// <param name="Schema">Null if no article is protected: then a changed kind runs no step of rights again.</param>
internal sealed record Rights(ProtectedArticles Protected, PackageSchema? Schema)
{
    public static Rights None { get; } = new(ProtectedArticles.None, null);

    public static Rights Of(ProtectedArticles articles, PackageSchema schema) =>
        new(articles, articles.IsEmpty ? null : schema);
}
