namespace DataPackage.Engine.Schema.Model;

/// <summary>The keys of <c>datapackage.yaml</c> and of schemas. The reader of schemas takes no others, and editors
/// offer all of them.</summary>
internal static class SchemaKeys
{
    public static readonly string[] OfPackage =
    [
        "name",
        "title",
        "description",
        "keywords",
        "namespace",
        "language",
        "citations",
        "maxQuoteLength",
        "licenses",
        "contributors",
        "sources",
        "exclude",
        "kinds",
    ];

    public static readonly string[] OfKind =
    [
        "label",
        "plural",
        "collection",
        "items",
        "id",
        "ids",
        "body",
        "value",
        "description",
        "abstract",
        "embedded",
        "article",
        "extends",
        "caption",
        "summary",
        "findBy",
        "featured",
        "groupBy",
        "accessors",
        "temporal",
        "assertions",
        "ftm",
        "deprecated",
        "properties",
    ];

    /// <summary>The key of an entity's citations.</summary>
    public const string Citations = "citations";

    /// <summary>The key of the name of an entity's accessor.</summary>
    public const string CSharpName = "csharpName";

    /// <summary>The key of the ids that an entity had in earlier versions.</summary>
    public const string FormerIds = "formerIds";

    public static readonly string[] OfConfiguration =
    [
        "label",
        "plural",
        "source",
        "items",
        "id",
        "csharpName",
        "references",
        "rename",
        "ignore",
        "lists",
        "types",
        "accessors",
    ];

    public static readonly string[] OfReference = ["kind", "by"];

    public static readonly string[] OfTemporal = ["start", "end"];

    public static readonly string[] OfAssertions = ["min", "max", "fillRate"];

    public static readonly string[] OfProperty =
    [
        "label",
        "description",
        "key",
        "type",
        "range",
        "by",
        "cardinality",
        "nullable",
        "of",
        "required",
        "localized",
        "unique",
        "pattern",
        "minimum",
        "maximum",
        "maxLength",
        "bidi",
        "format",
        "values",
        "reverse",
        "cited",
        "disputable",
        "ftm",
        "deprecated",
    ];

    public static readonly string[] OfReverse = ["name", "description"];

    public static readonly string[] Policies = ["none", "entity", "property"];

    public static readonly string[] Accessors = ["all", "none", "featured", "distinct"];

    public static readonly string[] Ids = ["slugs", "any"];

    public static readonly string[] Cardinalities = ["one", "many", "map"];
}
