using System.Globalization;
using System.Text;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Syntax;

/// <summary>Turns JSON (RFC 8259) into a tree with positions: without recursion, and within
/// <see cref="SeedLimits"/>.</summary>
/// <remarks>System.Text.Json must not enter the compiler's process: other generators bring it in other versions. The
/// text before the first fault is kept, and the rest is lost. Comments and a comma too many lose nothing.</remarks>
internal sealed class JsonReader : TreeReader
{
    private readonly string _json;
    private readonly List<OpenCollection> _open = [];
    private readonly List<SeedNode> _roots = [];
    private Next _next = Next.Value;
    private int _at;

    /// <summary>The last comma, until the value or the key after it.</summary>
    private int _comma = -1;

    private JsonReader(string json, Func<TextSpan, SeedPosition> locate, DiagnosticBag diagnostics, bool isReported)
        : base(json, locate, diagnostics, isReported) => _json = json;

    /// <summary>What may come next, besides blanks.</summary>
    private enum Next
    {
        Value,
        Key,
        Colon,
        CommaOrEnd,
        Nothing,
    }

    /// <summary>Reads a text that is one value. The first fault is reported and makes the result false;
    /// <paramref name="read"/> then has what is before it.</summary>
    /// <param name="isReported">Whether a fault of the file was reported; then none is reported here.</param>
    public static bool TryRead(
        string json,
        Func<TextSpan, SeedPosition> locate,
        DiagnosticBag diagnostics,
        CancellationToken cancellation,
        out SeedTrees read,
        bool isReported = false
    )
    {
        var reader = new JsonReader(json, locate, diagnostics, isReported);
        reader.Read(cancellation);
        read = reader.Result(reader._roots);
        return !reader.IsBroken;
    }

    private OpenCollection? Top => _open.Count == 0 ? null : _open[_open.Count - 1];

    private void Read(CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            SkipBlanks();
            if (_at < _json.Length ? Take() : _next == Next.Nothing || FailAtEnd())
            {
                if (_at >= _json.Length && _next == Next.Nothing)
                    return;
                continue;
            }

            LoseRest();
            return;
        }
    }

    private bool FailAtEnd()
    {
        _ = Top is { } open
            ? Fail(Rules.MalformedJson, open.Start, 1, $"this '{_json[open.Start]}' is not closed")
            : Fail(Rules.MalformedJson, 0, 0, "the file is empty, and JSON is one value");
        FaultAt = _json.Length;
        return false;
    }

    private void SkipBlanks()
    {
        while (_at < _json.Length)
        {
            if (_json[_at] is ' ' or '\n' or '\r' or '\t')
                _at++;
            else if (!SkipComment())
                return;
        }
    }

    private bool SkipComment()
    {
        var isBlock = string.CompareOrdinal(_json, _at, "/*", 0, 2) == 0;
        if (!isBlock && _json[_at] != '#' && string.CompareOrdinal(_json, _at, "//", 0, 2) != 0)
            return false;
        var end = isBlock
            ? _json.IndexOf("*/", _at + 2, StringComparison.Ordinal) is >= 0 and var found
                ? found + 2
                : _json.Length
            : YamlLines.EndOf(_json, _at);
        Report(Rules.MalformedJson, TextSpan.FromBounds(_at, end), "JSON has no comments");
        _at = end;
        return true;
    }

    private bool Take() =>
        _next switch
        {
            Next.Value when _json[_at] == ']' && Top is { IsMapping: false } => Close(),
            Next.Key when _json[_at] == '}' => Close(),
            Next.CommaOrEnd when _json[_at] is ']' or '}' => Close(),
            Next.CommaOrEnd => TakeComma(),
            Next.Colon => TakeColon(),
            Next.Key => TakeKey(),
            Next.Value => TakeValue(),
            _ => Fail(Rules.MalformedJson, _at, 1, "the value of the file ends before this"),
        };

    private bool TakeComma()
    {
        if (_json[_at] != ',')
            return Fail(Rules.MalformedJson, _at, 1, "a comma is missing before this");
        (_next, _comma) = (Top!.IsMapping ? Next.Key : Next.Value, _at++);
        return true;
    }

    private bool TakeColon()
    {
        if (_json[_at] != ':')
            return Fail(Rules.MalformedJson, _at, 1, "a colon is missing before this");
        (_next, _comma) = (Next.Value, -1);
        _at++;
        return true;
    }

    private bool TakeKey()
    {
        if (_json[_at] != '"')
            return Fail(Rules.MalformedJson, _at, 1, "a key is in double quotes");
        var start = _at;
        if (ReadText() is not { } text || !Count(_at))
            return false;
        (_next, _comma) = (Next.Colon, -1);
        OpenKey(Top!, new SeedScalar(TextSpan.FromBounds(start, _at), text, IsPlain: false));
        return true;
    }

    private bool TakeValue()
    {
        var (start, c) = (_at, _json[_at]);
        if (c is '[' or '{')
            return Open(c == '{');
        if (!Count(_at))
            return false;
        var text = c == '"' ? ReadText() : ReadWord();
        if (text is null)
            return false;
        Add(Scalar(TextSpan.FromBounds(start, _at), text, isPlain: c != '"'));
        return true;
    }

    private bool Open(bool isMapping)
    {
        if (_open.Count >= SeedLimits.Depth)
            return Fail(
                Rules.LimitExceeded,
                _at,
                1,
                "Lists and objects are nested too deeply",
                InWords(SeedLimits.Depth, "levels")
            );
        if (!Count(_at))
            return false;
        _open.Add(new OpenCollection(_at++, isMapping));
        (_next, _comma) = (isMapping ? Next.Key : Next.Value, -1);
        return true;
    }

    private bool Close()
    {
        var top = Top!;
        if (top.IsMapping != (_json[_at] == '}'))
            return Fail(
                Rules.MalformedJson,
                _at,
                1,
                $"this '{_json[_at]}' does not close the '{_json[top.Start]}' that is open"
            );
        if (_comma >= 0)
            Report(Rules.MalformedJson, new TextSpan(_comma, 1), "nothing comes after this comma");
        _at++;
        CloseTop(_at);
        return true;
    }

    private void CloseTop(int end)
    {
        var closed = Top!;
        _open.RemoveAt(_open.Count - 1);
        Add(closed.ToNode(TextSpan.FromBounds(closed.Start, end)));
    }

    private void Add(SeedNode node)
    {
        _comma = -1;
        _next = _open.Count == 0 ? Next.Nothing : Next.CommaOrEnd;
        if (Top is { } parent)
            parent.Add(node);
        else
            _roots.Add(node);
    }

    /// <summary>Closes all that is open at the end of the text.</summary>
    private void LoseRest()
    {
        var end = _json.TrimEnd().Length;
        var lost = TextSpan.FromBounds(Math.Min(FaultAt, end), end);
        Lose(lost);
        if (Top is { IsMapping: true, Key: not null } entry)
            entry.Add(new SeedScalar(lost, "", IsPlain: true));
        while (_open.Count > 0)
            CloseTop(end);
    }

    /// <summary>A number, true, false or null; null after a fault.</summary>
    private string? ReadWord()
    {
        var start = _at;
        while (_at < _json.Length && IsOfWord(_json[_at]))
            _at++;
        var word = _json.Substring(start, _at - start);
        if (word is "true" or "false" or "null")
            return KeyPool.Share(word);
        if (JsonNumber.Refuse(word) is not { } refused)
            return word;
        Fail(Rules.MalformedJson, start, Math.Max(1, _at - start), refused);
        return null;
    }

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c is '+' or '-' or '.' or '_' or '$';

    /// <summary>The text in quotes; null after a fault.</summary>
    private string? ReadText()
    {
        var start = _at++;
        StringBuilder? text = null;
        for (var copied = _at; ; )
        {
            while (_at < _json.Length && _json[_at] is not ('"' or '\\' or < ' '))
                _at++;
            if (_at >= _json.Length || _json[_at] is '\n' or '\r')
                Fail(Rules.MalformedJson, start, _at - start, "this text is not closed on its line");
            else if (_json[_at] < ' ')
                Fail(Rules.MalformedJson, _at, 1, "a text has its control characters as escapes: a tab is '\\t'");
            else if (_json[_at] == '"')
            {
                var end = _at++;
                return text is null
                    ? _json.Substring(copied, end - copied)
                    : text.Append(_json, copied, end - copied).ToString();
            }
            else
            {
                text = (text ?? new StringBuilder()).Append(_json, copied, _at - copied);
                if (ReadEscape(text))
                {
                    copied = _at;
                    continue;
                }
            }

            return null;
        }
    }

    private bool ReadEscape(StringBuilder text)
    {
        var (start, c) = (_at, _at + 1 < _json.Length ? _json[_at + 1] : '\0');
        if (c == 'u')
            return ReadUnicode(text);
        if ("\"\\/bfnrt".IndexOf(c) is not (>= 0 and var index) || c == '\0')
            return Fail(
                Rules.MalformedJson,
                start,
                Math.Min(2, _json.Length - start),
                "JSON has no such escape; a backslash is '\\\\'"
            );
        text.Append("\"\\/\b\f\n\r\t"[index]);
        _at += 2;
        return true;
    }

    private bool ReadUnicode(StringBuilder text)
    {
        var start = _at;
        if (CodeAt(start) is not { } first)
            return Fail(
                Rules.MalformedJson,
                start,
                Math.Min(6, _json.Length - start),
                "four hexadecimal digits come after '\\u'"
            );
        _at += 6;
        text.Append(first);
        if (!char.IsSurrogate(first))
            return true;
        if (char.IsLowSurrogate(first) || CodeAt(_at) is not { } second || !char.IsLowSurrogate(second))
            return Fail(Rules.MalformedJson, start, 6, "this is half of a surrogate pair, and no character");
        text.Append(second);
        _at += 6;
        return true;
    }

    /// <summary>The code unit of an escape <c>\uXXXX</c>; null if there is none.</summary>
    private char? CodeAt(int at) =>
        at + 6 <= _json.Length
        && _json[at] == '\\'
        && _json[at + 1] == 'u'
        && ushort.TryParse(
            _json.Substring(at + 2, 4),
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out var code
        )
            ? (char)code
            : null;
}
