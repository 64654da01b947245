using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DataPackage.Generator.Diagnostics;
using DataPackage.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DataPackage.Generator.Syntax;

/// <summary>Reads one seed: YAML, an article with front matter, or the plain text of an article.</summary>
internal static class SeedReader
{
    public static SeedDocument Read(string seedPath, AdditionalText file, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        if (file.GetText(cancellation) is not { } source)
        {
            diagnostics.Add(Rules.UnreadableSeed, SeedLocation.StartOf(file.Path), seedPath);
            return new SeedDocument(seedPath, file.Path, new LineMap(default), null, null, IsBroken: true, diagnostics.ToArray());
        }

        if (source.Length > SeedLimits.FileLength)
        {
            diagnostics.Add(Rules.LimitExceeded, SeedLocation.StartOf(file.Path), "This file is too long",
                SeedLimits.FileLength.ToString("N0", CultureInfo.InvariantCulture) + " characters");
            return new SeedDocument(seedPath, file.Path, new LineMap(default), null, null, IsBroken: true, diagnostics.ToArray());
        }

        var text = source.ToString();
        var lines = LineMap.Of(text);
        SeedLocation Locate(TextSpan span) => new(file.Path, span, lines[span]);
        EquatableArray<int> controls = default;
        SeedDocument Result(SeedNode? root, ArticleBody? article, bool isBroken) =>
            new(seedPath, file.Path, lines, root, article, isBroken, diagnostics.ToArray(), DirectionControls: controls);

        if (SeedCharacters.IndexOfForbidden(text) is >= 0 and var index)
        {
            diagnostics.Add(Rules.ForbiddenCharacter, Locate(new TextSpan(index, 1)),
                SeedCharacters.NameOf(text, index), SeedCharacters.Explain(text[index]),
                text[index] <= '\uFFFF' && text[index] != '\uFFFD' ? "; inside double quotes write it as an escape, if it is meant" : "");
            return Result(null, null, isBroken: true);
        }

        var extension = seedPath.Substring(seedPath.LastIndexOf('.') + 1).ToLowerInvariant();
        var isDeclaration = SeedPaths.IsDeclaration(seedPath);
        var (yaml, bodyStart) = (default(TextSpan), 0);
        var hasFrontMatter = extension == "md" && FrontMatter.TryFind(text, out yaml, out bodyStart);

        // Only what a schema describes can have its leave to hold a bidirectional control.
        var described = isDeclaration || extension == "txt" ? 0 : extension != "md" ? text.Length : hasFrontMatter ? yaml.End : 0;
        if (SeedCharacters.IndexOfBidirectionalControl(text) is >= 0 and var control)
        {
            if (SeedCharacters.IndexOfBidirectionalControl(text, described) is >= 0 and var misplaced)
            {
                diagnostics.Add(Rules.ForbiddenCharacter, Locate(new TextSpan(misplaced, 1)),
                    SeedCharacters.NameOf(text, misplaced), SeedCharacters.Explain(text[misplaced]), "; only a property can have leave to hold one");
                return Result(null, null, isBroken: true);
            }

            controls = Enumerable.Range(control, described - control).Where(i => SeedCharacters.IsBidirectionalControl(text[i])).ToEquatableArray();
        }

        ArticleBody Body(int start)
        {
            var body = ReadBody(text.Substring(start));
            return body with { FirstLine = lines[start].Line + body.FirstLine };
        }

        if (extension == "txt") return Result(null, Body(0), isBroken: false);
        if (extension != "md")
        {
            if (isDeclaration)
            {
                var read = YamlReader.TryRead(text, 0, Locate, diagnostics, cancellation, out var root, mayChangeDirection: false);
                return Result(root, null, isBroken: !read);
            }

            var areRead = YamlReader.TryReadAll(text, Locate, diagnostics, cancellation, out var roots);
            return Result(roots.Count > 0 ? roots[0] : null, null, isBroken: !areRead) with { MoreRoots = roots.Skip(1).ToEquatableArray() };
        }

        if (!hasFrontMatter)
        {
            diagnostics.Add(Rules.FrontMatter, Locate(new TextSpan(0, 0)),
                text.StartsWith("---", StringComparison.Ordinal)
                    ? "The front matter of this article is not closed: a line '---' must end it"
                    : "An article starts with its metadata in YAML between two lines '---'");
            return Result(null, Body(0), isBroken: true);
        }

        var succeeded = YamlReader.TryRead(text.Substring(yaml.Start, yaml.Length), yaml.Start, Locate, diagnostics, cancellation, out var front);
        return Result(front, Body(bodyStart), isBroken: !succeeded);
    }

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
        List<int> lines = [], paragraphs = [];
        var hasBlankLines = false;
        var afterBlank = true;
        for (var line = 0; line < text.Length;)
        {
            var end = text.IndexOf('\n', line) is >= 0 and var found ? found : text.Length;
            var isBlank = IsBlank(text, line, end);
            if (!isBlank) lines.Add(line);
            if (!isBlank && afterBlank) paragraphs.Add(line);
            hasBlankLines |= isBlank;
            afterBlank = isBlank;
            line = end + 1;
        }

        return (hasBlankLines ? paragraphs : lines).ToEquatableArray();
    }

    private static bool IsBlank(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        return start == end;
    }

    private static class FrontMatter
    {
        /// <summary>Finds the YAML between a first line <c>---</c> and the next such line.</summary>
        public static bool TryFind(string text, out TextSpan yaml, out int bodyStart)
        {
            yaml = default;
            bodyStart = 0;
            if (!IsFence(text, 0, out var start)) return false;
            for (var line = start; line < text.Length; line = NextLine(text, line))
            {
                if (!IsFence(text, line, out bodyStart)) continue;
                yaml = TextSpan.FromBounds(start, line);
                return true;
            }

            return false;
        }

        private static bool IsFence(string text, int line, out int next)
        {
            next = NextLine(text, line);
            return string.CompareOrdinal(text, line, "---", 0, 3) == 0 && next - line >= 3 && IsBlank(text, line + 3, next);
        }

        private static int NextLine(string text, int line)
        {
            var end = text.IndexOfAny(['\n', '\r'], line);
            if (end < 0) return text.Length;
            return text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
        }
    }
}
