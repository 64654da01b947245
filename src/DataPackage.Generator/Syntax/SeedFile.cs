using System.Collections.Immutable;
using DataPackage.Generator.Diagnostics;
using DataPackage.Generator.Model;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Syntax;

/// <summary>An additional file of the build that is a seed, and its path below the seeds folder.</summary>
internal sealed record SeedFile(string SeedPath, AdditionalText Text)
{
    public static ImmutableArray<SeedFile> In((AdditionalText Text, SeedsFolder Folder) file, CancellationToken cancellation) =>
        file.Folder.SeedPathOf(file.Text.Path) is { } path ? ImmutableArray.Create(new SeedFile(path, file.Text)) : ImmutableArray<SeedFile>.Empty;

    /// <summary>What the build says of such a name before there is a compiler, where it is a build of ours; null of a
    /// name that a seed may have.</summary>
    public SeedDiagnostic? Refuse()
    {
        var (path, reason) = SeedNames.RefuseFullPath(Text.Path) is { } anywhere ? (Text.Path, anywhere)
            : (SeedPath, SeedNames.Refuse(SeedPath));
        return reason is null ? null : new(Rules.RefusedName, default, new[] { path, reason }.ToEquatableArray());
    }
}
