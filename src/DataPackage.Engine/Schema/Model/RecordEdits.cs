using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Schema.Model;

/// <summary>Changes records as <c>datapackage.yaml</c> says: leaves values out, and splits texts into lists.</summary>
internal sealed class RecordEdits
{
    private readonly Dictionary<string, RecordEdits> _inner = new(StringComparer.Ordinal);
    private bool _isIgnored;
    private string? _separator;

    private RecordEdits() { }

    /// <summary>Null if nothing is changed.</summary>
    public static RecordEdits? Of(EquatableArray<KeyPath> ignored, EquatableArray<SeparatedList> lists)
    {
        if (ignored.Count + lists.Count == 0)
            return null;
        var edits = new RecordEdits();
        foreach (var path in ignored)
            edits.At(path)._isIgnored = true;
        foreach (var list in lists)
            edits.At(list.Path)._separator = list.Separator;
        return edits;
    }

    private RecordEdits At(KeyPath path)
    {
        var at = this;
        foreach (var key in path.Keys)
        {
            if (!at._inner.TryGetValue(key, out var inner))
                at._inner.Add(key, inner = new RecordEdits());
            at = inner;
        }

        return at;
    }

    /// <summary>The changed record. Lists on the way have no key: a path leads into each item.</summary>
    public SeedNode In(SeedNode record)
    {
        switch (record)
        {
            case SeedScalar text when _separator is { } separator:
                return Split(text, separator);
            case SeedSequence list:
                return list with { Slots = list.Slots.Select(item => new SeedSlot(In(item.Node))).ToEquatableArray() };
            case SeedMapping mapping:
                var entries = new List<SeedEntry>(mapping.Entries.Count);
                foreach (var entry in mapping.Entries)
                {
                    if (!_inner.TryGetValue(entry.Name, out var inner))
                        entries.Add(entry);
                    else if (!inner._isIgnored)
                        entries.Add(entry with { ValueSlot = new SeedSlot(inner.In(entry.Value)) });
                }

                return mapping with
                {
                    Entries = entries.ToEquatableArray(),
                };
            default:
                return record;
        }
    }

    /// <summary>The parts of a text, without blanks at their ends; empty parts are left out.</summary>
    private static SeedNode Split(SeedScalar text, string separator)
    {
        if (text.IsNull)
            return text;
        // Without escapes and folded lines, every character of the text is one of the file.
        var quote = text.IsPlain ? 0 : 1;
        var isExact = text.Span.Length == text.Text.Length + (2 * quote);
        var isUnquoted = text.Span.Length == text.Text.Length;
        var items = new List<SeedSlot>();
        for (var at = 0; at <= text.Text.Length; )
        {
            var end = text.Text.IndexOf(separator, at, StringComparison.Ordinal) is >= 0 and var found
                ? found
                : text.Text.Length;
            var part = text.Text.Substring(at, end - at);
            var item = part.Trim();
            var start = text.Span.Start + at + (part.Length - part.TrimStart().Length);
            var span =
                isUnquoted ? new TextSpan(start, item.Length)
                : isExact ? new TextSpan(start + quote, item.Length)
                : text.Span;
            if (item.Length > 0)
                items.Add(
                    new SeedSlot(
                        new SeedScalar(
                            span,
                            item,
                            IsPlain: JsonNumber.Is(item) || KeyReader.TryReadBoolean(item, out _)
                        )
                    )
                );
            at = end + separator.Length;
        }

        return new SeedSequence(text.Span, items.ToEquatableArray());
    }
}

/// <summary>A path whose texts are lists.</summary>
/// <param name="Separator">What is between the items; not empty.</param>
internal readonly record struct SeparatedList(KeyPath Path, string Separator);
