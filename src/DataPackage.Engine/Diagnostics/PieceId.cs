namespace DataPackage.Engine.Diagnostics;

/// <summary>Names a piece of a file that was cut. An edit elsewhere in the file leaves the name as it is.</summary>
/// <param name="FilePath">The path of the file as the host has it.</param>
/// <param name="Number">Counted from 0.</param>
internal sealed record PieceId(string FilePath, int Number);
