using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.QuickInfo;
using Microsoft.CodeAnalysis.Text;

namespace DataPackage.Editor.Tests;

/// <summary>The consumer's view in an editor, from the compiler's own editor services over the assembly and its
/// documentation file.</summary>
public class EditorServicesTests
{
    /// <summary>Marks the caret in the code of a test.</summary>
    private const string Caret = "$$";

    [Fact]
    public async Task Completion_after_a_catalog_lists_its_entities()
    {
        var (_, items) = await Complete("var person = Persons.$$;");

        Assert.Superset(
            Persons.All.Select(person => person.Id).Select(Accessor).ToHashSet(StringComparer.Ordinal),
            items.Select(item => item.DisplayText).ToHashSet(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task An_entity_is_described_by_its_summary_its_properties_and_the_passages_that_say_so()
    {
        var description = await Describe("var person = Persons.$$;", "KirillDmitriev");

        Assert.Contains(Persons.KirillDmitriev.Summary.ToString(), description, StringComparison.Ordinal);
        Assert.Contains("Date of birth: 1975 or 1976", description, StringComparison.Ordinal);
        var occupation = Persons.KirillDmitriev.GetFacts().Single(fact => fact.Property == "occupation");
        Assert.Contains(
            $"Occupation: {occupation.Text} (\u201C{occupation.Citations[0].Quote}\u201D",
            description,
            StringComparison.Ordinal
        );
        Assert.Contains("Articles.DmitrievInWashington", description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_property_is_described_as_its_schema_says()
    {
        var description = await Describe("var date = Persons.KirillDmitriev.$$;", "BirthDate");

        Assert.Contains("When the person was born.", description, StringComparison.Ordinal);
        Assert.Contains("EdtfDate", description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hovering_over_an_event_names_its_place_and_its_date()
    {
        var (document, caret) = Open("var talks = Events.Istanbul$$Talks2025;");

        var info = await QuickInfoService.GetService(document)!.GetQuickInfoAsync(document, caret);

        var text = string.Concat(info!.Sections.Select(section => section.Text + "\n"));
        Assert.Contains("Date: 27 February 2025", text, StringComparison.Ordinal);
        Assert.Contains("Place: Places.Istanbul", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Completion_does_not_show_what_is_for_generated_code_only()
    {
        var (_, items) = await Complete("object o = $$;");

        Assert.DoesNotContain(
            items,
            item =>
                item.DisplayText.EndsWith("_Table", StringComparison.Ordinal)
                || item.DisplayText.EndsWith("_Reader", StringComparison.Ordinal)
        );
    }

    private static string Accessor(string id) =>
        string.Concat(id.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static async Task<string> Describe(string code, string item)
    {
        var (document, items) = await Complete(code);
        var description = await CompletionService
            .GetService(document)!
            .GetDescriptionAsync(document, items.Single(each => each.DisplayText == item));
        return description!.Text;
    }

    private static async Task<(Document Document, IReadOnlyList<CompletionItem> Items)> Complete(string code)
    {
        var (document, caret) = Open(code);
        var list = await CompletionService.GetService(document)!.GetCompletionsAsync(document, caret);
        return (document, list.ItemsList);
    }

    /// <summary>A consumer's program and the position of the caret in it.</summary>
    private static (Document Document, int Caret) Open(string code)
    {
        var text = "using DataPackage;\n" + code;
        var caret = text.IndexOf(Caret, StringComparison.Ordinal);
        var workspace = new AdhocWorkspace(MefHostServices.DefaultHost);
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path =>
                Path.GetFileName(path) is { } name
                && (
                    name.StartsWith("System.", StringComparison.Ordinal)
                    || name is "DataPackage.dll" or "DataPackage.Runtime.dll"
                )
            )
            .Select(path =>
                MetadataReference.CreateFromFile(
                    path,
                    documentation: XmlDocumentationProvider.CreateFromFile(Path.ChangeExtension(path, ".xml"))
                )
            );
        var project = workspace.AddProject(
            ProjectInfo.Create(
                ProjectId.CreateNewId(),
                VersionStamp.Default,
                "Consumer",
                "Consumer",
                LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(OutputKind.ConsoleApplication),
                metadataReferences: references
            )
        );
        return (
            workspace.AddDocument(project.Id, "Program.cs", SourceText.From(text.Remove(caret, Caret.Length))),
            caret
        );
    }
}
