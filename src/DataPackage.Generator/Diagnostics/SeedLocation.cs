using DataPackage.Generator.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DataPackage.Generator.Diagnostics;

/// <summary>A place in a seed. Unlike <see cref="Location"/> it compares by value and holds on to nothing of a compilation.</summary>
internal readonly record struct SeedLocation(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static SeedLocation StartOf(string path) => new(path, default, default);

    /// <remarks>Of a path that the compiler should never have been given, a log shows a line end as what it
    /// is.</remarks>
    public Location ToLocation() => Path is null ? Location.None
        : Location.Create(SeedNames.RefuseFullPath(Path) is null ? Path : MessageText.Of(Path), Span, Lines);

    /// <summary>As the compiler prints it: <c>folder/file(line,column)</c>. Without the rest of the path, so that messages are the same on every machine; with the
    /// folder, as seeds of one name stand in several.</summary>
    public override string ToString()
    {
        var path = Path.Replace('\\', '/');
        var folder = path.LastIndexOf('/') is > 0 and var slash ? path.LastIndexOf('/', slash - 1) : -1;
        var name = path.Substring(folder + 1);
        return FormattableString.Invariant($"{name}({Lines.Start.Line + 1},{Lines.Start.Character + 1})");
    }
}
