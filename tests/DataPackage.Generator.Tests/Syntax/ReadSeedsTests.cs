using DataPackage.Engine.Syntax;

namespace DataPackage.Generator.Tests.Syntax;

/// <summary>A file becomes its tree with every place, or messages. ReadSeeds.txt has the files and the
/// results.</summary>
public class ReadSeedsTests
{
    [Fact]
    public void Files_become_trees_with_their_places_and_messages() =>
        Transcript.Check(
            "Syntax/ReadSeeds.txt",
            (path, text) =>
            {
                var document = SeedReader.Read(path, path, text, CancellationToken.None);
                return Transcript.Print(document.Diagnostics)
                    + $"collection: {document.Collection}, file: {document.FileName}, in a folder: {document.IsInFolder}, broken: {document.IsBroken}\n"
                    + string.Concat(document.Roots.Select(root => Print(root, 0)))
                    + (document.Article is null ? "" : Transcript.Print(document.Article))
                    + string.Concat(document.DirectionControls.Select(at => $"control at {at}\n"));
            }
        );

    /// <summary>A node on one line with its place in the file; its children on lines of their own.</summary>
    private static string Print(SeedNode node, int depth)
    {
        var inner = new string(' ', 2 * (depth + 1));
        var text = (node as SeedScalar)?.Shortened.Replace("\n", "\\n", StringComparison.Ordinal);
        var place = $"{node.Span.Start}..{node.Span.End}";
        return node switch
        {
            SeedScalar scalar =>
                $"{place} {(scalar.IsNull ? "nothing" : scalar.IsPlain ? "plain " + text : "written " + text)}\n",
            SeedSequence list => $"{place} list\n"
                + string.Concat(list.Items.Select(item => $"{inner}- {Print(item, depth + 1)}")),
            _ => $"{place} mapping\n"
                + string.Concat(
                    ((SeedMapping)node).Entries.Select(entry =>
                        $"{inner}? {Print(entry.Key, depth + 1)}{inner}: {Print(entry.Value, depth + 1)}"
                    )
                ),
        };
    }
}
