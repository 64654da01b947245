using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Pipeline;

/// <summary>Reads the runtime's attributes on referenced assemblies.</summary>
/// <remarks>Reads the files of references, since a step that depends on the compilation runs at every
/// keystroke.</remarks>
internal static class AssemblyFacts
{
    private const string Namespace = "DataPackage.Runtime";

    /// <summary>For each attribute of this name on the assembly, the number and the texts that its constructor took. If
    /// it took fewer texts, the last ones are empty.</summary>
    /// <param name="reference">An assembly, or a project in the same solution of an editor. Other references have no
    /// attributes.</param>
    public static IEnumerable<(int Number, string[] Texts)> Of(
        MetadataReference reference,
        string attribute,
        int texts
    ) =>
        reference switch
        {
            CompilationReference project => Of(project.Compilation.Assembly, attribute, texts),
            PortableExecutableReference file when file.GetMetadata() is AssemblyMetadata assembly => Of(
                assembly.GetModules()[0].GetMetadataReader(),
                attribute,
                texts
            ),
            _ => [],
        };

    /// <inheritdoc cref="Of(MetadataReference, string, int)"/>
    /// <remarks>Reads the assembly's file if there is one: the first attribute that the compiler decodes costs it five
    /// milliseconds.</remarks>
    public static IEnumerable<(int Number, string[] Texts)> Of(IAssemblySymbol assembly, string name, int texts) =>
        assembly.GetMetadata() is { } file
            ? Of(file.GetModules()[0].GetMetadataReader(), name, texts)
            : OfSource(assembly, name, texts);

    private static IEnumerable<(int Number, string[] Texts)> OfSource(IAssemblySymbol assembly, string name, int texts)
    {
        foreach (var attribute in assembly.GetAttributes())
        {
            if (
                attribute.AttributeClass is not { } type
                || type.Name != name
                || type.ContainingNamespace.ToDisplayString() != Namespace
            )
                continue;
            var values = attribute.ConstructorArguments;
            if (values.Length == 0 || values[0].Value is not int number)
                continue;
            yield return (
                number,
                [
                    .. Enumerable
                        .Range(1, texts)
                        .Select(place => place < values.Length ? values[place].Value as string ?? "" : ""),
                ]
            );
        }
    }

    private static IEnumerable<(int Number, string[] Texts)> Of(MetadataReader metadata, string name, int texts)
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
