using System.Diagnostics;
using DataPackage.Bench.Report;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace DataPackage.Bench.Sections;

/// <summary>The time for the editor's list after <c>Persons.</c>, from the compiler's own editor services; in
/// milliseconds.</summary>
internal sealed class CompletionSection : ISection
{
    public const string First = "first list";
    public const string Again = "list again";

    private const string Code = "using Seeded;\nvar person = Persons.";

    public string Name => "completion";

    public SectionResult Run(Workspace workspace)
    {
        var size = workspace.Options.Middle;
        (string Subject, string Assembly)[] assemblies =
        [
            (BuildSection.Package, Path.Combine(workspace.Build("DataPackageData", size), "DataPackageData.dll")),
            (BuildSection.Floor, Path.Combine(workspace.Build("Floor", size), "Floor.dll")),
        ];
        // Warm-up: an editor's services are loaded and compiled.
        foreach (var (_, assembly) in assemblies)
            Measure(assembly, size);

        var samples = new List<(string Subject, double First, double Again)>();
        for (var round = 0; round < workspace.Options.RoundsAt(size); round++)
            foreach (var (subject, assembly) in assemblies)
            {
                var (first, again) = Measure(assembly, size);
                samples.Add((subject, first, again));
            }

        return new SectionResult([
            .. samples
                .GroupBy(sample => sample.Subject)
                .SelectMany(group =>
                    (Figure[])
                        [
                            Figure.Of(size, group.Key, First, group.Select(sample => sample.First)),
                            Figure.Of(size, group.Key, Again, group.Select(sample => sample.Again)),
                        ]
                ),
        ]);
    }

    private static (double First, double Again) Measure(string assembly, int size)
    {
        using var workspace = new AdhocWorkspace(MefHostServices.DefaultHost);
        var document = Open(workspace, assembly);
        return (Complete(document, size), Complete(document, size));
    }

    private static double Complete(Document document, int size)
    {
        var start = Stopwatch.GetTimestamp();
        var list = CompletionService
            .GetService(document)!
            .GetCompletionsAsync(document, Code.Length)
            .GetAwaiter()
            .GetResult();
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return list.ItemsList.Count >= size
            ? elapsed
            : throw new InvalidOperationException($"The list has only {list.ItemsList.Count} items.");
    }

    private static Document Open(AdhocWorkspace workspace, string assembly)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path =>
                Path.GetFileName(path) is { } name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "DataPackage.Runtime.dll")
            )
            .Append(assembly)
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
        return workspace.AddDocument(project.Id, "Program.cs", SourceText.From(Code));
    }
}
