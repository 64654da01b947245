using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;

namespace DataPackage.EditorSchemas;

/// <summary>The files that schemas refer to one another by.</summary>
internal static class SchemaNames
{
    /// <summary>The ids of all entities, apart from the rest: a new entity changes this file alone.</summary>
    public const string Ids = "ids.json";

    /// <summary>What stands under <c>cite</c> beside a single value.</summary>
    public const string Cite = "cite.json";

    public const string PackageFacts = "datapackage.json";

    public const string KindFile = "schema.json";

    /// <summary>Of one entity, or one embedded value. No kind is called like a file above, as kinds start with a
    /// capital, and no file system should have to tell two names apart by that.</summary>
    public static string Of(Kind kind) => SeedNames.ForFile(kind.Name + ".kind.json");

    /// <summary>Of a file of many entities.</summary>
    public static string OfMany(Kind kind) => SeedNames.ForFile(kind.Name + ".many.json");
}
