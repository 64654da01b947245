namespace DataPackage.Engine.Schema.Model;

/// <summary>The keys of an entity, or of an embedded value, that are not properties.</summary>
internal static class OwnKeys
{
    public const string Featured = "featured";

    public static readonly string[] OfEmbedded = ["cite"];

    private static readonly string[] OfEntity = ["id", "csharpName", "formerIds", "citations"];
    private static readonly string[] OfArticle = [.. OfEntity, "redistribute", "sha256", "mentions"];

    /// <summary>The keys of the entities, or the embedded values, of a kind. A property that seeds call by such a key takes its place.</summary>
    public static string[] Of(Kind kind)
    {
        var keys =
            kind.IsEmbedded ? OfEmbedded
            : kind.IsArticle ? OfArticle
            : OfEntity;
        if (kind.Seeding.Accessors == AccessorPolicy.Featured)
            keys = [.. keys, Featured];
        return Array.Exists(keys, key => kind.IndexOfKey(key) >= 0)
            ? Array.FindAll(keys, key => kind.IndexOfKey(key) < 0)
            : keys;
    }

    /// <summary>Whether a property cannot have this name. The text of an article is no key of a seed, but a member of
    /// its record.</summary>
    public static bool IsReserved(string property, KindShape shape) =>
        shape switch
        {
            KindShape.Embedded => OfEmbedded.Contains(property),
            KindShape.Article => property == "text" || OfArticle.Contains(property),
            _ => OfEntity.Contains(property),
        };
}
