using System.Collections.Immutable;
using System.Text;
using DataPackage.Generator.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DataPackage.Generator.Tests;

/// <summary>Seeds in memory, and the project that they stand in. Immutable: each change gives a new set.</summary>
internal sealed record SeedSet
{
    /// <summary>Where seeds with a place to look at have this mark before it; it is no part of the seed.</summary>
    public const char Mark = '▸';

    public static SeedSet Empty { get; } = new();

    /// <summary>By path below the seeds folder.</summary>
    public ImmutableSortedDictionary<string, string> Files { get; private init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public LanguageVersion Language { get; init; } = LanguageVersion.CSharp12;

    public bool ReferencesRuntime { get; init; } = true;

    /// <summary>The project's own code.</summary>
    public string Code { get; init; } = "";

    public string RootNamespace { get; init; } = "Sample";

    /// <summary>The file and the line and column, counted from 1, of the mark.</summary>
    public string? Marked { get; private init; }

    public SeedSet With(string path, string text)
    {
        var at = text.IndexOf(Mark, StringComparison.Ordinal);
        if (at < 0) return this with { Files = Files.SetItem(path, text) };
        var lineStart = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        var place = $"{path}({text[..lineStart].Count(c => c == '\n') + 1},{at - lineStart + 1})";
        return this with { Files = Files.SetItem(path, text.Remove(at, 1)), Marked = place };
    }

    public SeedSet Without(string path) => this with { Files = Files.Remove(path) };

    public CSharpParseOptions ParseOptions => new(Language, DocumentationMode.Diagnose);

    public ImmutableArray<AdditionalText> Texts => [.. Files.Select(file => new Seed(file.Key, file.Value))];

    public AnalyzerConfigOptionsProvider Options => new SeedOptions(RootNamespace);

    public CSharpCompilation Compilation => CSharpCompilation.Create("Sample",
        [CSharpSyntaxTree.ParseText(Code, ParseOptions, "Program.cs", Encoding.UTF8)],
        ReferencesRuntime ? [.. Framework, RuntimePackage] : Framework,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable,
            // As the SDK does: the runtime was built for an older framework than the one that these tests run on.
            specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]));

    public GeneratorDriver Driver => CSharpGeneratorDriver.Create(
        [new DataPackageGenerator().AsSourceGenerator()], Texts, ParseOptions, Options,
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public SeedRun Run() => SeedRun.Of(this);

    private static MetadataReference RuntimePackage { get; } = MetadataReference.CreateFromFile(typeof(Runtime.EdtfDate).Assembly.Location);

    /// <summary>What the running process has of .NET itself.</summary>
    private static ImmutableArray<MetadataReference> Framework { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private sealed class Seed(string seedPath, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

        public string SeedPath => seedPath;

        public override string Path => SeedRun.Root + seedPath;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private sealed class SeedOptions(string rootNamespace) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Lookup("build_property.RootNamespace", rootNamespace);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Lookup.Nothing;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            textFile is Seed seed ? new Lookup(SeedFile.PathOption, seed.SeedPath) : Lookup.Nothing;

        private sealed class Lookup(string key, string value) : AnalyzerConfigOptions
        {
            public static Lookup Nothing { get; } = new("", "");

            public override bool TryGetValue(string asked, out string found)
            {
                found = value;
                return asked == key;
            }
        }
    }
}
