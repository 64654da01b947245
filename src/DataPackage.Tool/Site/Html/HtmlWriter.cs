using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using DataPackage.Engine.Schema.Types;

namespace DataPackage.Tool.Site.Html;

/// <summary>Writes HTML or XML in UTF-8. Only what stands literally in our source is markup: whatever is put into it is
/// escaped, for texts and for values of attributes in double quotes alike.</summary>
internal sealed class HtmlWriter
{
    /// <summary>Characters that no document may have.</summary>
    private static readonly string NoText =
        "\uFFFE\uFFFF"
        + string.Concat(
            Enumerable.Range(0, 0xA0).Where(c => c is (< ' ' and not ('\n' or '\t')) or >= 0x7F).Select(c => (char)c)
        )
        + string.Concat(Enumerable.Range(0xFDD0, 0x20).Select(c => (char)c));

    private static readonly SearchValues<char> Forbidden = SearchValues.Create(NoText);

    /// <summary>What means something in a text or in an attribute, and what no document may have.</summary>
    private static readonly SearchValues<char> Escaped = SearchValues.Create("<>&\"'" + NoText);

    private readonly ArrayBufferWriter<byte> _bytes = new(1 << 14);

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public void Clear() => _bytes.ResetWrittenCount();

    /// <summary>Writes an interpolated text: its literal parts as markup, its values escaped.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "The compiler hands this writer to the text.")]
    public void Write([InterpolatedStringHandlerArgument("")] Markup markup) => _ = markup;

    /// <summary>Writes a text that means itself.</summary>
    public void Text(string? text)
    {
        ReadOnlySpan<char> rest = text;
        while (rest.IndexOfAny(Escaped) is >= 0 and var at)
        {
            Encode(rest[..at]);
            Encode(
                rest[at] switch
                {
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '&' => "&amp;",
                    '"' => "&quot;",
                    '\'' => "&#39;",
                    // A line may end with both.
                    '\r' => rest[at..].StartsWith("\r\n", StringComparison.Ordinal) ? "" : "\n",
                    _ => "\uFFFD",
                }
            );
            rest = rest[(at + 1)..];
        }

        Encode(rest);
    }

    /// <summary>Writes markup that this class or a library of ours wrote.</summary>
    public void Copy(ReadOnlySpan<byte> markup) => _bytes.Write(markup);

    /// <summary>Writes markup that a library wrote of a text that may have characters that no document may
    /// have.</summary>
    public void Copy(string markup)
    {
        ReadOnlySpan<char> rest = markup;
        while (rest.IndexOfAny(Forbidden) is >= 0 and var at)
        {
            Encode(rest[..at]);
            Encode("\uFFFD");
            rest = rest[(at + 1)..];
        }

        Encode(rest);
    }

    /// <summary>Half a surrogate pair becomes U+FFFD.</summary>
    private void Encode(ReadOnlySpan<char> text) => Encoding.UTF8.GetBytes(text, _bytes);

    private void Number(long number)
    {
        var digits = _bytes.GetSpan(20);
        Utf8Formatter.TryFormat(number, digits, out var length);
        _bytes.Advance(length);
    }

    /// <summary>The parts of an interpolated text, which the compiler hands over one by one.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Markup
    {
        private readonly HtmlWriter _html;

        public Markup(int literalLength, int formattedCount, HtmlWriter html)
        {
            _ = (literalLength, formattedCount);
            _html = html;
        }

        public void AppendLiteral(string markup) => _html.Encode(markup);

        public void AppendFormatted(string? text) => _html.Text(text);

        public void AppendFormatted(int number) => _html.Number(number);

        public void AppendFormatted(Link link) => link.WriteTo(_html);

        public void AppendFormatted(Words words) => words.WriteTo(_html);
    }
}

/// <summary>A text with the language that it is in.</summary>
/// <param name="Language">A tag of BCP 47; null if it is that of the page, or unknown.</param>
internal readonly record struct Words(string Text, string? Language = null)
{
    public void WriteTo(HtmlWriter html)
    {
        if (Language is null)
            html.Write($"<bdi>{Text}</bdi>");
        else
            html.Write($"<bdi lang=\"{Language}\">{Text}</bdi>");
    }
}

/// <summary>A link to a page of the site, or to an address on the web.</summary>
/// <param name="Address">Relative, or absolute with http or https: everything else is written as text, since it may be
/// a script.</param>
internal readonly record struct Link(string Address, Words Words)
{
    public Link(string address, string text)
        : this(address, new Words(text)) { }

    public void WriteTo(HtmlWriter html)
    {
        if (Formats.IsWebAddress(Address))
            // With signs escaped that seeds may have and addresses in pages may not: <, ", blanks.
            html.Write($"<a href=\"{new Uri(Address).AbsoluteUri}\">{Words}</a>");
        else if (!Address.Contains(':', StringComparison.Ordinal))
            html.Write($"<a href=\"{Address}\">{Words}</a>");
        else
            html.Write($"{Words}");
    }
}
