using DataPackage.Generator.Diagnostics;
using DataPackage.Generator.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataPackage.Generator.Model;

/// <summary>Looks through one seed for what it repeats of articles that may not be redistributed. All that a seed says is packed: values, descriptions, ids, its
/// path. Quotes are not, where their article is such a one; and a link must be written as it is.</summary>
internal static class RightsChecker
{
    public static EquatableArray<SeedDiagnostic> Check(SeedDocument document, EquatableArray<ProtectedArticle> articles, CancellationToken cancellation)
    {
        if (articles.Count == 0) return default;
        var diagnostics = new DiagnosticBag();
        Look(document.SeedPath, SeedLocation.StartOf(document.FilePath));
        if (document.Root is { } root) LookThrough(root);
        if (document.Article is { } body) LookInText(body);
        return diagnostics.ToArray();

        void Look(string text, SeedLocation location)
        {
            foreach (var article in articles)
                if (article.FindIn(text, out _) is { } stretch) diagnostics.Add(Rules.RepeatsProtectedArticle, location, article.Id, Shorten(stretch));
        }

        void LookThrough(SeedNode start)
        {
            var open = new Stack<(SeedSlot Slot, bool IsCitation)>([(new SeedSlot(start), false)]);
            while (open.Count > 0)
            {
                cancellation.ThrowIfCancellationRequested();
                var (slot, isCitation) = open.Pop();
                switch (slot.Text is null ? slot.Node : null)
                {
                    case SeedMapping mapping:
                        foreach (var entry in mapping.Entries)
                        {
                            if (isCitation && entry.Name is "quote" or "prefix" or "suffix") continue;
                            open.Push((entry.KeySlot, false));
                            open.Push((entry.ValueSlot, entry.Name is "citations" or LongForm.CiteKey));
                        }

                        break;
                    case SeedSequence list:
                        foreach (var item in list.Slots) open.Push((item, isCitation));
                        break;
                    default:
                        if (!IsLink(slot.Text!)) Look(NormalForm.Of(slot.Text!), document.At(slot.Span));
                        break;
                }
            }
        }

        // The text of an article that may be redistributed, unless it is one of those that may not.
        void LookInText(ArticleBody body)
        {
            if (articles.Any(article => article.IsTextOf(body))) return;
            foreach (var article in articles)
            {
                if (article.FindIn(body.Text, out var start) is not { } stretch) continue;
                var line = body.FirstLine - 1 + body.Text.Take(start).Count(c => c == '\n');
                diagnostics.Add(Rules.RepeatsProtectedArticle, document.At(new TextSpan(document.Lines.Starts[line], 0)), article.Id, Shorten(stretch));
            }
        }
    }

    private static bool IsLink(string text) => text.Contains("://") && !text.Any(char.IsWhiteSpace);

    private static string Shorten(string stretch) => string.Join(" ", stretch.Split([' ', '\n', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries));
}
