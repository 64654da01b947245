using DataPackage.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace DataPackage.Editor.Tests;

/// <summary>The editor of a user who has added the package: the compiler's own editor services over the assemblies and
/// documentation files of the packed packages.</summary>
public sealed class PackedEditor : PackedPackages
{
    /// <summary>Marks the caret in the code of a test.</summary>
    private const string Caret = "$$";

    private readonly MetadataReference[] _package;

    public PackedEditor()
        : base("src/DataPackage.Runtime", "nuget/DataPackage") =>
        _package = [Reference("DataPackage"), Reference("DataPackage.Runtime")];

    /// <summary>A program that uses the package, and the position of the caret in it.</summary>
    internal (Document Document, int Caret) Open(string code) =>
        Open("using DataPackage;\nusing DataPackage.Runtime;\n" + code, _package);

    /// <summary>A program that uses other assemblies than the package's.</summary>
    internal static (Document Document, int Caret) Open(string code, params MetadataReference[] references)
    {
        var caret = code.IndexOf(Caret, StringComparison.Ordinal);
        var framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        var workspace = new AdhocWorkspace(MefHostServices.DefaultHost);
        var project = workspace.AddProject(
            ProjectInfo.Create(
                ProjectId.CreateNewId(),
                VersionStamp.Default,
                "Consumer",
                "Consumer",
                LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(OutputKind.ConsoleApplication),
                metadataReferences: [.. framework, .. references]
            )
        );
        return (
            workspace.AddDocument(project.Id, "Program.cs", SourceText.From(code.Remove(caret, Caret.Length))),
            caret
        );
    }

    private PortableExecutableReference Reference(string package)
    {
        var documentation = Extract(package, $"lib/net8.0/{package}.xml");
        return MetadataReference.CreateFromFile(
            Extract(package, $"lib/net8.0/{package}.dll"),
            documentation: XmlDocumentationProvider.CreateFromFile(documentation)
        );
    }
}
