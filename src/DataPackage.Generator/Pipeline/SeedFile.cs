using System.Collections.Immutable;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DataPackage.Generator.Pipeline;

/// <summary>An additional file of the build that is a seed, and its path below the seeds folder.</summary>
/// <param name="Failure">An unexpected error; reported when the file is read.</param>
internal sealed record SeedFile(string SeedPath, AdditionalText Text, SeedDiagnostic? Failure = null) : IReadableSeed
{
    public string FilePath => Text.Path;

    public static ImmutableArray<SeedFile> In(AdditionalText text, SeedsFolder folder) =>
        folder.SeedPathOf(text.Path) is { } path
            ? ImmutableArray.Create(new SeedFile(path, text))
            : ImmutableArray<SeedFile>.Empty;

    /// <summary>The text, once a step has asked for it.</summary>
    private SourceText? Loaded { get; init; }

    /// <summary>The file, cut into pieces if it is large and its items can be read by themselves.</summary>
    public CutFile Cut(PackageSchema declared, CutLengths lengths, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var mayBeMap = false;
        if (Failure is not null || !SeedPaths.IsYaml(SeedPath) || Text.GetText(cancellation) is not { } text)
            return new CutFile(this, null);
        // Most files are short, and are not looked at any further.
        var isCut =
            text.Length >= lengths.OfFile
            && text.Length <= SeedLimits.FileLength
            && SeedReader.Refuse(SeedPath, FilePath) is null
            && SeedPieces.MayCut(SeedPath, declared, out mayBeMap);
        return new CutFile(
            this with
            {
                Loaded = text,
            },
            isCut ? SeedCutter.Cut(SeedPath, FilePath, text.ToString(), mayBeMap, lengths) : null
        );
    }

    public SeedDocument Read(CancellationToken cancellation)
    {
        if (Failure is not null)
            return SeedReader.Failed(SeedPath, FilePath, Failure);
        if (SeedReader.Refuse(SeedPath, FilePath) is { } refused)
            return refused;
        if ((Loaded ?? Text.GetText(cancellation)) is not { } text)
            return SeedReader.Unreadable(SeedPath, FilePath);
        return text.Length > SeedLimits.FileLength
            ? SeedReader.TooLong(SeedPath, FilePath)
            : SeedReader.Read(SeedPath, FilePath, text.ToString(), cancellation);
    }
}

/// <summary>A file and its pieces.</summary>
/// <param name="Cut">Null if the file is read as a whole.</param>
internal sealed record CutFile(SeedFile File, CutSeed? Cut)
{
    /// <summary>What is read one by one: the pieces, or the file.</summary>
    public ImmutableArray<IReadableSeed> Parts =>
        Cut is null ? ImmutableArray.Create<IReadableSeed>(File) : Cut.Pieces.ToImmutableArray<IReadableSeed>();
}
