using Microsoft.CodeAnalysis;

namespace DataPackage.Analyzers;

/// <summary>The types of the runtime that the project references.</summary>
/// <param name="Entity">The interface of all entities.</param>
/// <param name="Date">The type of dates in EDTF.</param>
/// <param name="Text">The type of texts in several languages.</param>
internal sealed record RuntimeTypes(INamedTypeSymbol Entity, INamedTypeSymbol Date, INamedTypeSymbol Text)
{
    /// <summary>Null if the project does not reference the runtime.</summary>
    public static RuntimeTypes? In(Compilation compilation) =>
        compilation.GetTypeByMetadataName("DataPackage.Runtime.IEntity") is { } entity
        && compilation.GetTypeByMetadataName("DataPackage.Runtime.EdtfDate") is { } date
        && compilation.GetTypeByMetadataName("DataPackage.Runtime.LocalizedText") is { } text
            ? new RuntimeTypes(entity, date, text)
            : null;

    /// <summary>Whether it is a kind: the record of entities, or the interface of several.</summary>
    public bool IsKind(ITypeSymbol type) => type.AllInterfaces.Contains(Entity, SymbolEqualityComparer.Default);

    public bool IsDate(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type, Date);

    public bool IsText(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type, Text);
}
