using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Binding;

/// <summary>A record as the mapping of its properties: one that is no mapping, or a dictionary as a whole, is the value
/// of one property, and the text after the metadata of a file that of another.</summary>
internal static class RecordMapping
{
    /// <summary>Null if the record states nothing, or is no mapping and its kind has no property for it.</summary>
    public static SeedMapping? Of(SeedNode? record, Kind kind, SeedDocument document)
    {
        var mapping = OfValue(record, kind);
        if (kind.Seeding.Body is not { } body || document.Article is not { Text.Length: > 0 } article)
            return mapping;
        var end = document.Lines.Starts.Count;
        var start = document.Lines.Starts[Math.Min(article.FirstLine - 1, end - 1)];
        var text = new SeedScalar(new TextSpan(start, 0), article.Text, IsPlain: false);
        mapping ??= new SeedMapping(default, default);
        return mapping with { Entries = mapping.Entries.Append(Entry(body, text, kind)).ToEquatableArray() };
    }

    private static SeedMapping? OfValue(SeedNode? record, Kind kind)
    {
        if (record is null or SeedScalar { IsNull: true })
            return null;
        if (kind.Seeding.Value is not { } name || (record is SeedMapping && !kind.Properties[kind.IndexOf(name)].IsMap))
            return record as SeedMapping;
        return new SeedMapping(record.Span, new[] { Entry(name, record, kind) }.ToEquatableArray());
    }

    private static SeedEntry Entry(string property, SeedNode value, Kind kind)
    {
        var key = kind.Properties[kind.IndexOf(property)].Key;
        var place = new TextSpan(value.Span.Start, 0);
        return new SeedEntry(new SeedSlot(new SeedScalar(place, key, IsPlain: true)), new SeedSlot(value));
    }
}
