using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Syntax;

/// <summary>Reads one seed: YAML, an article with front matter, or the plain text of an article.</summary>
internal static class SeedReader
{
    /// <summary>What a file yields whose name is refused: nothing, and no message but the one about the name tells of
    /// it. Null of a file with a name that a seed may have.</summary>
    /// <remarks>A build of ours says the same before there is a compiler.</remarks>
    public static SeedDocument? Refuse(string seedPath, string filePath)
    {
        var (path, reason) = SeedNames.RefuseFullPath(filePath) is { } anywhere
            ? (filePath, anywhere)
            : (seedPath, SeedNames.Refuse(seedPath));
        return reason is null
            ? null
            : Failed("", filePath, new SeedDiagnostic(Rules.RefusedName, default, new([path, reason])));
    }

    /// <summary>What a file yields of which no text is to be had.</summary>
    public static SeedDocument Unreadable(string seedPath, string filePath) =>
        Refused(seedPath, filePath, Rules.UnreadableSeed, seedPath);

    /// <summary>What a file yields that is longer than <see cref="SeedLimits.FileLength"/>; its text need not be asked
    /// for.</summary>
    public static SeedDocument TooLong(string seedPath, string filePath) =>
        Refused(
            seedPath,
            filePath,
            Rules.LimitExceeded,
            "This file is too long",
            SeedLimits.FileLength.ToString("N0", CultureInfo.InvariantCulture) + " characters"
        );

    /// <summary>What a file yields that could not be read for a reason that is no fault of the file.</summary>
    public static SeedDocument Failed(string seedPath, string filePath, SeedDiagnostic failure) =>
        new(seedPath, filePath, new LineMap(default), null, null, IsBroken: true, new([failure]));

    private static SeedDocument Refused(string seedPath, string filePath, Rule rule, params string[] arguments)
    {
        var diagnostics = new DiagnosticBag();
        diagnostics.Add(rule, SeedPosition.StartOf(filePath), arguments);
        return new SeedDocument(
            seedPath,
            filePath,
            new LineMap(default),
            null,
            null,
            IsBroken: true,
            diagnostics.ToEquatableArray()
        );
    }

    public static SeedDocument Read(string seedPath, string filePath, string text, CancellationToken cancellation)
    {
        if (text.Length > SeedLimits.FileLength)
            return TooLong(seedPath, filePath);
        var diagnostics = new DiagnosticBag();
        var lines = LineMap.Of(text);
        SeedPosition Locate(TextSpan span) => new(filePath, span, lines[span]);
        var extension = LetterCase.ToLower(seedPath.Substring(seedPath.LastIndexOf('.') + 1));
        var isDeclaration = SeedPaths.IsDeclaration(seedPath);
        var (yaml, bodyStart, isClosed) = (default(TextSpan), 0, false);
        var hasFrontMatter = extension == "md" && FrontMatter.TryFind(text, out yaml, out bodyStart, out isClosed);

        // Only what a schema describes can have its leave to hold a bidirectional control.
        var described =
            isDeclaration || extension == "txt" ? 0
            : extension != "md" ? text.Length
            : hasFrontMatter ? yaml.End
            : 0;
        var isForbidden = ReportForbidden(text, described, Locate, diagnostics);
        var controls = isForbidden ? default : ControlsIn(text, described);
        var readable = isForbidden ? SeedCharacters.MaskForbidden(text, described) : text;
        SeedDocument Result(YamlTrees read, ArticleBody? article, bool isBroken) =>
            new(
                seedPath,
                filePath,
                lines,
                read.First,
                article,
                isBroken || isForbidden,
                diagnostics.ToEquatableArray(),
                read.Roots.Skip(1).ToEquatableArray(),
                DirectionControls: controls,
                Lost: read.Lost,
                Size: read.Size + new SeedSize(text.Length, 0)
            );

        ArticleBody? Body(int start)
        {
            // Nobody knows what a text says that holds what it must not hold.
            if (isForbidden && readable.IndexOf(SeedCharacters.Mask, start) >= 0)
                return null;
            var body = ReadBody(text.Substring(start));
            return body with { FirstLine = lines[start].Line + body.FirstLine };
        }

        if (extension == "txt")
            return Result(default, Body(0), isBroken: false);
        if (isDeclaration)
        {
            var isWhole = YamlReader.TryRead(
                readable,
                0,
                Locate,
                diagnostics,
                cancellation,
                out var declared,
                mayChangeDirection: false,
                isForbidden
            );
            return Result(
                SeedPaths.IsPackageFacts(seedPath) ? SalvagedNamespace.In(declared, text) : declared,
                null,
                !isWhole
            );
        }

        if (extension != "md")
        {
            var isWhole = YamlReader.TryReadAll(
                readable,
                Locate,
                diagnostics,
                cancellation,
                out var seeds,
                isForbidden
            );
            return Result(seeds, null, !isWhole);
        }

        if (!isClosed && !isForbidden)
            diagnostics.Add(
                Rules.FrontMatter,
                Locate(new TextSpan(0, 0)),
                text.StartsWith("---", StringComparison.Ordinal)
                    ? "The front matter of this article is not closed: a line '---' must end it"
                    : "An article starts with its metadata in YAML between two lines '---'"
            );
        if (!hasFrontMatter)
            return Result(default, Body(0), isBroken: true);
        var succeeded = YamlReader.TryRead(
            readable.Substring(yaml.Start, yaml.Length),
            yaml.Start,
            Locate,
            diagnostics,
            cancellation,
            out var front,
            isReported: isForbidden || !isClosed
        );
        return Result(front, Body(bodyStart), isBroken: !succeeded);
    }

    /// <summary>Reports the first character that must not stand where it does.</summary>
    /// <param name="described">Up to where a property may have leave to hold a bidirectional control.</param>
    private static bool ReportForbidden(
        string text,
        int described,
        Func<TextSpan, SeedPosition> locate,
        DiagnosticBag diagnostics
    )
    {
        if (SeedCharacters.IndexOfForbidden(text) is >= 0 and var index)
        {
            diagnostics.Add(
                Rules.ForbiddenCharacter,
                locate(new TextSpan(index, 1)),
                SeedCharacters.NameOf(text, index),
                SeedCharacters.Explain(text[index]),
                text[index] <= '\uFFFF' && text[index] != '\uFFFD'
                    ? "; inside double quotes write it as an escape, if it is meant"
                    : ""
            );
            return true;
        }

        if (SeedCharacters.IndexOfBidirectionalControl(text, described) is not (>= 0 and var misplaced))
            return false;
        diagnostics.Add(
            Rules.ForbiddenCharacter,
            locate(new TextSpan(misplaced, 1)),
            SeedCharacters.NameOf(text, misplaced),
            SeedCharacters.Explain(text[misplaced]),
            "; only a property can have leave to hold one"
        );
        return true;
    }

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
        /// <summary>Finds the YAML between a first line <c>---</c> and the next such line; where none is, up to a blank
        /// line.</summary>
        /// <param name="isClosed">Whether there is a second such line.</param>
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
