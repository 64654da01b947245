using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using DataPackage.Engine.Schema.Model;
using DataPackage.Shared.Format;

namespace DataPackage.Tool.Packages;

/// <summary>Finds the kinds of a data package in its assembly, without loading it.</summary>
internal static class ReferencedKinds
{
    private const string Attribute = "EntityIdsAttribute";

    /// <summary>The number of texts that the constructor of the attribute takes after the format.</summary>
    private const int Texts = 4;

    /// <summary>Empty for an assembly without data.</summary>
    public static IEnumerable<ExternalKind> In(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        if (!file.HasMetadata)
            return [];
        var kinds = new List<ExternalKind>();
        foreach (var (format, texts) in AttributesOf(file.GetMetadataReader()))
        {
            if (format > PackedFormat.Version)
                return [ExternalKind.Unreadable];
            kinds.Add(new ExternalKind(texts[0], texts[1], texts[2], texts[3]));
        }

        return kinds;
    }

    private static IEnumerable<(int Format, string[] Texts)> AttributesOf(MetadataReader metadata)
    {
        if (!metadata.IsAssembly)
            yield break;
        foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (!IsOurs(metadata, attribute.Constructor))
                continue;
            var value = metadata.GetBlobReader(attribute.Value);
            // Every attribute's value starts so (ECMA-335, II.23.3).
            if (value.ReadUInt16() != 1)
                continue;
            yield return (
                value.ReadInt32(),
                [.. Enumerable.Range(0, Texts).Select(_ => value.ReadSerializedString() ?? "")]
            );
        }
    }

    private static bool IsOurs(MetadataReader metadata, EntityHandle constructor) =>
        constructor.Kind == HandleKind.MemberReference
        && metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent
            is { Kind: HandleKind.TypeReference } parent
        && metadata.GetTypeReference((TypeReferenceHandle)parent) is var type
        && metadata.StringComparer.Equals(type.Name, Attribute)
        && metadata.StringComparer.Equals(type.Namespace, "DataPackage.Runtime");
}
