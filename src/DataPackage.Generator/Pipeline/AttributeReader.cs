using System.Reflection.Metadata;

namespace DataPackage.Generator.Pipeline;

/// <summary>Reads the runtime's attributes from the file of an assembly. The command line, which has no compiler, reads
/// them with the same source.</summary>
internal static class AttributeReader
{
    public const string Namespace = "DataPackage.Runtime";

    /// <summary>For each attribute of this name, the number and the texts that its constructor took. If it took fewer
    /// texts, the last ones are empty.</summary>
    public static IEnumerable<(int Number, string[] Texts)> Read(MetadataReader metadata, string name, int texts)
    {
        if (!metadata.IsAssembly)
            yield break;
        foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (!IsOf(metadata, attribute.Constructor, name))
                continue;
            var value = metadata.GetBlobReader(attribute.Value);
            if (value.ReadUInt16() != 1)
                continue; // Every attribute's value starts so (ECMA-335, II.23.3).
            yield return (
                value.ReadInt32(),
                [.. Enumerable.Range(0, texts).Select(_ => value.ReadSerializedString() ?? "")]
            );
        }
    }

    /// <summary>On the runtime itself, the attribute's type is in the same assembly.</summary>
    private static bool IsOf(MetadataReader metadata, EntityHandle constructor, string name)
    {
        var (typeName, typeNamespace) = constructor.Kind switch
        {
            HandleKind.MemberReference
                when metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent
                    is { Kind: HandleKind.TypeReference } parent
                    && metadata.GetTypeReference((TypeReferenceHandle)parent) is var type => (
                type.Name,
                type.Namespace
            ),
            HandleKind.MethodDefinition
                when metadata.GetTypeDefinition(
                    metadata.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType()
                )
                    is var type => (type.Name, type.Namespace),
            _ => default,
        };
        return !typeName.IsNil
            && metadata.StringComparer.Equals(typeName, name)
            && metadata.StringComparer.Equals(typeNamespace, Namespace);
    }
}
