using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DataPackage.Docs.Tests;

/// <summary>A seed that a document shows.</summary>
internal sealed class ExampleSeed(string path, string text) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);

    /// <summary>Tags every file as a seed, as the build does.</summary>
    public sealed class Options : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => new Tag(null);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Tag(null);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Tag(textFile.Path);
    }

    private sealed class Tag(string? path) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == "build_metadata.AdditionalFiles.DataPackageSeed" ? path : null;
            return value is not null;
        }
    }
}
