using System.Globalization;
using System.Text;
using DataPackage.Engine.Articles;
using DataPackage.Engine.Text;
using DataPackage.Shared.Format;

namespace DataPackage.Engine.CSharp;

/// <summary>A generated file as people read it: <c>\uXXXX</c> is decoded, and packed texts are decoded through their
/// windows.</summary>
internal static class GeneratedTexts
{
    /// <summary>A file has texts in a few scripts.</summary>
    private const int MostWindows = 16;

    /// <summary>Finds the stretches of protected articles that the file repeats.</summary>
    public static EquatableArray<Leak> FindIn(
        GeneratedFile file,
        ProtectedArticles articles,
        CancellationToken cancellation
    )
    {
        // Packed names have no capitals that show where a word ends: letters alone would find 'nine' in 'ninety'.
        var scanner = new StretchScanner(articles.Stretches) { FindsAll = true, ComparesWords = true };
        var leaks = new List<Leak>();
        foreach (var text in Of(file))
        {
            foreach (var form in new[] { text, Markup.Shown(text) })
            {
                if (form is null)
                    continue;
                // All stretches: one that an address may repeat can hide another that nothing may.
                scanner.Read(form, leaks.Count, cancellation);
                leaks.AddRange(scanner.Take().Select(found => Leak.Of(file.HintName, found.Stretch, isAddress: false)));
            }
        }

        return leaks.Distinct().ToEquatableArray();
    }

    private static IEnumerable<string> Of(GeneratedFile file)
    {
        yield return Unescape(file.Write());
        var chunks = file switch
        {
            TableFile table => table.Chunks,
            ChunkFile chunk => new[] { chunk.Chunk }.ToEquatableArray(),
            _ => default,
        };
        foreach (var chunk in chunks)
        foreach (var text in ThroughWindows(chunk.ToBytes()))
            yield return text;
    }

    private static string Unescape(string code)
    {
        const int digits = 4;
        var text = new StringBuilder(code.Length);
        for (var i = 0; i < code.Length; i++)
        {
            if (
                code[i] == '\\'
                && i + 1 + digits < code.Length
                && code[i + 1] == 'u'
                && int.TryParse(
                    code.Substring(i + 2, digits),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out var unit
                )
            )
            {
                text.Append((char)unit);
                i += 1 + digits;
            }
            else
                text.Append(code[i]);
        }

        return text.ToString();
    }

    /// <summary>Decodes the bytes once through each window that is opened anywhere in them.</summary>
    private static IEnumerable<string> ThroughWindows(byte[] bytes)
    {
        var windows = new HashSet<int>();
        for (var i = 0; i + PackedFormat.WindowDigits < bytes.Length && windows.Count < MostWindows; i++)
        {
            if (bytes[i] != PackedFormat.Tilde)
                continue;
            var (low, high) = (bytes[i + 1] - PackedFormat.Zero, bytes[i + 2] - PackedFormat.Zero);
            if (low is >= 0 and < 64 && high is >= 0 and < 64)
                windows.Add(low | (high << PackedFormat.BitsPerFixedDigit));
        }

        foreach (var window in windows)
            yield return Through(window, bytes);
    }

    private static string Through(int window, byte[] bytes)
    {
        var first = window << PackedFormat.WindowShift;
        var utf8 = Encoding.UTF8.GetString(bytes);
        var text = new StringBuilder(utf8.Length);
        for (var i = 0; i < utf8.Length; i++)
        {
            if (utf8[i] == PackedFormat.Tilde && i + 1 < utf8.Length)
                text.Append(utf8[++i]);
            else if (utf8[i] is >= (char)PackedFormat.WindowStart and < (char)PackedFormat.Tilde)
                text.Append((char)(first + utf8[i] - PackedFormat.WindowStart));
            else
                text.Append(utf8[i]);
        }

        return text.ToString();
    }
}
