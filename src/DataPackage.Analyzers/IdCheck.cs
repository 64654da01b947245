using System.Collections.Immutable;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DataPackage.Analyzers;

/// <summary>Checks an id.</summary>
internal static class IdCheck
{
    /// <param name="kinds">The kinds of which one must have it; none if they are unknown.</param>
    /// <param name="isCall">Whether it stands in a call that returns the entity, so that the accessor can replace the
    /// call.</param>
    public static void Check(
        SyntaxNodeAnalysisContext context,
        IReadOnlyList<ExternalKind> kinds,
        ExpressionSyntax literal,
        string id,
        bool isCall
    )
    {
        if (kinds.Count == 0 || kinds.Any(kind => kind.Has(id)))
            return;
        var name = string.Join(" or ", kinds.Select(kind => kind.Name).OrderBy(name => name, StringComparer.Ordinal));
        var renamed = kinds.Select(kind => kind.Find(id)).FirstOrDefault(found => found is not null);
        var meant = renamed?.Id ?? Nearest(id, kinds);
        context.ReportDiagnostic(
            Diagnostic.Create(
                renamed is null ? ConsumerRules.UnknownId : ConsumerRules.FormerId,
                literal.GetLocation(),
                Fix(kinds, meant, isCall),
                name,
                MessageText.Of(id),
                renamed is null ? MessageText.DidYouMean(meant) : MessageText.Of(renamed.Id)
            )
        );
    }

    private static string? Nearest(string id, IReadOnlyList<ExternalKind> kinds) =>
        NameList.FindNearest(id, [.. kinds.Select(kind => kind.CurrentIds)], new SuggestionWork(SuggestionWork.OfSeed));

    private static ImmutableDictionary<string, string?> Fix(
        IReadOnlyList<ExternalKind> kinds,
        string? meant,
        bool isCall
    )
    {
        var fix = ImmutableDictionary<string, string?>.Empty;
        if (meant is null)
            return fix;
        fix = fix.Add(Replacement.Text, meant);
        return isCall && kinds[0].Find(meant) is { Accessor.Length: > 0 } entity
            ? fix.Add(Replacement.Catalog, $"{kinds[0].Package}.{kinds[0].Catalog}")
                .Add(Replacement.Accessor, entity.Accessor)
            : fix;
    }
}
