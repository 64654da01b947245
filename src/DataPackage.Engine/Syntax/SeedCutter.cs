using System.Runtime.InteropServices;
using System.Text;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;
using DataPackage.Shared.Format;

namespace DataPackage.Engine.Syntax;

/// <summary>A file that was cut.</summary>
/// <param name="Pieces">As many for each text of about this length, some of them empty.</param>
/// <param name="Origins">For each piece the places of its items.</param>
internal sealed record CutSeed(
    string FilePath,
    EquatableArray<SeedPiece> Pieces,
    EquatableArray<EquatableArray<ItemOrigin>> Origins
);

/// <summary>The lengths by which files are cut, in characters.</summary>
/// <param name="OfFile">Shorter files are read as a whole, as that takes no longer than looking for their
/// items.</param>
/// <param name="OfPiece">About the length of a piece: long ones take long to read, many take long to compare.</param>
internal sealed record CutLengths(int OfFile, int OfPiece)
{
    public static CutLengths Default { get; } = new(64 * 1024, 8 * 1024);
}

/// <summary>Cuts the text of a YAML file of many entities at its top-level items, without parsing it. The number of the
/// piece that an item belongs to depends on its own text alone: an edited or added item changes its own piece, while
/// all others stay as they are, at the same place of the compiler's tables.</summary>
/// <remarks>A cut that is wrong, such as one within a text in quotes, leaves a piece that cannot be read: then the file
/// is read as a whole.</remarks>
internal sealed class SeedCutter
{
    /// <summary>Line ends that not every reader counts, and the mark that hides the first item.</summary>
    private static readonly char[] Unclear = ['\u0085', '\u2028', '\u2029', '\uFEFF'];

    private readonly string _text;
    private readonly List<ItemOrigin> _items = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly bool _mayBeMap;
    private bool _isList;

    private SeedCutter(string text, bool mayBeMap) => (_text, _mayBeMap) = (text, mayBeMap);

    /// <summary>Null if the file is short, or cannot be cut: its items may depend on each other, or are not in block
    /// style.</summary>
    /// <param name="mayBeMap">Whether the entries of a mapping are items.</param>
    public static CutSeed? Cut(string seedPath, string filePath, string text, bool mayBeMap, CutLengths lengths)
    {
        if (text.Length < lengths.OfFile || text.IndexOfAny(Unclear) >= 0 || MayHaveAnchor(text))
            return null;
        var cutter = new SeedCutter(text, mayBeMap);
        return cutter.FindItems() && cutter._items.Count > 1 ? cutter.Deal(seedPath, filePath, lengths) : null;
    }

    /// <summary>Whether an <c>&amp;</c> may be that of an anchor. Aliases repeat what another item says, and without
    /// anchors there are none.</summary>
    private static bool MayHaveAnchor(string text)
    {
        for (var at = text.IndexOf('&'); at >= 0; at = text.IndexOf('&', at + 1))
            if (
                (at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '[' or '{' or ',')
                && !YamlLines.IsBlankAt(text, at + 1)
            )
                return true;
        return false;
    }

    /// <summary>Finds the lines that start an item. False if some line may be anything else.</summary>
    private bool FindItems()
    {
        var number = 0;
        for (var line = 0; line < _text.Length; line = YamlLines.Next(_text, line), number++)
        {
            if (_text[line] == ' ' || YamlLines.IsEmpty(_text, line))
                continue;
            if (YamlLines.IsItem(_text, line))
            {
                _isList |= _items.Count == 0;
                if (!_isList)
                    continue; // An item of the list that the last key has.
            }
            else if (_isList || !_mayBeMap || !IsEntry(line))
                return false;
            // What stands before the first item belongs to it.
            var isFirst = _items.Count == 0;
            _items.Add(new ItemOrigin(0, 0, isFirst ? 0 : line, isFirst ? 0 : number));
        }

        return true;
    }

    /// <summary>Whether an entry starts with a key that is a plain text, or one in quotes without escapes, and that no
    /// other entry has.</summary>
    private bool IsEntry(int line)
    {
        if (
            _text[line] is '!' or '*' or '?'
            || YamlLines.IsDocumentMark(_text, line)
            || YamlLines.ColonOf(_text, line) is not (> 0 and var colon)
        )
            return false;
        var key = _text.Substring(line, colon - line).TrimEnd();
        if (key[0] is '"' or '\'')
            key = key.IndexOf('\\') < 0 ? key.Substring(1, key.Length - 2) : "";
        return key is not ("" or "<<") && _keys.Add(key);
    }

    /// <summary>Deals the items out to pieces.</summary>
    private CutSeed Deal(string seedPath, string filePath, CutLengths lengths)
    {
        var pieces = new List<int>[PowerOfTwo.AtLeast(_text.Length / lengths.OfPiece)];
        for (var piece = 0; piece < pieces.Length; piece++)
            pieces[piece] = [];
        var hashes = Hashes();
        for (var item = 0; item < hashes.Length; item++)
            pieces[(int)(hashes[item] & (uint)(pieces.Length - 1))].Add(item);

        var origins = new EquatableArray<ItemOrigin>[pieces.Length];
        var texts = new SeedPiece[pieces.Length];
        for (var piece = 0; piece < pieces.Length; piece++)
            texts[piece] = new SeedPiece(
                seedPath,
                new PieceId(filePath, piece),
                Join(pieces[piece], out origins[piece])
            );
        return new CutSeed(filePath, new(texts), new(origins));
    }

    /// <summary>The hashes by which items are dealt out: those of their first lines, which mostly have a key or an id
    /// and stay as they are when a value is edited. If most first lines are alike, those of the whole items.</summary>
    private ulong[] Hashes()
    {
        var lines = new ulong[_items.Count];
        for (var item = 0; item < lines.Length; item++)
            lines[item] = HashOf(item, YamlLines.EndOf(_text, _items[item].StartInFile));
        if (new HashSet<ulong>(lines).Count * 2 >= lines.Length)
            return lines;
        for (var item = 0; item < lines.Length; item++)
            lines[item] = HashOf(item, EndOf(item));
        return lines;
    }

    private ulong HashOf(int item, int end)
    {
        var start = _items[item].StartInFile;
        return KeyHash.Compute(MemoryMarshal.AsBytes(_text.AsSpan(start, end - start)));
    }

    /// <summary>The text of some items, in the order of the file. Only the last item of the file may lack a line end,
    /// so none follows it.</summary>
    private string Join(List<int> items, out EquatableArray<ItemOrigin> origins)
    {
        var text = new StringBuilder(items.Sum(item => EndOf(item) - _items[item].StartInFile));
        var places = new ItemOrigin[items.Count];
        var line = 0;
        for (var i = 0; i < places.Length; i++)
        {
            var item = _items[items[i]];
            places[i] = item with { Start = text.Length, Line = line };
            text.Append(_text, item.StartInFile, EndOf(items[i]) - item.StartInFile);
            if (i + 1 < places.Length)
                line += _items[items[i] + 1].LineInFile - item.LineInFile;
        }

        origins = new(places);
        return text.ToString();
    }

    private int EndOf(int item) => item + 1 < _items.Count ? _items[item + 1].StartInFile : _text.Length;
}
