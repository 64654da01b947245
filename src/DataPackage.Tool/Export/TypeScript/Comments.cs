using System.Buffers;
using System.Globalization;
using System.Text;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Export.TypeScript;

/// <summary>Writes comments by TSDoc.</summary>
internal static class Comments
{
    /// <summary>What may be a tag of TSDoc, or end a comment.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("@{}<>`\\/");

    /// <summary>A comment with a paragraph for each text; null if there is none.</summary>
    public static string? Of(IEnumerable<string?> paragraphs, string indent = "")
    {
        var lines = paragraphs.OfType<string>().Where(text => text.Length > 0).Select(Escape).ToList();
        if (lines.Count == 0)
            return null;
        if (lines.Count == 1)
            return $"{indent}/** {lines[0]} */\n";
        var comment = new StringBuilder().Append(indent).Append("/**\n");
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0)
                comment.Append(indent).Append(" *\n");
            comment.Append(indent).Append(" * ").Append(lines[i]).Append('\n');
        }

        return comment.Append(indent).Append(" */\n").ToString();
    }

    /// <summary>What an entity is, and where that is written.</summary>
    public static IEnumerable<string> Of(Kind kind, LinkedEntity entity)
    {
        yield return entity.Caption;
        if (kind.Summary is { } summary && TextOf(entity.Values[kind.IndexOf(summary)]) is { } text)
            yield return text;
        foreach (var citation in entity.Citations)
        {
            var quote = citation.Passage.Text is { } passage ? $"\u201C{passage}\u201D \u2014 " : "";
            var paths = citation.For.Count > 0 ? $" ({string.Join(", ", citation.For)})" : "";
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{quote}{citation.Article.Id}, paragraph {citation.Passage.Paragraph}{paths}"
            );
        }
    }

    private static string? TextOf(Engine.Schema.Types.Value? value) =>
        value switch
        {
            LocalizedValue localized => localized.Entries[0].Text,
            Engine.Schema.Types.TextValue text => text.Text,
            _ => null,
        };

    /// <summary>One line, with nothing that ends a comment or is a tag of TSDoc.</summary>
    private static string Escape(string text)
    {
        ReadOnlySpan<char> rest = text = Session.Visible(text);
        if (rest.IndexOfAny(Signs) < 0)
            return text;
        var line = new StringBuilder(text.Length + 8);
        while (rest.IndexOfAny(Signs) is >= 0 and var sign)
        {
            line.Append(rest[..sign]);
            if (rest[sign] != '/' || line.Length > 0 && line[^1] == '*')
                line.Append('\\');
            line.Append(rest[sign]);
            rest = rest[(sign + 1)..];
        }

        return line.Append(rest).ToString();
    }
}
