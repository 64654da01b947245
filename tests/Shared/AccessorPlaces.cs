using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace DataPackage.Testing;

/// <summary>The places at which a debugger that steps into accessors arrives, according to the PDB.</summary>
internal static class AccessorPlaces
{
    /// <summary>Each accessor with the document and line of its first sequence point: <c>Tern
    /// ships.yaml(5)</c>. Leaves out those over which a debugger steps.</summary>
    public static List<string> Of(Stream assembly, Stream symbols, params string[] catalogs)
    {
        using var image = new PEReader(assembly);
        using var provider = MetadataReaderProvider.FromPortablePdbStream(symbols);
        var (metadata, pdb) = (image.GetMetadataReader(), provider.GetMetadataReader());
        var types = metadata
            .TypeDefinitions.Select(metadata.GetTypeDefinition)
            .ToLookup(type => metadata.GetString(type.Name), StringComparer.Ordinal);
        return
        [
            .. catalogs
                .SelectMany(catalog => types[catalog].Single().GetProperties())
                .Select(metadata.GetPropertyDefinition)
                .Where(property => metadata.GetString(property.Name) != "All")
                .SelectMany(property =>
                    pdb.GetMethodDebugInformation(property.GetAccessors().Getter)
                        .GetSequencePoints()
                        .Where(point => !point.IsHidden)
                        .Take(1)
                        .Select(point =>
                            metadata.GetString(property.Name)
                            + $" {pdb.GetString(pdb.GetDocument(point.Document).Name)}({point.StartLine})"
                        )
                ),
        ];
    }
}
