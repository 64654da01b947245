using System.Reflection;
using DataPackage.Generator;
using DataPackage.Generator.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.QuickInfo;
using Microsoft.CodeAnalysis.Text;

namespace DataPackage.Editor.Tests;

/// <summary>An author's project as an editor holds it: seeds are its additional documents, and the workspace runs the
/// generator. Some editors do not tell their workspace of an edited seed; those that do need nothing else.</summary>
public class EditedSeedTests
{
    private const string Code = "var ship = Seeded.Ships.Tern;";

    private static readonly int Caret = Code.IndexOf("Tern", StringComparison.Ordinal);

    [Fact]
    public async Task Completion_and_hovering_follow_a_seed_that_is_edited_added_or_removed()
    {
        var opened = Open();
        Assert.Equal(["Tern"], await Entities(opened));
        Assert.Contains("Launched: 1905", await Hover(opened), StringComparison.Ordinal);

        var seed = opened.AdditionalDocuments.Single(document => document.Name == "ships.yaml");
        var edited = opened
            .Solution.WithAdditionalDocumentText(
                seed.Id,
                SourceText.From("auk: { name: Auk, launched: 1890 }\ntern: { name: Tern, launched: 1906 }\n")
            )
            .GetProject(opened.Id)!;
        Assert.Equal(["Auk", "Tern"], await Entities(edited));
        Assert.Contains("Launched: 1906", await Hover(edited), StringComparison.Ordinal);

        var skua = edited.AddAdditionalDocument("skua.yaml", "name: Skua", filePath: "ships/skua.yaml");
        Assert.Equal(["Auk", "Skua", "Tern"], await Entities(skua.Project));
        Assert.Equal(["Auk", "Tern"], await Entities(skua.Project.RemoveAdditionalDocument(skua.Id)));
    }

    private static async Task<IEnumerable<string>> Entities(Project project)
    {
        var program = project.Documents.Single();
        var list = await CompletionService.GetService(program)!.GetCompletionsAsync(program, Caret);
        return list
            .ItemsList.Select(item => item.DisplayText)
            .Where(name => name is "Auk" or "Skua" or "Tern")
            .Order(StringComparer.Ordinal);
    }

    private static async Task<string> Hover(Project project)
    {
        var program = project.Documents.Single();
        var info = await QuickInfoService.GetService(program)!.GetQuickInfoAsync(program, Caret);
        return string.Concat(info!.Sections.Select(section => section.Text + "\n"));
    }

    private static Project Open()
    {
        var project = new AdhocWorkspace(MefHostServices.DefaultHost).AddProject(
            ProjectInfo.Create(
                ProjectId.CreateNewId(),
                VersionStamp.Default,
                "Author",
                "Author",
                LanguageNames.CSharp,
                parseOptions: new CSharpParseOptions(documentationMode: DocumentationMode.Parse),
                compilationOptions: new CSharpCompilationOptions(OutputKind.ConsoleApplication),
                metadataReferences: SeedSet.CreateCompilation().References,
                analyzerReferences:
                [
                    new AnalyzerFileReference(typeof(DataPackageGenerator).Assembly.Location, new LoadedAssemblies()),
                ]
            )
        );
        var options = "is_global = true\nbuild_property._DataPackageSeedsPath = .\n";
        project = project
            .AddAnalyzerConfigDocument("options", SourceText.From(options), filePath: Path.GetFullPath("options"))
            .Project;
        var seeds = new SeedSet().With("ships.yaml", "tern: { name: Tern, launched: 1905 }\n");
        foreach (var seed in seeds.Texts)
            project = project.AddAdditionalDocument(seed.Path, seed.GetText()!, filePath: seed.Path).Project;
        return project.AddDocument("Program.cs", SourceText.From(Code)).Project;
    }

    /// <summary>The generator is already loaded in the process of the tests.</summary>
    private sealed class LoadedAssemblies : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath) { }

        public Assembly LoadFromPath(string fullPath) => typeof(DataPackageGenerator).Assembly;
    }
}
