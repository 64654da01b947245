using DataPackage.Engine.Binding;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Tool.Entities;
using DataPackage.Tool.Export.Tables;
using DataPackage.Tool.Site.Html;

namespace DataPackage.Tool.Site.Values;

/// <summary>Shows values of an entity on a page, each with the numbers of the passages that support it.</summary>
internal sealed class ValueHtml(SitePage page, FactNotes notes)
{
    /// <summary>The most items of a list on a page. The files of the entity have all.</summary>
    private const int MostItems = 200;

    private readonly HtmlWriter _html = page.Html;

    /// <summary>The numbers of passages.</summary>
    public FactNotes Notes => notes;

    /// <param name="path">As citations name the value.</param>
    public void Write(Value? value, Property property, string path)
    {
        WriteAlone(value, property, path);
        // Those for an embedded value stand within it, beside its first part.
        notes.Write(path);
    }

    /// <summary>Writes the text of a value without the numbers of passages.</summary>
    public static void WriteText(SitePage page, Value value, Property property)
    {
        if (value is LocalizedValue localized)
        {
            var (text, language) = page.Source.Choose(localized, page.Language.Tag);
            Write(page, text, language, property);
        }
        else if (value is TextValue text)
            Write(page, text.Text, null, property);
    }

    private void WriteAlone(Value? value, Property property, string path)
    {
        switch (value)
        {
            case null or ListValue { Items.Count: 0 } or MapValue { Entries.Count: 0 }:
                _html.Write($"<span class=\"said\">{page.Texts["none"]}</span>");
                break;
            case ReferenceValue reference:
                _html.Write($"{page.LinkTo(reference.Target)}");
                break;
            case LocalizedValue localized:
                Write(localized, property);
                break;
            case EnumItemValue item:
                Write(property.Values[item.Index]);
                break;
            case ExternalValue external:
                Write(external, property);
                break;
            case DateValue date:
                DateText.Write(date, page);
                break;
            case TextValue text:
                Write(text, property);
                break;
            case EmbeddedValue embedded:
                Write(embedded, property, path);
                break;
            case ListValue list:
                Write(list, property, path);
                break;
            case MapValue map:
                Write(map, property, path);
                break;
            case ScalarValue:
                _html.Write($"{ValueLine.Of(value, property, page).Text}");
                break;
            default:
                _html.Write($"{ValueLine.Of(value, property, page)}");
                break;
        }
    }

    private void Write(TextValue text, Property property)
    {
        if (property.Scalar == ScalarTypes.Url)
            _html.Write($"{new Link(text.Text, text.Text)}");
        else if (property.Scalar == ScalarTypes.Markdown)
            MarkdownHtml.Write(text.Text, _html);
        else if (property.Scalar == ScalarTypes.Language)
            _html.Write($"<span lang=\"{text.Text}\">{Texts.LanguageNames.Of(text.Text)}</span>");
        else
            _html.Write($"{new Words(text.Text)}");
    }

    /// <summary>An entity of another package, which has no page here.</summary>
    private void Write(ExternalValue external, Property property)
    {
        var (kind, package, id) = ValueLine.NameOf(external, property);
        _html.Write($"<code>{kind}/{id}</code> <span class=\"said\">{package}</span>");
    }

    private void Write(EnumValue item)
    {
        if (item.Description.Length == 0)
            _html.Write($"{item.Name}");
        else
            _html.Write($"<span title=\"{item.Description}\">{item.Name}</span>");
    }

    /// <summary>The text in the language of the page, and all others one step away.</summary>
    private void Write(LocalizedValue localized, Property property)
    {
        var (text, language) = page.Source.Choose(localized, page.Language.Tag);
        Write(page, text, language, property);
        var others = localized.Entries.Where(each => each.Text != text).ToList();
        if (others.Count == 0)
            return;
        _html.Write($"<details class=\"others\"><summary>");
        _html.Write($"{string.Join(", ", others.Select(each => each.Language))}</summary><dl>");
        foreach (var other in others)
        {
            _html.Write($"<dt>{Texts.LanguageNames.Of(other.Language)}</dt><dd>");
            Write(page, other.Text, other.Language, property);
            _html.Write($"</dd>");
        }

        _html.Write($"</dl></details>");
    }

    private static void Write(SitePage page, string text, string? language, Property property)
    {
        if (property.Type != ScalarTypes.Markdown)
            page.Html.Write($"{new Words(text, language)}");
        else
        {
            page.Html.Write($"<div lang=\"{language ?? page.Language.Tag}\" dir=\"auto\">");
            MarkdownHtml.Write(text, page.Html);
            page.Html.Write($"</div>");
        }
    }

    private void Write(EmbeddedValue embedded, Property property, string path)
    {
        _html.Write($"<dl class=\"parts\">");
        foreach (var (member, value) in EntityValues.Of(page.Source.Schema[property.Range], embedded.Values))
        {
            _html.Write($"<div><dt title=\"{member.Description}\">{SitePage.NameOf(member)}</dt><dd>");
            Write(value, member, $"{path}.{member.Name}");
            notes.Write(path);
            _html.Write($"</dd></div>");
        }

        _html.Write($"</dl>");
    }

    private void Write(ListValue list, Property property, string path)
    {
        if (list.Items is [var only])
        {
            Write(only, property, Leaf.ItemPath(path, 0));
            return;
        }

        var areShort =
            property.Scalar != ScalarTypes.Markdown
            && list.Items.All(item => item is not (EmbeddedValue or ListValue or MapValue or LocalizedValue));
        if (areShort)
            _html.Write($"<ul class=\"brief\">");
        else
            _html.Write($"<ul>");
        for (var i = 0; i < Math.Min(list.Items.Count, MostItems); i++)
        {
            _html.Write($"<li>");
            Write(list.Items[i], property, Leaf.ItemPath(path, i));
            _html.Write($"</li>");
        }

        if (list.Items.Count > MostItems)
            _html.Write($"<li>{page.Texts.Count("andMore", list.Items.Count - MostItems)}</li>");
        _html.Write($"</ul>");
    }

    private void Write(MapValue map, Property property, string path)
    {
        _html.Write($"<dl class=\"parts\">");
        foreach (var entry in map.Entries)
        {
            _html.Write($"<div><dt><bdi>{entry.Key}</bdi></dt><dd>");
            Write(entry.Value, property, Leaf.EntryPath(path, entry.Key));
            _html.Write($"</dd></div>");
        }

        _html.Write($"</dl>");
    }
}
