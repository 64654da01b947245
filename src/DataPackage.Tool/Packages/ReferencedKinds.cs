using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using DataPackage.Engine.Schema.Model;
using DataPackage.Generator.Pipeline;
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
        foreach (var (format, texts) in AttributeReader.Read(file.GetMetadataReader(), Attribute, Texts))
        {
            if (format > PackedFormat.Version)
                return [ExternalKind.Unreadable];
            kinds.Add(new ExternalKind(texts[0], texts[1], texts[2], texts[3]));
        }

        return kinds;
    }
}
