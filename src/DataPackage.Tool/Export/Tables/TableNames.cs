using DataPackage.Engine.Schema.Model;

namespace DataPackage.Tool.Export.Tables;

/// <summary>The names of the tables of a package.</summary>
internal sealed class TableNames
{
    public const string Package = "package";
    public const string Entities = "entities";
    public const string Names = "names";
    public const string Texts = "texts";
    public const string Facts = "facts";
    public const string Citations = "citations";
    public const string Claims = "claims";
    public const string Redirects = "redirects";

    /// <summary>The full-text index of a database, which makes tables of its own.</summary>
    public const string Search = "search";

    public const string Kind = "kind";
    public const string Id = "id";
    public const string EntityKind = "entity_kind";
    public const string EntityId = "entity_id";
    public const string Path = "path";

    private readonly UniqueNames _names = new();
    private readonly Dictionary<string, string> _byKind = new(StringComparer.Ordinal);

    public TableNames(PackageSchema schema)
    {
        Schema = schema;
        foreach (var own in new[] { Package, Entities, Names, Texts, Facts, Citations, Claims, Redirects, Search })
            _names.Add(own);
        foreach (var part in new[] { "config", "content", "data", "docsize", "idx" })
            _names.Add($"{Search}_{part}");
        foreach (var kind in schema.Kinds.Where(kind => !kind.IsAbstract))
            _byKind.Add(kind.Name, _names.Add(Allowed(UniqueNames.ToSnakeCase(kind.Name))));
    }

    public PackageSchema Schema { get; }

    /// <summary>The table of a kind.</summary>
    public string Of(string kind) => _byKind[kind];

    /// <summary>SQLite keeps names that begin so for itself.</summary>
    private static string Allowed(string name) =>
        (name + "_").StartsWith("sqlite_", StringComparison.Ordinal) ? "t_" + name : name;

    /// <summary>A new name for the table of a list.</summary>
    public string Add(string kind, Property property) =>
        _names.Add($"{Of(kind)}_{UniqueNames.ToSnakeCase(property.Name)}");
}
