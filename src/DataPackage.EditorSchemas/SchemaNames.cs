using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;

namespace DataPackage.EditorSchemas;

/// <summary>The file names by which schemas refer to each other.</summary>
internal static class SchemaNames
{
    /// <summary>The ids of all entities. They have a file of their own, so a new entity changes only that.</summary>
    public const string Ids = "ids.json";

    /// <summary>The citations under <c>cite</c> of a single value.</summary>
    public const string Cite = "cite.json";

    /// <summary>What is said of a value.</summary>
    public const string Claim = "claim.json";

    public const string PackageFacts = "datapackage.json";

    public const string KindFile = "schema.json";

    /// <summary>The ids that were given up.</summary>
    public const string Retired = "retired.json";

    /// <summary>The schema of one entity, or one embedded value. Its name differs from those above in more than the
    /// capital letter of the kind, as some file systems ignore case.</summary>
    public static string Of(Kind kind) => SeedNames.ForFile(kind.Name + ".kind.json");

    /// <summary>The schema of a file of many entities.</summary>
    public static string OfMany(Kind kind) => SeedNames.ForFile(kind.Name + ".many.json");
}
