using System.Text;
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
        var document = Markdown.Parse(text, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>())
            heading.Level = Math.Min(6, heading.Level + HeadingsAbove);
        foreach (var link in document.Descendants<LinkInline>().ToList())
            if (Formats.IsWebAddress(link.GetDynamicUrl?.Invoke() ?? link.Url ?? ""))
                link.IsImage = false;
            else
                link.ReplaceBy(new ContainerInline());
        foreach (var link in document.Descendants<AutolinkInline>().ToList())
            if (!Formats.IsWebAddress(link.Url))
                link.ReplaceBy(new LiteralInline(link.Url));
        using var written = new StringWriter(System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" };
        Markdown.ToHtml(document, written, Pipeline);
        html.Copy(Encoding.UTF8.GetBytes(written.ToString().Replace('\0', '\uFFFD')));
    }
}
