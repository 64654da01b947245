using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Reading;

/// <summary>Reads the lists and maps around the values of a property: <c>cardinality</c>, <c>nullable</c> and, level by
/// level, <c>of</c>.</summary>
internal static class LayerReader
{
    /// <returns>The mapping that describes the innermost values, and the lists and maps around them.</returns>
    public static (KeyReader Values, EquatableArray<Layer> Layers, bool AreItemsNullable) Read(
        string property,
        KeyReader keys,
        SchemaDrafts drafts
    )
    {
        var layers = new List<Layer>();
        for (var at = keys; ; )
        {
            var isMany = at.Choice("cardinality", SchemaKeys.Cardinalities) is "many" or "map";
            var isNullable = at.Boolean("nullable");
            var of = at.Map("of");
            if (isMany)
                layers.Add(new Layer(at.Mapping.TextOf("cardinality") == "map", isNullable));
            else
                CheckSingle(property, at, of, isNullable && layers.Count == 0, drafts);
            if (of is null)
                return (at, layers.ToEquatableArray(), !isMany && isNullable && layers.Count > 0);
            foreach (var other in new[] { "type", "range" })
                if (at.Node(other) is { } node)
                    drafts.Report(
                        Rules.InvalidSchema,
                        at.Document,
                        node,
                        $"'{property}' says with 'of' what its items are: '{other}' belongs there"
                    );
            if (at != keys)
                at.ReportUnknownKeys();
            at = new KeyReader(at.Document, of, $"An item of '{property}'", Rules.UnknownSchemaKey, drafts.Diagnostics);
        }
    }

    /// <summary>Reports keys that only lists and maps can have.</summary>
    private static void CheckSingle(
        string property,
        KeyReader keys,
        SeedMapping? of,
        bool isNullable,
        SchemaDrafts drafts
    )
    {
        if (of is not null)
            drafts.Report(
                Rules.InvalidSchema,
                keys.Document,
                keys.Mapping.Find("of")!.Value.Key,
                $"'of' says what the items of a list or a map are, and '{property}' has no items: add "
                    + "'cardinality: many' or 'cardinality: map'"
            );
        else if (isNullable)
            drafts.Report(
                Rules.InvalidSchema,
                keys.Document,
                keys.Mapping.ValueOf("nullable")!,
                $"'nullable' is for lists, maps and their items; '{property}' has one value, and is null where a "
                    + "seed does not state it"
            );
    }
}
