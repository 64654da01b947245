using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Reading;

/// <summary>Reads the keys by which a schema and <c>datapackage.yaml</c> say where entities and their ids
/// are.</summary>
internal static class SeedingReader
{
    /// <summary>The entities that have an accessor; null if that is not stated.</summary>
    public static AccessorPolicy? Accessors(KeyReader keys) =>
        keys.Choice("accessors", SchemaKeys.Accessors) switch
        {
            "all" => AccessorPolicy.All,
            "none" => AccessorPolicy.None,
            "featured" => AccessorPolicy.Featured,
            "distinct" => AccessorPolicy.Distinct,
            _ => null,
        };

    /// <summary>The path to the entities in a file: a path, or a dot for the whole file.</summary>
    public static KeyPath? Items(KeyReader keys) =>
        keys.Node("items") is not { } node ? null
        : node is SeedScalar { IsNull: false, Text: "." } ? KeyPath.Of()
        : Path("items", node, keys);

    /// <summary>A text with dots between keys, or a list of keys; null if it is neither, which is reported.</summary>
    public static KeyPath? Path(string key, SeedNode node, KeyReader keys)
    {
        if (node is SeedScalar { IsNull: false } scalar)
            return KeyPath.Parse(scalar.Text);
        if (
            node is SeedSequence { Slots.Count: > 0 } list
            && list.Items.All(item => item is SeedScalar { IsNull: false })
        )
            return new KeyPath(list.Items.Select(item => ((SeedScalar)item).Text).ToEquatableArray());
        keys.ReportType(key, "a path such as 'id.code', or a list of its keys", node);
        return null;
    }

    /// <summary>A path, or a text with paths and places in braces; null if it is neither, which is reported.</summary>
    public static NamePattern? Pattern(string key, KeyReader keys)
    {
        if (keys.Node(key) is not { } node)
            return null;
        if (node is not SeedScalar text)
            return Path(key, node, keys) is { } path ? NamePattern.Of(path) : null;
        if (NamePattern.TryParse(text.Text, out var pattern))
            return pattern;
        keys.Report(
            Rules.InvalidSchema,
            text,
            $"In '{text.Shortened}' each path is written between braces, as in '{{name.first}} {{name.last}}'"
        );
        return null;
    }
}
