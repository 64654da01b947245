using DataPackage.Engine.Text;

namespace DataPackage.Engine.Syntax;

/// <summary>What a text of YAML was read as.</summary>
/// <param name="Roots">The trees of its documents, with what could be read of each.</param>
/// <param name="Lost">The parts of the file that could not be read, in their order; each lies within the nodes that it
/// was a part of.</param>
/// <param name="Size">All nodes, and the characters that aliases add to those of the text.</param>
internal readonly record struct YamlTrees(EquatableArray<SeedNode> Roots, EquatableArray<TextSpan> Lost, SeedSize Size)
{
    public SeedNode? First => Roots.Count == 0 ? null : Roots[0];
}
