using System.Globalization;
using DataPackage.Generator.Diagnostics;
using DataPackage.Generator.Model;
using DataPackage.Generator.Schema.Configuration;
using DataPackage.Generator.Syntax;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Schema;

/// <summary>The kinds of a package while they are being completed, ordered by name, and what was found wrong with them.</summary>
internal sealed class SchemaDrafts
{
    public SortedDictionary<string, KindDraft> ByName { get; } = new(StringComparer.Ordinal);

    public DiagnosticBag Diagnostics { get; } = new();

    /// <summary>datapackage.yaml, if there is one.</summary>
    public SeedDocument? Facts { get; set; }

    /// <summary>What datapackage.yaml says of kinds.</summary>
    public EquatableArray<KindConfiguration> Configurations { get; set; }

    /// <summary>A kind, or the name of its folder, was lost to a mistake that was reported: whoever asks for it is not at fault.</summary>
    public bool IsIncomplete { get; set; }

    /// <summary>Of the generated code; null where datapackage.yaml, which is read first, does not say.</summary>
    public string? Namespace { get; set; }

    /// <summary>Whether a type of that name would hide a namespace of the runtime: DataPackage.Runtime, in a package whose own namespace is DataPackage.</summary>
    public bool IsNamespace(string type) => Namespace is not null && Names.IsTakenNamespace($"{Namespace}.{type}");

    public void ReportLimit(SeedLocation location, string breach, int limit, string unit) =>
        Diagnostics.Add(Rules.LimitExceeded, location, breach, limit.ToString("N0", CultureInfo.InvariantCulture) + " " + unit);

    public void Report(DiagnosticDescriptor rule, SeedDocument document, SeedNode node, params string[] arguments) =>
        Diagnostics.Add(rule, document.At(node), arguments);

    public bool TryGetMapping(SeedDocument document, string what, out SeedMapping mapping)
    {
        mapping = (document.Root as SeedMapping)!;
        if (mapping is not null) return true;
        if (document is { IsBroken: false, Root: not null })
            Report(Rules.WrongType, document, document.Root, what, "a mapping", document.Root.Noun);
        return false;
    }
}
