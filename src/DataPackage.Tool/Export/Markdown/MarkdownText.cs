using System.Buffers;
using System.Text;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Tool.Entities;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Export.Markdown;

/// <summary>Writes values on one line of Markdown, in the words of 'datapackage show', with links to
/// entities.</summary>
/// <param name="link">The link to an entity.</param>
internal sealed class MarkdownText(PackageSchema schema, Func<EntityLink, string> link)
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("\\`*_[]<>&#|~$^=");

    public string Of(Value value, Property property) =>
        value switch
        {
            ReferenceValue reference => link(reference.Target),
            TextValue address when property.Scalar == ScalarTypes.Url && IsPlain(address.Text) => $"<{address.Text}>",
            LocalizedValue localized => string.Join(
                "; ",
                localized.Entries.Select(entry => $"{entry.Language}: {Escape(entry.Text)}")
            ),
            EmbeddedValue embedded => "{ "
                + string.Join(
                    ", ",
                    EntityValues
                        .Of(schema[property.Range], embedded.Values)
                        .Select(member => $"{Escape(member.Property.Name)}: {Of(member.Value, member.Property)}")
                )
                + " }",
            ListValue list => string.Join(", ", list.Items.Select(item => OrNull(item, property))),
            MapValue map => string.Join(
                ", ",
                map.Entries.Select(entry => $"{Escape(entry.Key)}: {OrNull(entry.Value, property)}")
            ),
            _ => Escape(ValueText.Of(value, property, schema)),
        };

    private string OrNull(Value? value, Property property) => value is null ? "null" : Of(value, property);

    /// <summary>A text on one line that means itself.</summary>
    public static string Escape(string text)
    {
        ReadOnlySpan<char> rest = text = Session.Visible(text);
        if (rest.IndexOfAny(Signs) < 0)
            return text;
        var line = new StringBuilder(text.Length + 8);
        while (rest.IndexOfAny(Signs) is >= 0 and var sign)
        {
            line.Append(rest[..sign]).Append('\\').Append(rest[sign]);
            rest = rest[(sign + 1)..];
        }

        return line.Append(rest).ToString();
    }

    private static bool IsPlain(string address) =>
        address.All(c => char.IsAsciiLetterOrDigit(c) || "-._~:/?#@!$&'()*+,;=%".Contains(c, StringComparison.Ordinal));

    /// <summary>A text of several lines as it is.</summary>
    public static string Block(string text)
    {
        var fence = "```";
        while (text.Contains(fence, StringComparison.Ordinal))
            fence += "`";
        return $"{fence}text\n{text.TrimEnd('\n')}\n{fence}\n";
    }
}
