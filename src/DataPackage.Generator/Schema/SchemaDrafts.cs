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

    /// <summary>What datapackage.yaml says of kinds.</summary>
    public EquatableArray<KindConfiguration> Configurations { get; set; }

    /// <summary>A kind, or the name of its folder, was lost to a mistake that was reported: whoever asks for it is not at fault.</summary>
    public bool IsIncomplete { get; set; }

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
