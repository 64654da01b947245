using System.Globalization;
using DataPackage.Generator.Diagnostics;
using DataPackage.Generator.Model;
using DataPackage.Generator.Syntax;
using DataPackage.Runtime.Packed;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Schema;

/// <summary>Finds the data packages among the assemblies that the project references.</summary>
internal static class ReferencedPackage
{
    private const string Attribute = "EntityIdsAttribute";

    /// <summary>What the constructor of the attribute takes after the format.</summary>
    private const int Texts = 4;

    /// <summary>Whether any schema refers to a kind of another package; where none does, no reference need be read.</summary>
    public static bool IsNamedIn(IEnumerable<SeedDocument> declarations) => declarations.Any(document => document.Root is { } root && IsNamedIn(root));

    private static bool IsNamedIn(SeedNode node)
    {
        var rest = new Stack<SeedNode>([node]);
        while (rest.Count > 0)
        {
            switch (rest.Pop())
            {
                case SeedScalar scalar when scalar.Text.IndexOf('@') > 0:
                    return true;
                case SeedSequence list:
                    foreach (var item in list.Items) rest.Push(item);
                    break;
                case SeedMapping mapping:
                    foreach (var entry in mapping.Entries) rest.Push(entry.Value);
                    break;
            }
        }

        return false;
    }

    /// <summary>The kinds of the package that the assembly is; none of an assembly that is no package. That a newer
    /// generator has written them is reported.</summary>
    public static Found<EquatableArray<ExternalKind>> KindsOf(MetadataReference reference)
    {
        var kinds = new List<ExternalKind>();
        foreach (var (format, texts) in AssemblyFacts.Of(reference, Attribute, Texts))
        {
            if (format <= PackedFormat.Version) kinds.Add(new ExternalKind(texts[0], texts[1], texts[2], texts[3]));
            else return new(new[] { ExternalKind.Unreadable }.ToEquatableArray(),
                new[] { NewerThanGenerator(reference, format) }.ToEquatableArray());
        }

        return new(kinds.ToEquatableArray());
    }

    private static SeedDiagnostic NewerThanGenerator(MetadataReference reference, int format) =>
        new(Rules.NewerFormat, default, new(
        [$"The ids of {NameOf(reference)} have", format.ToString(CultureInfo.InvariantCulture), "DataPackage.Generator",
            PackedFormat.Version.ToString(CultureInfo.InvariantCulture)]));

    private static string NameOf(MetadataReference reference)
    {
        var display = reference.Display ?? "";
        return display.Substring(display.LastIndexOfAny(['/', '\\']) + 1);
    }
}
