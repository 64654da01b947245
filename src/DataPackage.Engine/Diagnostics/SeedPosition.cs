using DataPackage.Engine.Text;

namespace DataPackage.Engine.Diagnostics;

/// <summary>A place in a seed. Compares by value, and keeps nothing of the seed alive.</summary>
/// <param name="Path">The file as the host knows it; null of <c>default</c>, which is no place.</param>
internal readonly record struct SeedPosition(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static SeedPosition StartOf(string path) => new(path, default, default);

    /// <summary>As the compiler prints it: <c>folder/file(line,column)</c>. Without the rest of the path, so that
    /// messages are the same on every machine; with the folder, as seeds of one name stand in several.</summary>
    public override string ToString()
    {
        var path = Path.Replace('\\', '/');
        var folder = path.LastIndexOf('/') is > 0 and var slash ? path.LastIndexOf('/', slash - 1) : -1;
        var name = path.Substring(folder + 1);
        return FormattableString.Invariant($"{name}({Lines.Start.Line + 1},{Lines.Start.Character + 1})");
    }
}
