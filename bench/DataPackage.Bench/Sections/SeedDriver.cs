using System.Diagnostics.CodeAnalysis;
using System.Text;
using DataPackage.Bench.Data;
using DataPackage.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DataPackage.Bench.Sections;

/// <summary>Runs the generator in the compiler's driver with seeds in memory, like an editor.</summary>
internal static class SeedDriver
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    public static GeneratorDriver Create(IEnumerable<AdditionalText> seeds, bool tracksSteps) =>
        CSharpGeneratorDriver.Create(
            [new DataPackageGenerator().AsSourceGenerator()],
            seeds,
            ParseOptions,
            new SeedOptions(),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, tracksSteps)
        );

    public static CSharpCompilation CreateCompilation() =>
        CSharpCompilation.Create(
            "Consumer",
            [Parse("class Consumer;")],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Where(path =>
                    Path.GetFileName(path) is { } name
                    && (name.StartsWith("System.", StringComparison.Ordinal) || name is "DataPackage.Runtime.dll")
                )
                .Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );

    public static SyntaxTree Parse(string code) => CSharpSyntaxTree.ParseText(code, ParseOptions);

    public static AdditionalText ToText(Seed seed) => new InMemorySeed(seed);

    private sealed class InMemorySeed(Seed seed) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(seed.Text, Encoding.UTF8);

        public override string Path => seed.Path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    /// <summary>The build's information on seeds for the compiler: here each path is already below the seeds
    /// folder.</summary>
    private sealed class SeedOptions : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Options : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
            {
                value = key == "build_property._DataPackageSeedsPath" ? "." : null;
                return value is not null;
            }
        }
    }
}
