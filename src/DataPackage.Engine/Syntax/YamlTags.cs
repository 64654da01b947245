using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DataPackage.Engine.Syntax;

/// <summary>The tags of YAML's own types. A tag tells a text from a number, a truth value or nothing, as quotes
/// do.</summary>
internal static class YamlTags
{
    private const string Prefix = "tag:yaml.org,2002:";

    private static readonly Regex Integer = Of("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
    private static readonly Regex Number = Of(
        @"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
    );

    public static bool IsKnown(TagName tag) =>
        tag.IsEmpty || tag.IsNonSpecific || tag.Value.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Whether a tag makes a scalar a text, as quotes do; null if the tag says nothing of that.</summary>
    public static bool? SaysText(TagName tag) =>
        tag.IsEmpty ? null
        : tag.IsNonSpecific ? (tag.Value == "!" ? true : null)
        : NameOf(tag) switch
        {
            "str" => true,
            "null" or "bool" or "int" or "float" => false,
            _ => null,
        };

    /// <summary>What a tag says that a node is, if the node is something else; otherwise null.</summary>
    public static string? Misfit(NodeEvent node)
    {
        if (node.Tag.IsEmpty || node.Tag.IsNonSpecific)
            return null;
        var text = (node as Scalar)?.Value;
        return NameOf(node.Tag) switch
        {
            "str" when text is null => "a text",
            "null" when text is not ("" or "~" or "null" or "Null" or "NULL") => "nothing",
            "bool" when text is null || !KeyReader.TryReadBoolean(text, out _) => "true or false",
            "int" when text is null || !Integer.IsMatch(text) => "a whole number",
            "float" when text is null || !Number.IsMatch(text) => "a number",
            _ => null,
        };
    }

    /// <summary>The tag as people write it: <c>!!int</c>.</summary>
    public static string Shorten(TagName tag) => "!!" + NameOf(tag);

    private static string NameOf(TagName tag) =>
        tag.Value.StartsWith(Prefix, StringComparison.Ordinal) ? tag.Value.Substring(Prefix.Length) : "";

    private static Regex Of(string pattern) => new($@"\A({pattern})\z", RegexOptions.CultureInvariant);
}
