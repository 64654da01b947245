using System.Security.Cryptography;
using System.Text;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Syntax;

/// <summary>Reads the text of one seed, by the extension of its file.</summary>
internal sealed class SeedTextReader
{
    private readonly string _seedPath;
    private readonly string _filePath;
    private readonly string _text;
    private readonly CancellationToken _cancellation;
    private readonly DiagnosticBag _diagnostics = new();
    private readonly LineMap _lines;
    private readonly bool _mayEndLines;

    /// <summary>The text, with its forbidden characters masked.</summary>
    private string _readable;
    private bool _isForbidden;
    private EquatableArray<int> _controls;

    public SeedTextReader(string seedPath, string filePath, string text, CancellationToken cancellation)
    {
        (_seedPath, _filePath, _text, _cancellation) = (seedPath, filePath, text, cancellation);
        _lines = LineMap.Of(text);
        _mayEndLines = SeedPaths.IsDataFormat(seedPath);
        _readable = text;
    }

    public SeedDocument Read()
    {
        if (_seedPath == SeedPaths.Ledger)
            return ReadLines();
        var extension = LetterCase.ToLower(_seedPath.Substring(_seedPath.LastIndexOf('.') + 1));
        if (extension is "md" or "txt")
            return ReadText(isPlain: extension == "txt");
        var isDeclaration = SeedPaths.IsDeclaration(_seedPath);
        Mask(isDeclaration ? 0 : _text.Length);
        return extension switch
        {
            "json" => ReadJson(),
            "csv" or "tsv" => ReadTable(TableFormat.Of(extension, _readable)),
            _ => isDeclaration ? ReadDeclaration() : ReadData(),
        };
    }

    /// <summary>Reads a text that is no tree: whoever needs its lines parts them.</summary>
    private SeedDocument ReadLines()
    {
        var text = new SeedScalar(new TextSpan(0, _text.Length), _text, IsPlain: false);
        return Result(new SeedTrees(new([text]), default, default), null, isBroken: false);
    }

    private SeedDocument ReadJson()
    {
        var isWhole = JsonReader.TryRead(_readable, Locate, _diagnostics, _cancellation, out var read, _isForbidden);
        return Result(read, null, !isWhole);
    }

    private SeedDocument ReadTable(TableFormat format)
    {
        var isWhole = TableReader.TryRead(
            _readable,
            format,
            Locate,
            _diagnostics,
            _cancellation,
            out var read,
            _isForbidden
        );
        return Result(read, null, !isWhole);
    }

    private SeedDocument ReadDeclaration()
    {
        var isWhole = YamlReader.TryRead(
            _readable,
            0,
            Locate,
            _diagnostics,
            _cancellation,
            out var read,
            mayChangeDirection: false,
            _isForbidden
        );
        return Result(SeedPaths.IsPackageFacts(_seedPath) ? SalvagedNamespace.In(read, _text) : read, null, !isWhole);
    }

    private SeedDocument ReadData()
    {
        var isWhole = YamlReader.TryReadAll(_readable, Locate, _diagnostics, _cancellation, out var read, _isForbidden);
        return Result(read, null, !isWhole);
    }

    /// <summary>Reads a text with its metadata. A plain text needs none.</summary>
    private SeedDocument ReadText(bool isPlain)
    {
        var hasFrontMatter = FrontMatter.TryFind(_text, out var yaml, out var bodyStart, out var isClosed);
        if (isPlain && !isClosed)
            hasFrontMatter = false;
        Mask(hasFrontMatter ? yaml.End : 0);
        var whole = isPlain ? Body(0) : null;
        if (!hasFrontMatter)
            return Result(default, whole ?? Body(0), isBroken: false) with
            {
                WholeText = whole,
                TextFault = isPlain ? null : "An article starts with its metadata in YAML between two lines '---'",
            };
        var isWhole = YamlReader.TryRead(
            _readable.Substring(yaml.Start, yaml.Length),
            yaml.Start,
            Locate,
            _diagnostics,
            _cancellation,
            out var read,
            isReported: _isForbidden || !isClosed
        );
        return Result(read, Body(bodyStart), !isWhole) with
        {
            WholeText = whole,
            TextFault = isClosed ? null : "The front matter of this file is not closed: a line '---' must end it",
        };
    }

    private SeedPosition Locate(TextSpan span) => new(_filePath, span, _lines[span]);

    private SeedDocument Result(SeedTrees read, ArticleBody? article, bool isBroken) =>
        new()
        {
            SeedPath = _seedPath,
            FilePath = _filePath,
            Lines = _lines,
            Root = read.First,
            MoreRoots = read.Roots.Skip(1).ToEquatableArray(),
            Article = article,
            IsBroken = isBroken || _isForbidden,
            Diagnostics = _diagnostics.ToEquatableArray(),
            DirectionControls = _controls,
            Lost = read.Lost,
            Size = read.Size + new SeedSize(_text.Length, 0),
        };

    /// <summary>The text of the article; null if it has a forbidden character.</summary>
    private ArticleBody? Body(int start)
    {
        if (_isForbidden && _readable.IndexOf(SeedCharacters.Mask, start) >= 0)
            return null;
        var body = ReadBody(_text.Substring(start));
        return body with { FirstLine = _lines[start].Line + body.FirstLine };
    }

    /// <summary>Reports the first forbidden character, and masks all of them.</summary>
    /// <param name="described">The end of what a schema describes: up to there a property may allow bidirectional
    /// controls.</param>
    private void Mask(int described)
    {
        _isForbidden = ReportForbidden(described);
        if (_isForbidden)
            _readable = SeedCharacters.MaskForbidden(_text, described, _mayEndLines);
        else
            _controls = ControlsIn(_text, described);
    }

    /// <summary>Reports the first character that is not allowed at its place.</summary>
    /// <param name="described">Up to this offset a property may allow bidirectional controls.</param>
    private bool ReportForbidden(int described)
    {
        if (SeedCharacters.IndexOfForbidden(_text, 0, _mayEndLines) is >= 0 and var index)
        {
            ReportForbidden(
                index,
                _text[index] <= '\uFFFF' && _text[index] != '\uFFFD'
                    ? "; inside double quotes write it as an escape, if it is meant"
                    : ""
            );
            return true;
        }

        if (SeedCharacters.IndexOfBidirectionalControl(_text, described) is not (>= 0 and var misplaced))
            return false;
        ReportForbidden(misplaced, "; only a property can have leave to hold one");
        return true;
    }

    private void ReportForbidden(int index, string hint) =>
        _diagnostics.Add(
            Rules.ForbiddenCharacter,
            Locate(new TextSpan(index, 1)),
            SeedCharacters.NameOf(_text, index),
            SeedCharacters.Explain(_text[index]),
            hint
        );

    private static EquatableArray<int> ControlsIn(string text, int described) =>
        SeedCharacters.IndexOfBidirectionalControl(text) is >= 0 and var first
            ? Enumerable
                .Range(first, described - first)
                .Where(i => SeedCharacters.IsBidirectionalControl(text[i]))
                .ToEquatableArray()
            : default;

    private static ArticleBody ReadBody(string text)
    {
        var whole = text.Replace("\r\n", "\n").Replace('\r', '\n');
        var trimmed = whole.TrimStart('\n', ' ', '\t');
        var blankLines = whole.Take(whole.Length - trimmed.Length).Count(c => c == '\n');
        var normalized = NormalForm.Of(trimmed.TrimEnd('\n', ' ', '\t'));
        using var sha256 = SHA256.Create();
        var hash = sha256.ComputeHash(Encoding.UTF8.GetBytes(normalized));
        return new ArticleBody(normalized, Hexadecimal.Of(hash), ParagraphsOf(normalized), 1 + blankLines);
    }

    /// <summary>Blank lines separate paragraphs; in a text without any, every line is one.</summary>
    private static EquatableArray<int> ParagraphsOf(string text)
    {
        List<int> lines = [],
            paragraphs = [];
        var hasBlankLines = false;
        var afterBlank = true;
        for (var line = 0; line < text.Length; )
        {
            var end = text.IndexOf('\n', line) is >= 0 and var found ? found : text.Length;
            var isBlank = IsBlank(text, line, end);
            if (!isBlank)
                lines.Add(line);
            if (!isBlank && afterBlank)
                paragraphs.Add(line);
            hasBlankLines |= isBlank;
            afterBlank = isBlank;
            line = end + 1;
        }

        return (hasBlankLines ? paragraphs : lines).ToEquatableArray();
    }

    private static bool IsBlank(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        return start == end;
    }

    private static class FrontMatter
    {
        /// <summary>Finds the YAML between a first line <c>---</c> and the next such line; if there is none, up to a
        /// blank line.</summary>
        /// <param name="isClosed">Whether there is a second line <c>---</c>.</param>
        public static bool TryFind(string text, out TextSpan yaml, out int bodyStart, out bool isClosed)
        {
            (yaml, bodyStart, isClosed) = (default, 0, false);
            if (!IsFence(text, 0, out var start))
                return false;
            for (var line = start; line < text.Length; line = YamlLines.Next(text, line))
            {
                if (!IsFence(text, line, out bodyStart))
                    continue;
                (yaml, isClosed) = (TextSpan.FromBounds(start, line), true);
                return true;
            }

            bodyStart = start;
            while (bodyStart < text.Length && !IsBlank(text, bodyStart, YamlLines.Next(text, bodyStart)))
                bodyStart = YamlLines.Next(text, bodyStart);
            yaml = TextSpan.FromBounds(start, bodyStart);
            return true;
        }

        private static bool IsFence(string text, int line, out int next)
        {
            next = YamlLines.Next(text, line);
            return string.CompareOrdinal(text, line, "---", 0, 3) == 0
                && next - line >= 3
                && IsBlank(text, line + 3, next);
        }
    }
}
