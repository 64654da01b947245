using DataPackage.Engine.Binding;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Text;
using DataPackage.Shared.Dates;
using DataPackage.Shared.Format;

namespace DataPackage.Engine.Packing;

/// <summary>Writes entities and embedded values as rows of <see cref="PackedFormat"/>. Reuses its buffers, so one
/// thread uses it.</summary>
internal sealed class PackedRowWriter(PackingContext context)
{
    /// <summary>The row of an entity that has nothing in an area: no field is present.</summary>
    public static readonly PackedBytes NoRow = new([PackedFormat.Zero]);

    private readonly PackageSchema _schema = context.Schema;

    /// <summary>The largest buffer that is kept: a long text should not take memory for ever.</summary>
    private const int LargestIdle = 1 << 16;

    [ThreadStatic]
    private static Stack<PackedBuffer>? _idleOfThread;

    /// <summary>Buffers that are free. Each entity has a writer of its own, which needs a dozen.</summary>
    private readonly Stack<PackedBuffer> _idle = _idleOfThread ??= new Stack<PackedBuffer>();

    public PackedBytes Values(Kind kind, LinkedEntity entity)
    {
        var properties = context.LayoutOf(kind).Values;
        return Row(
            1 + properties.Count,
            (field, buffer) =>
            {
                if (field != PackedFormat.IdField)
                    return Field(kind.Properties[properties[field - 1]], entity.Values[properties[field - 1]], buffer);
                buffer.Text(entity.Id);
                return true;
            }
        );
    }

    public PackedBytes Details(Kind kind, LinkedEntity entity)
    {
        var properties = context.LayoutOf(kind).Details;
        return properties.All(property => entity.Values[property] is null)
            ? NoRow
            : Row(
                properties.Count,
                (field, buffer) => Field(kind.Properties[properties[field]], entity.Values[properties[field]], buffer)
            );
    }

    public PackedBytes Sources(Kind kind, LinkedEntity entity)
    {
        if (entity.Citations.Count == 0 && entity.Text is null && entity.Claims.Count == 0)
            return NoRow;
        return Row(
            PackedFormat.SourceFields,
            (field, buffer) =>
            {
                switch (field)
                {
                    case PackedFormat.SourceCitations when entity.Citations.Count > 0:
                        List(entity.Citations, Citation, buffer);
                        return true;
                    case PackedFormat.SourceText when entity.Text?.Text is { } text:
                        buffer.Text(text);
                        return true;
                    case PackedFormat.SourceSha256 when entity.Text is { } known:
                        buffer.Text(known.Sha256);
                        return true;
                    case PackedFormat.SourceClaims when entity.Claims.Count > 0:
                        List(entity.Claims, (claim, item) => Claim(kind, claim, item), buffer);
                        return true;
                    default:
                        return false;
                }
            }
        );
    }

    /// <param name="row">The row of the entity whose reverses these are.</param>
    public PackedBytes Reverses(Kind kind, KindReverses reverses, int row) =>
        reverses.Links.All(byRow => byRow[row].Count == 0)
            ? NoRow
            : Row(
                kind.Reverses.Count,
                (reverse, buffer) =>
                {
                    var sources = reverses.Links[reverse][row];
                    if (sources.Count == 0)
                        return false;
                    References(sources, IsAbstract(kind.Reverses[reverse].From), buffer);
                    return true;
                }
            );

    private PackedBytes Row(int fields, Func<int, PackedBuffer, bool> write)
    {
        var row = Rent();
        Row(fields, row, write);
        var bytes = row.ToBytes();
        Return(row);
        return bytes;
    }

    /// <param name="write">Writes a field, or returns false if it is absent.</param>
    private void Row(int fields, PackedBuffer row, Func<int, PackedBuffer, bool> write)
    {
        var content = Rent();
        var ends = new int[fields];
        var last = 0;
        var start = 0;
        for (var i = 0; i < fields; i++)
        {
            var isPresent = write(i, content);
            ends[i] = isPresent ? content.Length : -1;
            if (!isPresent)
                continue;
            last = i;
            start = content.Length;
        }

        if (content.Length != start)
            throw new InvalidOperationException("A field that is absent has no bytes.");
        for (var first = 0; first <= last; first += PackedFormat.BitsPerDigit)
        {
            var bits = first + PackedFormat.BitsPerDigit <= last ? PackedFormat.More : 0;
            for (var i = 0; i < PackedFormat.BitsPerDigit && first + i < fields; i++)
                if (ends[first + i] >= 0)
                    bits |= 1 << i;
            row.Digit(bits);
        }

        var digits =
            content.Length >> (PackedFormat.ShortOffsetDigits * PackedFormat.BitsPerFixedDigit) == 0
                ? PackedFormat.ShortOffsetDigits
                : PackedFormat.OffsetDigits;
        row.Digit(digits);
        foreach (var end in ends)
            if (end >= 0)
                row.Fixed(end, digits);
        row.Bytes(content);
        Return(content);
    }

    private bool Field(Property property, Value? value, PackedBuffer buffer)
    {
        if (value is null || property.Type == PropertyType.Invalid)
            return false;
        if (!property.IsMany)
        {
            Item(property, value, buffer);
            return true;
        }

        if (!property.IsNullable && value is ListValue { Items.Count: 0 } or MapValue { Entries.Count: 0 })
            return false;
        Collection(property, 0, value, buffer);
        return true;
    }

    /// <param name="depth">How many of the property's lists and maps enclose this one.</param>
    private void Collection(Property property, int depth, Value value, PackedBuffer buffer)
    {
        switch (value)
        {
            case ListValue list when property.IsReferenceList:
                buffer.Number(list.Items.Count);
                foreach (var item in list.Items)
                    Item(property, item!, buffer);
                break;
            case ListValue list:
                List(list.Items, (item, block) => Nested(property, depth + 1, item, block), buffer);
                break;
            case MapValue map:
                Map(map, (item, block) => Nested(property, depth + 1, item, block), buffer);
                break;
            default:
                throw new InvalidOperationException($"A {value.GetType().Name} is neither a list nor a map.");
        }
    }

    /// <summary>Writes an item of a list or map: a value, or a further list or map.</summary>
    private void Nested(Property property, int depth, Value? value, PackedBuffer block)
    {
        if (value is null)
            return;
        if (property.IsNullableAt(depth))
            block.Digit(PackedFormat.NotNull);
        if (depth < property.Layers.Count)
            Collection(property, depth, value, block);
        else
            Item(property, value, block);
    }

    private void List<T>(IReadOnlyList<T> items, Action<T, PackedBuffer> write, PackedBuffer buffer)
    {
        buffer.Number(items.Count);
        var block = Rent();
        foreach (var item in items)
        {
            block.Clear();
            write(item, block);
            buffer.Block(block);
        }

        Return(block);
    }

    private void Map(MapValue map, Action<Value?, PackedBuffer> write, PackedBuffer buffer)
    {
        buffer.Number(map.Entries.Count);
        var part = Rent();
        foreach (var entry in map.Entries)
        {
            part.Clear();
            part.Text(entry.Key);
            buffer.Block(part);
            part.Clear();
            write(entry.Value, part);
            buffer.Block(part);
        }

        Return(part);
    }

    private void References(EquatableArray<EntityLink> targets, bool isAbstract, PackedBuffer buffer)
    {
        buffer.Number(targets.Count);
        foreach (var target in targets)
            Reference(target, isAbstract, buffer);
    }

    private void Reference(EntityLink target, bool isAbstract, PackedBuffer buffer)
    {
        if (isAbstract)
            buffer.Number(context.KindNumbers[target.Kind]);
        buffer.Number(target.Row);
    }

    private void Item(Property property, Value value, PackedBuffer item)
    {
        switch (value)
        {
            case var _ when property.Type == PropertyType.Any:
                Untyped(value, item);
                break;
            case LocalizedValue localized:
                item.Number(context.LanguageNumbers[EntityPacker.JoinLanguages(localized)]);
                Texts(localized.Entries, item);
                break;
            case BooleanValue boolean:
                item.Number(boolean.IsTrue ? 1 : 0);
                break;
            case EnumItemValue choice:
                item.Number(choice.Index);
                break;
            case DateValue date:
                Date(date, item);
                break;
            case MoneyValue money:
                item.Text(money.Currency);
                item.Text(money.Number);
                break;
            case ScalarValue scalar:
                item.Text(scalar.Exact);
                break;
            case ReferenceValue reference:
                Reference(reference.Target, IsAbstract(property.Range), item);
                break;
            case ExternalValue external:
                // By its id: its row depends on the version of the other package that the program runs with.
                item.Text(external.Target.Id);
                break;
            case EmbeddedValue embedded:
                Embedded(_schema[property.Range], embedded, item);
                break;
            default:
                throw new InvalidOperationException($"A {value.GetType().Name} cannot be packed.");
        }
    }

    private void Embedded(Kind kind, EmbeddedValue value, PackedBuffer item) =>
        Row(kind.Properties.Count, item, (field, buffer) => Field(kind.Properties[field], value.Values[field], buffer));

    private void Untyped(Value value, PackedBuffer item)
    {
        switch (value)
        {
            case UntypedText text:
                item.Digit(text.IsPlain ? PackedFormat.UntypedPlain : PackedFormat.UntypedQuoted);
                item.Text(text.Text);
                break;
            case ListValue list:
                item.Digit(PackedFormat.UntypedList);
                List(list.Items, UntypedOrNull, item);
                break;
            case MapValue map:
                item.Digit(PackedFormat.UntypedMap);
                Map(map, UntypedOrNull, item);
                break;
            default:
                throw new InvalidOperationException($"A {value.GetType().Name} is not untyped.");
        }
    }

    private void UntypedOrNull(Value? value, PackedBuffer block)
    {
        if (value is not null)
            Untyped(value, block);
    }

    private void Texts(EquatableArray<LocalizedEntry> entries, PackedBuffer item)
    {
        var texts = Rent();
        foreach (var entry in entries)
        {
            var start = texts.Length;
            texts.Text(entry.Text);
            item.Number(texts.Length - start);
        }

        item.Bytes(texts);
        Return(texts);
    }

    private static void Date(DateValue date, PackedBuffer item)
    {
        var notation = EdtfNotations.Of(date.Canonical, date.EarliestDay);
        item.Digit((int)notation);
        if (notation == EdtfNotation.InFull)
        {
            item.Number((date.EarliestDay is null ? 0 : 1) | (date.LatestDay is null ? 0 : 2) | (date.Flags << 2));
            if (date.EarliestDay is { } earliest)
                item.Signed(earliest);
            if (date.LatestDay is { } latest)
                item.Signed(latest);
            item.Text(date.Canonical);
            return;
        }

        item.Fixed((int)date.EarliestDay!.Value, PackedFormat.RowDigits);
        if ((notation & EdtfNotations.Precision) != EdtfNotation.Day)
            item.Fixed((int)date.LatestDay!.Value, PackedFormat.RowDigits);
    }

    private bool IsAbstract(string kind) => _schema[kind].IsAbstract;

    private void Citation(LinkedCitation citation, PackedBuffer item) =>
        Row(
            PackedFormat.CitationFields,
            item,
            (field, buffer) =>
            {
                switch (field)
                {
                    case PackedFormat.CitationArticle:
                        Reference(citation.Article, isAbstract: true, buffer);
                        return true;
                    case PackedFormat.CitationQuote when citation.Passage.Text is not null:
                        buffer.Text(citation.Passage.Text);
                        return true;
                    case PackedFormat.CitationFor when citation.For.Count > 0:
                        List(citation.For, (name, block) => block.Text(name), buffer);
                        return true;
                    case PackedFormat.CitationParagraph:
                        buffer.Number(citation.Passage.Paragraph);
                        return true;
                    case PackedFormat.CitationStart:
                        buffer.Number(citation.Passage.Start);
                        return true;
                    case PackedFormat.CitationEnd:
                        buffer.Number(citation.Passage.End);
                        return true;
                    default:
                        return false;
                }
            }
        );

    private void Claim(Kind kind, Claim claim, PackedBuffer item) =>
        Row(
            PackedFormat.ClaimFields,
            item,
            (field, buffer) =>
            {
                switch (field)
                {
                    case PackedFormat.ClaimProperty:
                        buffer.Number(claim.Property);
                        return true;
                    case PackedFormat.ClaimPath:
                        buffer.Text(claim.Path);
                        return true;
                    case PackedFormat.ClaimValue when claim.Value is { } value:
                        Item(kind.Properties[claim.Property], value, buffer);
                        return true;
                    default:
                        return Said(claim.Details, field, buffer);
                }
            }
        );

    private bool Said(ClaimDetails said, int field, PackedBuffer buffer)
    {
        switch (field)
        {
            case PackedFormat.ClaimSaid:
                buffer.Number(
                    (int)said.State
                        | ((int)said.Rank << PackedFormat.ClaimRankShift)
                        | ((int)said.Basis << PackedFormat.ClaimBasisShift)
                );
                return true;
            case PackedFormat.ClaimBecause when said.Because is { } reason:
                buffer.Text(reason);
                return true;
            case PackedFormat.ClaimNote when said.Note is { } note:
                buffer.Text(note);
                return true;
            case PackedFormat.ClaimSpeaker when said.AccordingTo is ReferenceValue { Target: var speaker }:
                Reference(speaker, isAbstract: true, buffer);
                return true;
            case PackedFormat.ClaimSpeakerText when said.AccordingTo is TextValue text:
                buffer.Text(text.Text);
                return true;
            case PackedFormat.ClaimDuring when said.During is { } date:
                Date(date, buffer);
                return true;
            default:
                return false;
        }
    }

    private PackedBuffer Rent()
    {
        if (_idle.Count == 0)
            return new PackedBuffer();
        var buffer = _idle.Pop();
        buffer.Clear();
        return buffer;
    }

    private void Return(PackedBuffer buffer)
    {
        if (buffer.Capacity <= LargestIdle)
            _idle.Push(buffer);
    }
}
