using DataPackage.Engine.Text;

namespace DataPackage.Engine.Diagnostics;

/// <summary>A place in a seed. Compares by value, and keeps nothing of the seed alive.</summary>
/// <param name="Path">The path of the file as the host has it; null in <c>default</c>, which is no place.</param>
/// <param name="Piece">The piece that the place is counted in; null if it is counted in the file.</param>
internal readonly record struct SeedPosition(string Path, TextSpan Span, LinePositionSpan Lines, PieceId? Piece = null)
{
    public static SeedPosition StartOf(string path) => new(path, default, default);

    /// <summary>The compiler's format: <c>folder/file(line,column)</c>. The rest of the path is left out, so messages
    /// are the same on every machine; the folder is kept, because several folders have seeds of one name.</summary>
    public override string ToString()
    {
        var path = Path.Replace('\\', '/');
        var folder = path.LastIndexOf('/') is > 0 and var slash ? path.LastIndexOf('/', slash - 1) : -1;
        var name = path.Substring(folder + 1);
        return FormattableString.Invariant($"{name}({Lines.Start.Line + 1},{Lines.Start.Character + 1})");
    }
}
