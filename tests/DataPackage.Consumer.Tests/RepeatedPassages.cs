using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace DataPackage.Consumer.Tests;

/// <summary>Searches files of any type for stretches of eight words of a text: in UTF-8 and UTF-16, with any separators
/// between the words, and with the escapes of XML and C#.</summary>
internal sealed partial class RepeatedPassages
{
    private const int Length = 8;

    /// <summary>By the words in the middle. The first and the last word of a packed text may touch bytes that look like
    /// letters.</summary>
    private readonly ILookup<string, (string First, string Last)> _stretches;

    public RepeatedPassages(string text) =>
        _stretches = Stretches(Words(text))
            .ToLookup(stretch => stretch.Middle, stretch => (stretch.First, stretch.Last));

    public bool IsEmpty => _stretches.Count == 0;

    /// <summary>The stretches that the file repeats.</summary>
    public IReadOnlyList<string> In(byte[] file) =>
        [
            .. new[]
            {
                Encoding.UTF8.GetString(file),
                Encoding.Unicode.GetString(file),
                Encoding.Unicode.GetString(file.AsSpan(Math.Min(1, file.Length))),
            }
                .SelectMany(text => Stretches(Words(text)))
                .Where(found =>
                    _stretches[found.Middle]
                        .Any(known =>
                            found.First.EndsWith(known.First, StringComparison.Ordinal)
                            && found.Last.StartsWith(known.Last, StringComparison.Ordinal)
                        )
                )
                .Select(found => $"{found.First} {found.Middle} {found.Last}")
                .Distinct(),
        ];

    private static IEnumerable<(string First, string Middle, string Last)> Stretches(string[] words) =>
        Enumerable
            .Range(0, Math.Max(0, words.Length - Length + 1))
            .Select(start => (words[start], string.Join(' ', words, start + 1, Length - 2), words[start + Length - 1]));

    private static string[] Words(string text)
    {
        var decoded = Escape()
            .Replace(
                WebUtility.HtmlDecode(text),
                match =>
                    (
                        (char)
                            ushort.Parse(
                                match.Groups[1].ValueSpan,
                                NumberStyles.HexNumber,
                                CultureInfo.InvariantCulture
                            )
                    ).ToString()
            );
        return [.. Word().Matches(decoded).Select(match => match.Value.ToLowerInvariant())];
    }

    [GeneratedRegex(@"\\u([0-9A-Fa-f]{4})")]
    private static partial Regex Escape();

    [GeneratedRegex(@"[\p{L}\p{Nd}]+")]
    private static partial Regex Word();
}
