using System.Reflection.Metadata;
using DataPackage.Generator.Model;
using DataPackage.Generator.Syntax;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Schema;

/// <summary>Finds the data packages among the assemblies that the project references.</summary>
/// <remarks>Reads the references themselves: to ask the compilation would be to ask anew at every key stroke.</remarks>
internal static class ReferencedPackage
{
    private const string Namespace = "DataPackage.Runtime";
    private const string Attribute = "EntityIdsAttribute";

    /// <summary>What the constructor of the attribute takes.</summary>
    private const int Arguments = 4;

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

    /// <summary>The kinds of the package that the assembly is; none of an assembly that is no package.</summary>
    public static EquatableArray<ExternalKind> KindsOf(MetadataReference reference) => reference switch
    {
        CompilationReference project => KindsOf(project.Compilation.Assembly),
        PortableExecutableReference file when file.GetMetadata() is AssemblyMetadata assembly => KindsOf(assembly.GetModules()[0].GetMetadataReader()),
        _ => default,
    };

    /// <summary>Of a project in the same solution, as editors hold it.</summary>
    private static EquatableArray<ExternalKind> KindsOf(IAssemblySymbol assembly) => assembly.GetAttributes()
        .Where(attribute => attribute.AttributeClass is { Name: Attribute } type && type.ContainingNamespace.ToDisplayString() == Namespace)
        .Select(attribute => attribute.ConstructorArguments.Select(argument => argument.Value as string ?? "").ToArray())
        .Where(arguments => arguments.Length == Arguments).Select(Make).ToEquatableArray();

    private static EquatableArray<ExternalKind> KindsOf(MetadataReader metadata)
    {
        if (!metadata.IsAssembly) return default;
        var kinds = new List<ExternalKind>();
        foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (!IsEntityIds(metadata, attribute.Constructor)) continue;
            var value = metadata.GetBlobReader(attribute.Value);
            if (value.ReadUInt16() != 1) continue; // How every attribute's value starts (ECMA-335, II.23.3).
            kinds.Add(Make(Enumerable.Range(0, Arguments).Select(_ => value.ReadSerializedString() ?? "").ToArray()));
        }

        return kinds.ToEquatableArray();
    }

    private static bool IsEntityIds(MetadataReader metadata, EntityHandle constructor)
    {
        if (constructor.Kind != HandleKind.MemberReference || metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent is not { Kind: HandleKind.TypeReference } parent) return false;
        var type = metadata.GetTypeReference((TypeReferenceHandle)parent);
        return metadata.StringComparer.Equals(type.Name, Attribute) && metadata.StringComparer.Equals(type.Namespace, Namespace);
    }

    private static ExternalKind Make(string[] arguments) => new(arguments[0], arguments[1], arguments[2], arguments[3]);
}
