namespace DataPackage.Engine.Schema.Model;

/// <summary>The keys of an entity, or of an embedded value, that are not properties.</summary>
internal static class OwnKeys
{
    public const string Featured = "featured";

    /// <summary>The key under which an embedded value has what a long form has beside a value.</summary>
    public const string Claim = "claim";

    /// <summary>The keys and words of a claim that decide which value a property has.</summary>
    public const string Value = "value";
    public const string Rank = "rank";
    public const string Preferred = "preferred";

    /// <summary>The rank of a claim that is wrong, and the key of an entity that is to be given up.</summary>
    public const string Deprecated = "deprecated";

    public static readonly string[] OfEmbedded = ["cite", Claim];

    private static readonly string[] OfEntity =
    [
        "id",
        SchemaKeys.CSharpName,
        SchemaKeys.FormerIds,
        SchemaKeys.Citations,
        Deprecated,
    ];
    private static readonly string[] OfArticle = [.. OfEntity, "redistribute", "sha256", "mentions"];

    /// <summary>The keys of the entities or embedded values of a kind. A property that has such a key in seeds replaces
    /// it.</summary>
    public static string[] Of(Kind kind)
    {
        var keys =
            kind.IsEmbedded ? OfEmbedded
            : kind.IsArticle ? OfArticle
            : OfEntity;
        if (kind.Seeding.Accessors == AccessorPolicy.Featured)
            keys = [.. keys, Featured];
        if (kind.Seeding.Id?.Key is { } id)
            keys = [.. keys, id];
        return Array.Exists(keys, key => kind.IndexOfKey(key) >= 0)
            ? Array.FindAll(keys, key => kind.IndexOfKey(key) < 0)
            : keys;
    }

    /// <summary>Whether a property cannot have this name. <c>text</c> is not a key, but the text of an article. What is
    /// deprecated may be data, for instance of a registry of programs: then it is the property.</summary>
    public static bool IsReserved(string property, KindShape shape) =>
        property != Deprecated
        && shape switch
        {
            // A claim may be data, for instance an insurer's: then it is the property.
            KindShape.Embedded => property != Claim && OfEmbedded.Contains(property),
            KindShape.Article => property == "text" || OfArticle.Contains(property),
            _ => OfEntity.Contains(property),
        };
}
