using System.Globalization;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Reading;

/// <summary>The kinds of a package while they are being completed, ordered by name, and the mistakes found in
/// them.</summary>
internal sealed class SchemaDrafts
{
    public SortedDictionary<string, KindDraft> ByName { get; } = new(StringComparer.Ordinal);

    public DiagnosticBag Diagnostics { get; } = new();

    private HashSet<(string Package, string Kind)>? _external;

    /// <summary>datapackage.yaml; null if there is none.</summary>
    public SeedDocument? Facts { get; set; }

    /// <summary>What datapackage.yaml says of kinds.</summary>
    public EquatableArray<KindConfiguration> Configurations { get; set; }

    /// <summary>Whether a kind, or the name of its folder, was lost to a mistake that was reported. References to
    /// unknown kinds are then not reported.</summary>
    public bool IsIncomplete { get; set; }

    /// <summary>The namespace of the generated code; null if datapackage.yaml, which is read first, does not state
    /// it.</summary>
    public string? Namespace { get; set; }

    /// <summary>The kinds of all packages that the project references; null if these are unknown: then none is reported
    /// as missing.</summary>
    public EquatableArray<ExternalKind>? References { get; init; }

    /// <summary>Whether a type of this name would hide a namespace of the runtime: DataPackage.Runtime, in a package
    /// whose own namespace is DataPackage.</summary>
    public bool IsNamespace(string type) => Namespace is not null && Names.IsTakenNamespace($"{Namespace}.{type}");

    public void ReportLimit(SeedPosition location, string breach, int limit, string unit) =>
        Diagnostics.Add(
            Rules.LimitExceeded,
            location,
            breach,
            limit.ToString("N0", CultureInfo.InvariantCulture) + " " + unit
        );

    /// <summary>Reports a mistake, unless a part of the node could not be read.</summary>
    public void Report(Rule rule, SeedDocument document, SeedNode node, params string[] arguments)
    {
        if (!document.IsInDoubt(node.Span))
            Diagnostics.Add(rule, document.At(node), arguments);
    }

    /// <summary>Reports a name that no kind has, unless it may be the name of a kind that was lost.</summary>
    public void ReportUnknownKind(SeedDocument document, SeedScalar name)
    {
        if (!IsIncomplete)
            Report(
                Rules.UnknownSchemaName,
                document,
                name,
                "kind",
                name.Shortened,
                Diagnostics.DidYouMean(name.Text, ByName.Keys)
            );
    }

    /// <summary>Whether a range names a kind of another package that the project references; reports what is
    /// missing.</summary>
    public bool IsExternal(SeedDocument document, SeedScalar range)
    {
        var at = range.Text.IndexOf('@');
        var (name, package) = (range.Text.Substring(0, at), range.Text.Substring(at + 1));
        if (References is not { } references)
            return true;
        if (package == Namespace)
        {
            Report(
                Rules.InvalidSchema,
                document,
                range,
                $"'{range.Shortened}' is a kind of this package: write '{name}'"
            );
            return false;
        }

        _external ??= new HashSet<(string, string)>(references.Select(kind => (kind.Package, kind.Name)));
        if (_external.Contains((package, name)))
            return true;
        if (!Diagnostics.Counts(document.At(range)))
            ReportMissing(references, document, range, name, package);
        return false;
    }

    /// <summary>Reports that a package lacks a kind, or that the project lacks the package.</summary>
    private void ReportMissing(
        EquatableArray<ExternalKind> references,
        SeedDocument document,
        SeedScalar range,
        string name,
        string package
    )
    {
        var kinds = references.Where(kind => kind.Package == package).Select(kind => kind.Name).ToList();
        if (kinds.Count > 0)
            Report(
                Rules.UnknownSchemaName,
                document,
                range,
                $"kind of {package}",
                name,
                Diagnostics.DidYouMean(name, kinds) is { Length: > 0 } near
                    ? near
                    : "; its kinds are " + string.Join(", ", kinds)
            );
        else if (!references.Contains(ExternalKind.Unreadable))
        {
            var packages = references.Select(kind => kind.Package).Distinct(StringComparer.Ordinal).ToList();
            Report(
                Rules.PackageNotReferenced,
                document,
                range,
                package,
                Diagnostics.DidYouMean(package, packages) is { Length: > 0 } near ? near
                    : packages.Count > 0 ? "; those that it references are " + string.Join(", ", packages)
                    : ""
            );
        }
    }

    public bool TryGetMapping(SeedDocument document, string what, out SeedMapping mapping)
    {
        mapping = (document.Root as SeedMapping)!;
        if (mapping is not null)
            return true;
        if (document is { IsBroken: false, Root: not null })
            Report(Rules.WrongType, document, document.Root, what, "a mapping", document.Root.Noun);
        return false;
    }
}
