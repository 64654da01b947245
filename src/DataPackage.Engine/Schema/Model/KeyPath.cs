using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Model;

/// <summary>The path to a value within mappings: <c>id.bioguide</c>. If a key contains a dot, the path is a list of
/// keys: <c>[id, v1.0]</c>. A path without keys leads to the mapping itself.</summary>
internal readonly record struct KeyPath(EquatableArray<string> Keys)
{
    public static KeyPath Parse(string text) => new(new EquatableArray<string>(text.Split('.')));

    public static KeyPath Of(params string[] keys) => new(new EquatableArray<string>(keys));

    /// <summary>The value at the end of the path; null if a mapping lacks a key of it, or is not a mapping.</summary>
    public SeedNode? In(SeedNode? node)
    {
        foreach (var key in Keys)
        {
            node = (node as SeedMapping)?.ValueOf(key);
            if (node is null)
                return null;
        }

        return node;
    }

    public override string ToString() => Keys.Count == 0 ? "." : string.Join(".", Keys);
}
