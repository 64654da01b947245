using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DataPackage.Generator.Syntax;

/// <summary>A file that the build has tagged as a seed, and its path below the seeds folder.</summary>
internal sealed record SeedFile(string SeedPath, AdditionalText Text)
{
    /// <summary>The metadata of an AdditionalFiles item that makes it a seed: set by DataPackage.Generator.props.</summary>
    public const string PathOption = "build_metadata.AdditionalFiles.DataPackageSeed";

    public static ImmutableArray<SeedFile> FromTaggedFile((AdditionalText Text, AnalyzerConfigOptionsProvider Options) file, CancellationToken cancellation) =>
        file.Options.GetOptions(file.Text).TryGetValue(PathOption, out var path) && path.Length > 0
            ? ImmutableArray.Create(new SeedFile(SeedPaths.Normalize(path), file.Text))
            : ImmutableArray<SeedFile>.Empty;
}
