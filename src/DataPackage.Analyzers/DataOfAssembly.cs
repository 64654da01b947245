using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Generator.Pipeline;
using DataPackage.Shared.Format;
using Microsoft.CodeAnalysis;

namespace DataPackage.Analyzers;

/// <summary>What an assembly tells of its data.</summary>
/// <param name="Kinds">Its kinds by name; empty if it has no data, or tells of them in a newer format.</param>
internal sealed record DataOfAssembly(IAssemblySymbol Assembly, IReadOnlyDictionary<string, ExternalKind> Kinds)
{
    /// <summary>The number of texts that the constructor of the attribute takes after the format.</summary>
    private const int Texts = 4;

    private NameList? _languageNames;
    private string[]? _languages;

    /// <summary>The languages of its texts, ordered; empty if it does not tell.</summary>
    public string[] Languages => _languages ??= LanguagesOf(Assembly);

    public NameList LanguageNames => _languageNames ??= NameList.OfOrdered(Languages);

    public static DataOfAssembly Of(IAssemblySymbol assembly)
    {
        var kinds = new Dictionary<string, ExternalKind>(StringComparer.Ordinal);
        foreach (var (format, texts) in AssemblyFacts.Of(assembly, "EntityIdsAttribute", Texts))
            if (format <= PackedFormat.Version)
                kinds[texts[1]] = new ExternalKind(texts[0], texts[1], texts[2], texts[3]);
        return new DataOfAssembly(assembly, kinds);
    }

    private static string[] LanguagesOf(IAssemblySymbol assembly)
    {
        foreach (var attribute in assembly.GetAttributes())
            if (
                attribute.AttributeClass?.Name == "AssemblyMetadataAttribute"
                && attribute.ConstructorArguments is [{ Value: PackageLanguages.Key }, { Value: string languages }]
            )
                return PackageLanguages.Read(languages);
        return [];
    }
}
