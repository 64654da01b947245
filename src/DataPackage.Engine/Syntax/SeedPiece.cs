using DataPackage.Engine.Diagnostics;

namespace DataPackage.Engine.Syntax;

/// <summary>Some of the items of a large file of many entities, which are read and bound without the others. It does
/// not know where they stand in the file (<see cref="PieceOrigins"/> does), so it stays equal when they move.</summary>
/// <param name="Text">The text of its items, one after the other.</param>
internal sealed record SeedPiece(string SeedPath, PieceId Id, string Text) : IReadableSeed
{
    public string FilePath => Id.FilePath;

    public SeedDocument Read(CancellationToken cancellation) =>
        SeedReader.Read(SeedPath, FilePath, Text, cancellation) with
        {
            Piece = Id,
        };
}
