using DataPackage.Engine.Syntax;

namespace DataPackage.Engine.Schema.Reading;

/// <summary>Finds ranges that name kinds of other packages.</summary>
internal static class ExternalRanges
{
    /// <summary>Whether any schema refers to a kind of another package. If none does, no reference is read.</summary>
    public static bool AreNamedIn(IEnumerable<SeedDocument> declarations) =>
        declarations.Any(document => document.Root is { } root && AreNamedIn(root));

    private static bool AreNamedIn(SeedNode node)
    {
        var rest = new Stack<SeedNode>([node]);
        while (rest.Count > 0)
        {
            switch (rest.Pop())
            {
                case SeedScalar scalar when scalar.Text.IndexOf('@') > 0:
                    return true;
                case SeedSequence list:
                    foreach (var item in list.Items)
                        rest.Push(item);
                    break;
                case SeedMapping mapping:
                    foreach (var entry in mapping.Entries)
                        rest.Push(entry.Value);
                    break;
            }
        }

        return false;
    }
}
