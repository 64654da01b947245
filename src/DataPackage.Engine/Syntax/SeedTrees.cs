using DataPackage.Engine.Text;

namespace DataPackage.Engine.Syntax;

/// <summary>The result of reading YAML, JSON or a table.</summary>
/// <param name="Roots">The trees of the documents, one unless it is YAML, as far as they could be read.</param>
/// <param name="Lost">The parts of the file that could not be read, in order; each is within the nodes that it was a
/// part of.</param>
/// <param name="Size">All nodes, and the characters that aliases add to the text.</param>
internal readonly record struct SeedTrees(EquatableArray<SeedNode> Roots, EquatableArray<TextSpan> Lost, SeedSize Size)
{
    public SeedNode? First => Roots.Count == 0 ? null : Roots[0];
}
