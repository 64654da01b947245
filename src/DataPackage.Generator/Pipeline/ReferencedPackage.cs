using System.Globalization;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Generator.Incremental;
using DataPackage.Shared.Format;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Pipeline;

/// <summary>Finds the data packages among the assemblies that the project references.</summary>
internal static class ReferencedPackage
{
    private const string Attribute = "EntityIdsAttribute";

    /// <summary>The number of texts that the constructor of the attribute takes after the format.</summary>
    private const int Texts = 4;

    /// <summary>The kinds of a package; empty for other assemblies. Reports a package of a newer generator.</summary>
    public static Result<Items<ExternalKind>> KindsOf(MetadataReference reference)
    {
        var kinds = new List<ExternalKind>();
        foreach (var (format, texts) in AssemblyFacts.Of(reference, Attribute, Texts))
        {
            if (format <= PackedFormat.Version)
                kinds.Add(new ExternalKind(texts[0], texts[1], texts[2], texts[3]));
            else
                return new(
                    Items<ExternalKind>.Of([ExternalKind.Unreadable]),
                    new([NewerThanGenerator(reference, format)])
                );
        }

        return new(Items<ExternalKind>.Of(kinds));
    }

    private static SeedDiagnostic NewerThanGenerator(MetadataReference reference, int format) =>
        new(
            Rules.NewerFormat,
            default,
            new([
                $"The ids of {NameOf(reference)} have",
                format.ToString(CultureInfo.InvariantCulture),
                "DataPackage.Generator",
                PackedFormat.Version.ToString(CultureInfo.InvariantCulture),
            ])
        );

    private static string NameOf(MetadataReference reference)
    {
        var display = reference.Display ?? "";
        return display.Substring(display.LastIndexOfAny(['/', '\\']) + 1);
    }
}
