using System.Collections.Concurrent;
using DataPackage.Engine.Schema.Model;
using Microsoft.CodeAnalysis;

namespace DataPackage.Analyzers;

/// <summary>The data that code of one compilation can name: those of its references and of its own seeds. They are read
/// when the first name of an assembly is checked.</summary>
internal sealed class ReferencedData(RuntimeTypes types)
{
    private readonly ConcurrentDictionary<IAssemblySymbol, DataOfAssembly> _byAssembly = new(
        SymbolEqualityComparer.Default
    );

    public RuntimeTypes Types { get; } = types;

    public DataOfAssembly Of(IAssemblySymbol assembly) => _byAssembly.GetOrAdd(assembly, DataOfAssembly.Of);

    /// <summary>The kinds whose entities have this type: several for an interface, none if their assembly does not tell
    /// its ids.</summary>
    public IReadOnlyList<ExternalKind> KindsOf(INamedTypeSymbol type)
    {
        if (type.ContainingAssembly is not { } assembly || !Types.IsKind(type))
            return [];
        var kinds = Of(assembly).Kinds;
        if (type.TypeKind != TypeKind.Interface)
            return kinds.TryGetValue(type.Name, out var kind) ? [kind] : [];
        return
        [
            .. kinds.Values.Where(kind =>
                assembly.GetTypeByMetadataName($"{kind.Package}.{kind.Name}") is { } record
                && record.AllInterfaces.Contains(type, SymbolEqualityComparer.Default)
            ),
        ];
    }
}
