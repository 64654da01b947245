using DataPackage.Engine.Syntax;

namespace DataPackage.Engine.Articles;

/// <summary>All texts of a seed in order: its path, its keys and values, the text of an article.</summary>
internal static class SeedTexts
{
    public const string QuoteKey = "quote";

    public static List<SeedText> Of(SeedDocument document, CancellationToken cancellation)
    {
        var texts = new List<SeedText>();
        var name = document.SeedPath.LastIndexOf('/') + 1;
        if (name > 0)
            texts.Add(new SeedText(SeedTextKind.Folder, document.SeedPath.Substring(0, name), default));
        texts.Add(new SeedText(SeedTextKind.File, document.FileName, default));
        foreach (var root in document.Roots)
            Add(root, texts, cancellation);
        if (document.Article is { } body)
            texts.Add(new SeedText(SeedTextKind.Body, body.Text, default));
        return texts;
    }

    private static void Add(SeedNode root, List<SeedText> texts, CancellationToken cancellation)
    {
        var open = new Stack<(SeedSlot Slot, SeedTextKind Kind, string? Column, int Depth, int Citation)>([
            (new SeedSlot(root), SeedTextKind.Value, null, 0, -1),
        ]);
        while (open.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var (slot, kind, column, depth, citation) = open.Pop();
            switch (slot.Text is null ? slot.Node : null)
            {
                case SeedMapping mapping:
                    var quote = mapping.Find(QuoteKey) is { ValueSlot: { Text: not null } at } ? at.Span.Start : -1;
                    for (var i = mapping.Entries.Count - 1; i >= 0; i--)
                    {
                        var entry = mapping.Entries[i];
                        open.Push(
                            (
                                entry.ValueSlot,
                                SeedTextKind.Value,
                                entry.Name,
                                depth + 1,
                                entry.Name is QuoteKey or "prefix" or "suffix" ? quote : -1
                            )
                        );
                        open.Push((entry.KeySlot, SeedTextKind.Key, null, depth, -1));
                    }

                    break;
                case SeedSequence list:
                    for (var i = list.Slots.Count - 1; i >= 0; i--)
                        open.Push((list.Slots[i], kind, column, depth + 1, -1));
                    break;
                default:
                    texts.Add(new SeedText(kind, slot.Text!, slot.Span, column, depth, citation));
                    break;
            }
        }
    }
}
