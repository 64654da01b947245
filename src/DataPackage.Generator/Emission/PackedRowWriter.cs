using DataPackage.Generator.Model;
using DataPackage.Generator.Schema;
using DataPackage.Runtime.Packed;

namespace DataPackage.Generator.Emission;

/// <summary>Writes entities and embedded values as rows of <see cref="PackedFormat"/>.</summary>
/// <param name="languages">Gives each language its number; those that are new are appended.</param>
internal sealed class PackedRowWriter(PackageSchema schema, List<string> languages)
{
    private readonly Dictionary<string, int> _kindNumbers = schema.ConcreteKinds
        .Select((kind, number) => (kind.Name, number)).ToDictionary(pair => pair.Name, pair => pair.number, StringComparer.Ordinal);

    public PackedBuffer Entity(Kind kind, LinkedKind data, int row)
    {
        var entity = data.Entities[row];
        var layout = new RowLayout(kind);
        var fields = new PackedBuffer?[layout.FieldCount];
        fields[PackedFormat.IdField] = Text(entity.Id);
        for (var i = 0; i < kind.Properties.Count; i++) fields[RowLayout.FieldOf(i)] = Field(kind.Properties[i], entity.Values[i]);
        for (var i = 0; i < kind.Reverses.Count; i++)
        {
            var sources = data.Reverses[i][row];
            if (sources.Count > 0) fields[layout.FieldOfReverse(i)] = References(sources, schema[kind.Reverses[i].From].IsAbstract);
        }

        if (entity.Citations.Count > 0) fields[layout.Citations] = List(entity.Citations, Citation);
        if (kind.IsArticle)
        {
            if (entity.Text?.Text is { } text) fields[layout.ArticleText] = Text(text);
            if (entity.Text is { } known) fields[layout.ArticleSha256] = Text(known.Sha256);
        }

        return Row(fields);
    }

    private static PackedBuffer Row(IReadOnlyList<PackedBuffer?> fields)
    {
        var row = new PackedBuffer();
        var last = 0;
        for (var i = 0; i < fields.Count; i++)
            if (fields[i] is not null) last = i;
        for (var first = 0; first <= last; first += PackedFormat.BitsPerDigit)
        {
            var bits = 0;
            for (var i = 0; i < PackedFormat.BitsPerDigit && first + i < fields.Count; i++)
                if (fields[first + i] is not null) bits |= 1 << i;
            row.Digit(first + PackedFormat.BitsPerDigit <= last ? bits | PackedFormat.More : bits);
        }

        var present = fields.Where(field => field is not null).Select(field => field!).ToList();
        foreach (var field in present) row.Number(field.Length);
        foreach (var field in present) row.Bytes(field);
        return row;
    }

    private PackedBuffer? Field(Property property, Value? value)
    {
        if (value is null || property.Type == PropertyType.Invalid) return null;
        if (value is not ListValue list) return Item(property, value);
        if (list.Items.Count == 0) return null;
        if (property.Type == PropertyType.Reference)
            return References(list.Items.Select(item => ((ReferenceValue)item).Target).ToList(), schema[property.Range].IsAbstract);
        return List(list.Items, item => Item(property, item));
    }

    private static PackedBuffer List<T>(IReadOnlyList<T> items, Func<T, PackedBuffer> write)
    {
        var list = new PackedBuffer();
        list.Number(items.Count);
        foreach (var item in items) list.Block(write(item));
        return list;
    }

    private PackedBuffer References(IReadOnlyList<EntityLink> targets, bool isAbstract)
    {
        var list = new PackedBuffer();
        list.Number(targets.Count);
        foreach (var target in targets) Reference(list, target, isAbstract);
        return list;
    }

    private void Reference(PackedBuffer buffer, EntityLink target, bool isAbstract)
    {
        if (isAbstract) buffer.Number(_kindNumbers[target.Kind]);
        buffer.Number(target.Row);
    }

    private static PackedBuffer Text(string text)
    {
        var buffer = new PackedBuffer();
        buffer.Text(text);
        return buffer;
    }

    private PackedBuffer Item(Property property, Value value)
    {
        var item = new PackedBuffer();
        switch (value)
        {
            case TextValue text:
                item.Text(text.Text);
                break;
            case LocalizedValue localized:
                foreach (var entry in localized.Entries)
                {
                    item.Number(NumberOf(entry.Language));
                    item.TextBlock(entry.Text);
                }

                break;
            case IntegerValue integer:
                item.Text(integer.Number);
                break;
            case DecimalValue number:
                item.Text(number.Number);
                break;
            case BooleanValue boolean:
                item.Number(boolean.IsTrue ? 1 : 0);
                break;
            case EnumItemValue choice:
                item.Number(choice.Index);
                break;
            case DateValue date:
                item.Number((date.EarliestDay is null ? 0 : 1) | (date.LatestDay is null ? 0 : 2) | (date.Flags << 2));
                if (date.EarliestDay is { } earliest) item.Signed(earliest);
                if (date.LatestDay is { } latest) item.Signed(latest);
                item.Text(date.Canonical);
                break;
            case MoneyValue money:
                item.Text(money.Currency);
                item.Text(money.Amount);
                break;
            case ReferenceValue reference:
                Reference(item, reference.Target, schema[property.Range].IsAbstract);
                break;
            case EmbeddedValue embedded:
                var kind = schema[property.Range];
                return Row(kind.Properties.Select((inner, i) => Field(inner, embedded.Values[i])).ToList());
            default:
                throw new InvalidOperationException($"A {value.GetType().Name} cannot be packed.");
        }

        return item;
    }

    private int NumberOf(string language)
    {
        var number = languages.IndexOf(language);
        if (number >= 0) return number;
        languages.Add(language);
        return languages.Count - 1;
    }

    private PackedBuffer Citation(LinkedCitation citation)
    {
        var fields = new PackedBuffer?[PackedFormat.CitationFields];
        var article = new PackedBuffer();
        Reference(article, citation.Article, isAbstract: true);
        fields[PackedFormat.CitationArticle] = article;
        if (citation.Quote is not null) fields[PackedFormat.CitationQuote] = Text(citation.Quote);
        if (citation.For.Count > 0) fields[PackedFormat.CitationFor] = List(citation.For, Text);
        fields[PackedFormat.CitationParagraph] = Number(citation.Paragraph);
        fields[PackedFormat.CitationStart] = Number(citation.Start);
        fields[PackedFormat.CitationEnd] = Number(citation.End);
        return Row(fields);
    }

    private static PackedBuffer Number(int value)
    {
        var buffer = new PackedBuffer();
        buffer.Number(value);
        return buffer;
    }
}

/// <summary>Which field of a kind's row holds what: the id, the properties, the reverses, the citations, and an article's text.</summary>
internal readonly record struct RowLayout(Kind Kind)
{
    public static int FieldOf(int property) => 1 + property;

    public int FieldOfReverse(int reverse) => 1 + Kind.Properties.Count + reverse;

    public int Citations => 1 + Kind.Properties.Count + Kind.Reverses.Count;

    public int ArticleText => Citations + 1;

    public int ArticleSha256 => Citations + 2;

    public int FieldCount => Citations + (Kind.IsArticle ? 3 : 1);
}
