using System.Collections.Immutable;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Syntax;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Pipeline;

/// <summary>An additional file of the build that is a seed, and its path below the seeds folder.</summary>
/// <param name="Failure">An unexpected error; reported when the file is read.</param>
internal sealed record SeedFile(string SeedPath, AdditionalText Text, SeedDiagnostic? Failure = null) : ISeed
{
    public string FilePath => Text.Path;

    public static ImmutableArray<SeedFile> In(AdditionalText text, SeedsFolder folder) =>
        folder.SeedPathOf(text.Path) is { } path
            ? ImmutableArray.Create(new SeedFile(path, text))
            : ImmutableArray<SeedFile>.Empty;

    public SeedDocument Read(CancellationToken cancellation)
    {
        if (Failure is not null)
            return SeedReader.Failed(SeedPath, FilePath, Failure);
        if (SeedReader.Refuse(SeedPath, FilePath) is { } refused)
            return refused;
        if (Text.GetText(cancellation) is not { } text)
            return SeedReader.Unreadable(SeedPath, FilePath);
        return text.Length > SeedLimits.FileLength
            ? SeedReader.TooLong(SeedPath, FilePath)
            : SeedReader.Read(SeedPath, FilePath, text.ToString(), cancellation);
    }
}
