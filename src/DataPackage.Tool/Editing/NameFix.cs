using System.Text.RegularExpressions;
using DataPackage.Engine;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Text;
using DataPackage.Shared.Names;
using DataPackage.Shared.Text;

namespace DataPackage.Tool.Editing;

/// <summary>A misspelled name and the only one that it can mean.</summary>
internal sealed partial record NameFix(SeedPosition Place, string Wrong, string Right)
{
    /// <summary>The correction that a message suggests; null if it suggests none, or if another name is near,
    /// too.</summary>
    public static NameFix? Of(SeedDiagnostic message, PackageCompiler compiler)
    {
        if (message.Location.Path is null || message.Location.Span.IsEmpty || message.Arguments.Count == 0)
            return null;
        if (Suggestion().Match(message.Arguments[^1]) is not { Success: true } match)
            return null;
        var right = match.Groups[1].Value;
        if (Named(message, compiler) is not var (wrong, candidates))
            return null;
        var names = candidates.ToHashSet(StringComparer.Ordinal);
        if (!names.Remove(right))
            return null;
        // A longer name that contains the wrong one is not meant if another name is near.
        var other = NearestName.Find(wrong, names);
        return other is null || (Contains(other, wrong) && !Contains(right, wrong))
            ? new(message.Location, wrong, right)
            : null;
    }

    /// <summary>Whether a name was found because it contains the other one, with more letters than a slip leaves
    /// out.</summary>
    private static bool Contains(string name, string part) => name.Length - part.Length > Math.Max(1, part.Length / 3);

    /// <summary>The name that a message is about, and all that it might mean; null for messages whose names are not
    /// known here.</summary>
    private static (string Wrong, IEnumerable<string> Candidates)? Named(
        SeedDiagnostic message,
        PackageCompiler compiler
    )
    {
        var arguments = message.Arguments;
        if (message.Rule == Rules.UnknownProperty)
            return (arguments[1], Keys(arguments[0], compiler));
        if (message.Rule == Rules.UnknownEnumValue)
            return (arguments[0], EnumValues(compiler));
        if (message.Rule == Rules.UnknownReference)
            return (arguments[1], Ids(arguments[0], compiler));
        if (message.Rule == Rules.UnknownArticle)
            return (arguments[0], compiler.Index.Articles?.Entities.Select(article => article.Id) ?? []);
        return null;
    }

    private static IEnumerable<string> Keys(string holder, PackageCompiler compiler) =>
        compiler.Schema.Find(holder) is { } kind
            ? kind.Properties.Select(property => property.Key).Concat(OwnKeys.Of(kind))
            : ["article", "quote", "prefix", "suffix", "for"];

    private static IEnumerable<string> EnumValues(PackageCompiler compiler) =>
        compiler
            .Schema.Kinds.SelectMany(kind => kind.Properties)
            .SelectMany(property => property.Values)
            .Select(value => value.Name);

    /// <summary>The ids of the kinds that a message calls so.</summary>
    private static IEnumerable<string> Ids(string label, PackageCompiler compiler)
    {
        var kinds = compiler.Schema.Kinds.Where(kind => LetterCase.ToLower(kind.Label) == label).ToList();
        var searched =
            kinds.Count == 0
                ? compiler.Index.Kinds
                : compiler.Index.Kinds.Where(index =>
                    kinds.Any(kind => compiler.Schema.ConcreteKindsOf(kind).Contains(index.Kind))
                );
        return searched.SelectMany(kind => kind.Entities).Select(entity => entity.Id);
    }

    public void AddTo(SeedChanges changes)
    {
        var document = changes.DocumentAt(Place);
        var raw = changes.TextOf(document).Substring(Place.Span.Start, Place.Span.Length);
        // A reference may have the kind before the id, which is right.
        if (raw.LastIndexOf(Wrong, StringComparison.Ordinal) is not (>= 0 and var at))
            return;
        var isQuoted = raw[0] is '"' or '\'';
        var isWhole = raw.Length == Wrong.Length || (isQuoted && raw.Length == Wrong.Length + 2);
        if (isWhole)
            changes.Replace(Place, Wrong, Right);
        else if (raw[..at].EndsWith('/') && YamlText.Scalar(Right) == Right)
            changes.Add(document, new TextEdit(new TextSpan(Place.Span.Start + at, Wrong.Length), Right));
    }

    [GeneratedRegex(@"^; did you mean '(.+)'\?$", RegexOptions.Singleline)]
    private static partial Regex Suggestion();
}
