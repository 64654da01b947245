using System.Text;
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

/// <summary>The pattern of a name that is made from an entity's values: a path, or a text with paths in braces,
/// <c>{name.first} {name.last}</c>.</summary>
/// <param name="Parts">Texts and paths in their order.</param>
internal readonly record struct NamePattern(EquatableArray<NamePart> Parts)
{
    /// <summary>False if a brace is not closed, or is opened within another pair.</summary>
    public static bool TryParse(string text, out NamePattern pattern)
    {
        var parts = new List<NamePart>();
        pattern = default;
        if (text.IndexOf('{') < 0 && text.IndexOf('}') < 0)
            parts.Add(new NamePart("", KeyPath.Parse(text)));
        else
        {
            for (var next = 0; next < text.Length; )
            {
                var open = text.IndexOf('{', next);
                var end = open < 0 ? text.Length : open;
                if (text.IndexOf('}', next, end - next) >= 0)
                    return false;
                if (end > next)
                    parts.Add(new NamePart(text.Substring(next, end - next), null));
                if (open < 0)
                    break;
                var close = text.IndexOf('}', open);
                if (close < 0 || text.IndexOf('{', open + 1, close - open - 1) >= 0)
                    return false;
                parts.Add(new NamePart("", KeyPath.Parse(text.Substring(open + 1, close - open - 1))));
                next = close + 1;
            }
        }

        pattern = new NamePattern(parts.ToEquatableArray());
        return true;
    }

    /// <summary>The name of a record, without blanks at its ends; null if the record states none of the values as a
    /// text.</summary>
    public string? NameIn(SeedNode record)
    {
        var name = new StringBuilder();
        var isStated = false;
        foreach (var part in Parts)
        {
            if (part.Path is not { } path)
                name.Append(part.Text);
            else if (path.In(record) is SeedScalar { IsNull: false } scalar)
            {
                name.Append(scalar.Text);
                isStated = true;
            }
        }

        return isStated ? name.ToString().Trim() : null;
    }
}

/// <param name="Text">The text between paths.</param>
/// <param name="Path">Null if the part is a text.</param>
internal readonly record struct NamePart(string Text, KeyPath? Path);
