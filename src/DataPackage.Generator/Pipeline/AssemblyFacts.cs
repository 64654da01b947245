using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Pipeline;

/// <summary>Reads the runtime's attributes on referenced assemblies.</summary>
/// <remarks>Reads the files of references, since a step that depends on the compilation runs at every
/// keystroke.</remarks>
internal static class AssemblyFacts
{
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
            PortableExecutableReference file when file.GetMetadata() is AssemblyMetadata assembly =>
                AttributeReader.Read(assembly.GetModules()[0].GetMetadataReader(), attribute, texts),
            _ => [],
        };

    /// <inheritdoc cref="Of(MetadataReference, string, int)"/>
    /// <remarks>Reads the assembly's file if there is one: the first attribute that the compiler decodes costs it five
    /// milliseconds.</remarks>
    public static IEnumerable<(int Number, string[] Texts)> Of(IAssemblySymbol assembly, string name, int texts) =>
        assembly.GetMetadata() is { } file
            ? AttributeReader.Read(file.GetModules()[0].GetMetadataReader(), name, texts)
            : OfSource(assembly, name, texts);

    private static IEnumerable<(int Number, string[] Texts)> OfSource(IAssemblySymbol assembly, string name, int texts)
    {
        foreach (var attribute in assembly.GetAttributes())
        {
            if (
                attribute.AttributeClass is not { } type
                || type.Name != name
                || type.ContainingNamespace.ToDisplayString() != AttributeReader.Namespace
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
}
