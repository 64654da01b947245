using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Syntax;

/// <summary>An additional file of the build that is a seed, and its path below the seeds folder.</summary>
internal sealed record SeedFile(string SeedPath, AdditionalText Text)
{
    public static ImmutableArray<SeedFile> In((AdditionalText Text, SeedsFolder Folder) file, CancellationToken cancellation) =>
        file.Folder.SeedPathOf(file.Text.Path) is { } path ? ImmutableArray.Create(new SeedFile(path, file.Text)) : ImmutableArray<SeedFile>.Empty;
}
