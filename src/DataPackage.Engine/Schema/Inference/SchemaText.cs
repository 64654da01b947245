using System.Globalization;
using System.Text;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Schema.Inference;

/// <summary>Writes an inferred kind as a schema that a curator could have written: the engine reads it, and pinning
/// stores it.</summary>
internal static class SchemaText
{
    public static string Of(InferredKind kind, IEnumerable<(string Key, string Value)> head)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in head)
            text.Append(key).Append(": ").Append(value).Append('\n');
        text.Append("properties:").Append(kind.Properties.Count == 0 ? " {}\n" : "\n");
        foreach (var property in kind.Properties)
        {
            text.Append("  ").Append(property.Name).Append(": { ");
            if (property.Key != property.Name)
                text.Append("key: ").Append(Quote(property.Key)).Append(", ");
            AppendType(text, property.Type, property.IsNullable);
            if (property.IsRequired)
                text.Append(", required: true");
            text.Append(" }\n");
        }

        return text.ToString();
    }

    /// <summary>Quotes a text if a reader of YAML could take it for something else.</summary>
    public static string Quote(string text)
    {
        if (
            text.Length > 0
            && text.All(c => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '_' or '-' or '/' or >= '0' and <= '9')
            && text[0] is >= 'a' and <= 'z' or >= 'A' and <= 'Z'
            && LetterCase.ToLower(text)
                is not ("null" or "true" or "false" or "yes" or "no" or "on" or "off" or "y" or "n")
        )
            return text;
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (c is >= ' ' and <= '~' || char.IsLetter(c))
                quoted.Append(c);
            else
                quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        return quoted.Append('"').ToString();
    }

    private static void AppendType(StringBuilder text, InferredType type, bool isNullable)
    {
        switch (type)
        {
            case InferredScalar scalar:
                text.Append("type: ").Append(scalar.Name);
                break;
            case InferredTexts:
                text.Append("type: text, localized: true");
                break;
            case InferredRecord record:
                text.Append("range: ").Append(record.Kind.Name);
                break;
            case InferredList list:
                text.Append("cardinality: many, ");
                AppendItems(text, list.Items, list.HasNulls);
                break;
            case InferredMap map:
                text.Append("cardinality: map, ");
                AppendItems(text, map.Values, map.HasNulls);
                break;
        }

        if (isNullable)
            text.Append(", nullable: true");
    }

    /// <summary>Writes the items of a list or map. Lists, maps and items that may be null need a description of their
    /// own.</summary>
    private static void AppendItems(StringBuilder text, InferredType items, bool haveNulls)
    {
        if (!haveNulls && items is InferredScalar or InferredTexts or InferredRecord)
        {
            AppendType(text, items, isNullable: false);
            return;
        }

        text.Append("of: { ");
        AppendType(text, items, haveNulls);
        text.Append(" }");
    }
}
