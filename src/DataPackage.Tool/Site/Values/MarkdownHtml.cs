using System.Globalization;
using DataPackage.Engine.Schema.Types;
using DataPackage.Tool.Site.Html;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DataPackage.Tool.Site.Values;

/// <summary>Shows values in Markdown. HTML in them is text, images are links, and a link leads to the web or
/// nowhere.</summary>
internal static class MarkdownHtml
{
    /// <summary>Headings of a value stand below those of the page.</summary>
    private const int HeadingsAbove = 2;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static void Write(string text, HtmlWriter html)
    {
        if (HtmlOf(text) is { } markup)
            html.Copy(markup);
        else
            html.Write($"<p>{text}</p>\n");
    }

    /// <summary>Null if quotes, lists or links are within one another so often that the library gives up.</summary>
    private static string? HtmlOf(string text)
    {
        using var written = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        try
        {
            var document = Markdown.Parse(text, Pipeline);
            foreach (var heading in document.Descendants<HeadingBlock>())
                heading.Level = Math.Min(6, heading.Level + HeadingsAbove);
            foreach (var link in document.Descendants<LinkInline>().ToList())
                Adapt(link);
            foreach (var link in document.Descendants<AutolinkInline>().ToList())
                if (!Formats.IsWebAddress(link.Url) || IsInLink(link))
                    link.ReplaceBy(new LiteralInline(link.Url));
            Markdown.ToHtml(document, written, Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }

        return written.ToString();
    }

    private static void Adapt(LinkInline link)
    {
        if (AddressOf(link) is not { } address || IsInLink(link))
        {
            link.ReplaceBy(new ContainerInline());
            return;
        }

        link.IsImage = false;
        // A link must have a name.
        if (
            !link.Descendants()
                .Any(inline => inline is LiteralInline or CodeInline or HtmlEntityInline or AutolinkInline)
        )
            link.AppendChild(new LiteralInline(address));
    }

    /// <summary>Null if it is none of the web.</summary>
    private static string? AddressOf(LinkInline link) =>
        (link.GetDynamicUrl?.Invoke() ?? link.Url) is { } address && Formats.IsWebAddress(address) ? address : null;

    /// <summary>Whether a link is above: no link may be within another.</summary>
    private static bool IsInLink(Inline inline)
    {
        for (var above = inline.Parent; above is not null; above = above.Parent)
            if (above is LinkInline link && AddressOf(link) is not null)
                return true;
        return false;
    }
}
