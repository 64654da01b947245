using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Tool.Export;

/// <summary>A word of a schema that one format cannot follow. Builds do not know of it.</summary>
/// <param name="File">The path of the schema; null if the word is in no schema of its own.</param>
internal sealed record ExportFault(string? File, LinePosition Place, string Text)
{
    /// <param name="path">The keys that lead to the word in the schema of the kind.</param>
    public static ExportFault At(ExportSource source, string kind, string[] path, string text)
    {
        foreach (var document in source.Schemas.Where(each => Path.GetFileNameWithoutExtension(each.SeedPath) == kind))
        {
            var node = document.Root;
            foreach (var key in path)
                node = (node as SeedMapping)?.ValueOf(key);
            if (node is not null)
                return new ExportFault(document.FilePath, document.Lines[node.Span].Start, text);
        }

        return new ExportFault(null, default, text);
    }
}
