using System.Text.Json.Nodes;
using DataPackage.Engine.Syntax;

namespace DataPackage.EditorSchemas;

/// <summary>Writes the setting that maps schemas to seeds for the YAML language server.</summary>
internal static class EditorSettings
{
    public static JsonObject Of(Package package, string workspace, string seeds, string target)
    {
        var below = Workspace.PathFrom(workspace, seeds) is var path and not "." ? path.TrimEnd('/') + "/" : "";
        var schemas = new JsonObject();
        void Add(string schema, params string[] patterns) =>
            schemas["./" + Workspace.PathFrom(workspace, Path.Combine(target, schema))] = new JsonArray([
                .. patterns.Select(pattern => (JsonNode)(below + pattern)),
            ]);

        Add(SchemaNames.PackageFacts, "datapackage.yaml", "datapackage.yml");
        Add(SchemaNames.KindFile, "schema/**/*.yaml", "schema/**/*.yml");
        Add(SchemaNames.Retired, SeedPaths.Retired);
        // If datapackage.yaml says how entities are found in files, these are foreign data in a shape that no schema
        // here describes.
        foreach (
            var kind in package.Schema.ConcreteKinds.Where(kind =>
                kind.Seeding is { Source: null, Items: null, Ignored.Count: 0, Lists.Count: 0, Value: null }
            )
        )
        {
            Add(SchemaNames.Of(kind), $"{kind.Collection}/**/*.yaml", $"{kind.Collection}/**/*.yml");
            Add(SchemaNames.OfMany(kind), $"{kind.Collection}.yaml", $"{kind.Collection}.yml");
        }

        return new JsonObject { ["yaml.schemas"] = schemas };
    }
}
