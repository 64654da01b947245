using System.Text;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Binding;

/// <summary>Reads a mapping as a value of an embedded kind.</summary>
/// <param name="path">The path of the value within its entity.</param>
/// <param name="isCited">Whether the value needs no citation of its own.</param>
internal delegate EmbeddedValue? EmbeddedBinder(Kind kind, SeedNode node, string property, string path, bool isCited);

/// <summary>Reads one value by the type of its property, always from its text: <c>NO</c> stays Norway and <c>012</c>
/// keeps its zero.</summary>
internal sealed class ValueBinder(
    SeedDocument document,
    PackageSchema schema,
    CitationBinder citations,
    DiagnosticBag diagnostics,
    ConstraintChecker constraints,
    EmbeddedBinder bindEmbedded,
    List<TextSpan>? addresses
)
{
    /// <summary>The value; null if it is wrong, which is reported.</summary>
    /// <param name="path">The path of the value within its entity.</param>
    /// <param name="isCited">Whether the value needs no citation of its own.</param>
    public Value? Bind(Property property, SeedNode node, string path, bool isCited)
    {
        if (property.Type == PropertyType.Invalid)
            return null;
        if (!property.IsIncomplete || diagnostics.IsMuted)
            return BindAny(property, node, path, isCited);
        // Part of its schema could not be read: whether the value is wrong is unknown.
        diagnostics.IsMuted = true;
        var value = BindAny(property, node, path, isCited);
        diagnostics.IsMuted = false;
        return value;
    }

    /// <summary>One value of a property, or one item of its list; null if it is wrong, which is reported.</summary>
    /// <param name="path">The path of the value within its entity.</param>
    /// <param name="isCited">Whether the value needs no citation of its own.</param>
    public Value? BindItem(Property property, SeedNode node, string path, bool isCited) =>
        property.Type == PropertyType.Invalid ? null : Bind(property, property.Layers.Count, node, path, isCited);

    private Value? BindAny(Property property, SeedNode node, string path, bool isCited)
    {
        if (LongForm.IsOf(property, node))
        {
            if (Unfold(property, (SeedMapping)node, path, ref isCited) is not { } inner)
                return null;
            node = inner;
        }

        return Bind(property, 0, node, path, isCited);
    }

    /// <param name="depth">The number of the property's lists and maps around the node.</param>
    private Value? Bind(Property property, int depth, SeedNode node, string path, bool isCited)
    {
        if (depth < property.Layers.Count)
            return property.Layers[depth].IsMap
                ? BindMap(property, depth, node, path, isCited)
                : BindList(property, depth, node, path, isCited);
        if (node is not SeedSequence || property.Type == PropertyType.Any)
            return BindOne(property, node, path, isCited);
        ReportType(property, depth, node);
        return null;
    }

    private ListValue? BindList(Property property, int depth, SeedNode node, string path, bool isCited)
    {
        // A single value is a list of one; among lists within lists, it would be unclear which.
        if (node is not SeedSequence && property.Layers.Count > 1)
        {
            ReportType(property, depth, node);
            return null;
        }

        var items = node is SeedSequence list ? list.Items : new[] { node }.ToEquatableArray();
        var values = new List<Value?>(items.Count);
        foreach (var each in items)
        {
            var (item, isItemCited) = (each, isCited);
            // A wrong item is left out of the list, so paths have the index that an item has in the program.
            var itemPath =
                isCited && item is not SeedMapping ? path : FormattableString.Invariant($"{path}[{values.Count}]");
            if (LongForm.IsOf(property, item))
            {
                if (Unfold(property, (SeedMapping)item, itemPath, ref isItemCited) is not { } inner)
                    continue;
                item = inner;
            }

            if (TryBindItem(property, depth + 1, item, itemPath, isItemCited, out var value))
                values.Add(value);
        }

        return new ListValue(values.ToEquatableArray());
    }

    private MapValue? BindMap(Property property, int depth, SeedNode node, string path, bool isCited)
    {
        if (node is not SeedMapping mapping)
        {
            ReportType(property, depth, node);
            return null;
        }

        var entries = new List<MapEntry>(mapping.Entries.Count);
        foreach (var entry in mapping.Entries)
            if (TryBindItem(property, depth + 1, entry.Value, $"{path}[{entry.Name}]", isCited, out var value))
                entries.Add(new MapEntry(entry.Name, value));
        return new MapValue(entries.ToEquatableArray());
    }

    /// <summary>False if the item is wrong, which is reported, and left out.</summary>
    private bool TryBindItem(Property property, int depth, SeedNode item, string path, bool isCited, out Value? value)
    {
        value = null;
        if (item is not SeedScalar { IsNull: true })
            return (value = Bind(property, depth, item, path, isCited)) is not null;
        if (!property.IsNullableAt(depth))
            ReportType(property, depth, item);
        return property.IsNullableAt(depth);
    }

    /// <summary>Reads the citations of a value in long form.</summary>
    /// <returns>The value itself; null if it is missing, which is reported.</returns>
    private SeedNode? Unfold(Property property, SeedMapping mapping, string path, ref bool isCited)
    {
        var keys = new KeyReader(
            document,
            mapping,
            $"The value of '{property.Key}'",
            Rules.UnknownProperty,
            diagnostics
        );
        var value = keys.Node(LongForm.ValueKey);
        var support = citations.Bind(keys.Node(LongForm.CiteKey), LongForm.CiteKey, null, path);
        isCited |= support.IsWhole || support.IsUnclear;
        foreach (var entry in mapping.Entries.Where(entry => ClaimKeys.All.Contains(entry.Name)))
        {
            keys.Node(entry.Name);
            diagnostics.Add(
                Rules.UnknownProperty,
                document.At(entry.Key),
                $"The value of '{property.Key}'",
                entry.Key.Shortened,
                " here: it is for an entity's own properties; of an embedded value, 'claim' says it"
            );
        }

        // Without <c>value</c>, this is an amount, or texts by language, with a citation among them: the missing form
        // is all there is to report.
        if (mapping.Find(LongForm.ValueKey) is not null)
            keys.ReportUnknownKeys();
        if (value is null && !document.LacksPartOf(mapping))
            diagnostics.Add(
                Rules.MissingProperty,
                document.At(mapping.Find(LongForm.ValueKey)?.Key ?? (SeedNode)mapping),
                "value of",
                property.Key,
                LongForm.ValueKey
            );
        return value;
    }

    private Value? BindOne(Property property, SeedNode node, string path, bool isCited)
    {
        if (property.Type == PropertyType.Embedded)
            return bindEmbedded(schema[property.Range], node, property.Key, path, isCited);
        var value = BindOne(property, node);
        if (value is not null && !isCited)
            citations.ReportUncited(node, path, property);
        return value;
    }

    private Value? BindOne(Property property, SeedNode node)
    {
        switch (property.Form)
        {
            case ValueForm.Any:
                return BindUntyped(node);
            case ValueForm.Localized:
                return BindLocalized(property, node);
            case ValueForm.Scalar when node is SeedMapping mapping && property.Type == ScalarTypes.Money:
                return BindMoney(property, mapping);
        }

        if (node is not SeedScalar scalar)
        {
            ReportType(property, node);
            return null;
        }

        return property.Form switch
        {
            ValueForm.Scalar => BindScalar(property, property.Scalar!, scalar),
            ValueForm.Enum => BindEnum(property, scalar),
            ValueForm.Reference or ValueForm.External => new UnlinkedReference(scalar.Text, document.At(scalar)),
            _ => throw property.UnknownForm,
        };
    }

    /// <summary>A value without a type, as the seed spells it. The limits of nesting and of aliases bound the
    /// recursion.</summary>
    private static Value? BindUntyped(SeedNode node) =>
        node switch
        {
            SeedScalar { IsNull: true } => null,
            SeedScalar scalar => new UntypedText(scalar.Text, scalar.IsPlain),
            SeedSequence list => new ListValue(list.Items.Select(BindUntyped).ToEquatableArray()),
            _ => new MapValue(
                ((SeedMapping)node)
                    .Entries.Select(entry => new MapEntry(entry.Name, BindUntyped(entry.Value)))
                    .ToEquatableArray()
            ),
        };

    private ScalarValue? BindScalar(Property property, ScalarType type, SeedScalar scalar)
    {
        if (type.Read(scalar.Text, out var problem) is not { } value)
        {
            if (problem is { } why)
                diagnostics.Add(
                    Rules.InvalidNotation,
                    document.At(PlaceIn(scalar, why.Position)),
                    scalar.Shortened,
                    type.Expected,
                    why.Message
                );
            else
                ReportType(property, scalar);
            return null;
        }

        if (type == ScalarTypes.Url)
            addresses?.Add(scalar.Span);
        constraints.Check(property, scalar, value);
        return value;
    }

    /// <summary>The span from an offset in the text of a scalar to its end. Without escapes and folded lines, every
    /// character of the text is a character of the file; otherwise it is the whole scalar.</summary>
    private static TextSpan PlaceIn(SeedScalar scalar, int position)
    {
        // The span of a table's cell is within its quotes.
        var quote = scalar.IsPlain || scalar.Span.Length == scalar.Text.Length ? 0 : 1;
        return scalar.Span.Length == scalar.Text.Length + (2 * quote)
            ? TextSpan.FromBounds(scalar.Span.Start + quote + position, scalar.Span.End - quote)
            : scalar.Span;
    }

    private LocalizedValue? BindLocalized(Property property, SeedNode node)
    {
        var defaultLanguage = schema.Facts.Language;
        if (node is SeedScalar single)
        {
            constraints.CheckText(property, single);
            return new LocalizedValue(new[] { new LocalizedEntry(defaultLanguage, single.Text) }.ToEquatableArray());
        }

        if (node is not SeedMapping { Entries.Count: > 0 } mapping)
        {
            ReportType(property, node);
            return null;
        }

        var entries = BindTexts(property, mapping);
        entries.Sort(
            (left, right) =>
                (right.Language == defaultLanguage).CompareTo(left.Language == defaultLanguage)
                    is not 0
                        and var byDefault
                    ? byDefault
                    : string.CompareOrdinal(left.Language, right.Language)
        );
        return entries.Count == 0 ? null : new LocalizedValue(entries.ToEquatableArray());
    }

    /// <summary>The valid texts of a mapping by language.</summary>
    private List<LocalizedEntry> BindTexts(Property property, SeedMapping mapping)
    {
        var entries = new List<LocalizedEntry>(mapping.Entries.Count);
        // Tags of BCP 47 ignore case: en-us is en-US.
        var first =
            mapping.Entries.Count == 1
                ? null
                : new Dictionary<string, SeedSlot>(mapping.Entries.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var entry in mapping.Entries)
        {
            if (first is not null && first.TryGetValue(entry.Name, out var twin))
            {
                diagnostics.Add(
                    Rules.DuplicateKey,
                    document.At(entry.Key),
                    document.At(twin.Node),
                    entry.Key.Shortened
                );
                continue;
            }

            first?.Add(entry.Name, entry.KeySlot);
            if (BindText(property, entry) is { } text)
                entries.Add(text);
        }

        return entries;
    }

    private LocalizedEntry? BindText(Property property, SeedEntry entry)
    {
        if (!Formats.IsLanguageTag(entry.Name))
            diagnostics.Add(
                Rules.WrongType,
                document.At(entry.Key),
                property.Key,
                "texts by language (BCP 47)",
                entry.Key.Noun
            );
        else if (entry.Value is not SeedScalar { IsNull: false } text)
            diagnostics.Add(
                Rules.WrongType,
                document.At(entry.Value),
                $"{property.Key}.{entry.Name}",
                "a text",
                entry.Value.Noun
            );
        else
        {
            constraints.CheckText(property, text);
            return new LocalizedEntry(entry.Name, text.Text);
        }

        return null;
    }

    private EnumItemValue? BindEnum(Property property, SeedScalar scalar)
    {
        if (property.IndexOfValue(scalar.Text) is >= 0 and var place)
            return new EnumItemValue(place);
        if (diagnostics.Counts(document.At(scalar)))
            return null;
        diagnostics.Add(
            Rules.UnknownEnumValue,
            document.At(scalar),
            scalar.Shortened,
            property.Key,
            diagnostics.DidYouMean(scalar.Text, property.ValueNames) is { Length: > 0 } near
                ? near
                : "; it takes " + string.Join(", ", property.Values.Take(12).Select(value => value.Name))
        );
        return null;
    }

    /// <summary>An amount as a mapping of <c>amount</c> and <c>currency</c>.</summary>
    private MoneyValue? BindMoney(Property property, SeedMapping mapping)
    {
        var keys = new KeyReader(document, mapping, $"The amount '{property.Key}'", Rules.UnknownProperty, diagnostics);
        var (amount, currency) = (keys.Scalar("amount"), keys.Scalar("currency"));
        keys.ReportUnknownKeys();
        foreach (var key in new[] { "amount", "currency" })
            if (keys.Node(key) is null)
                diagnostics.Add(Rules.MissingProperty, document.At(mapping), "amount", property.Key, key);
        if (amount is null || currency is null)
            return null;
        if (!ExactNumber.TryRead(amount.Text, out var number, out var problem))
        {
            keys.ReportNumber("amount", ScalarTypes.Decimal.Expected, amount, problem);
            return null;
        }

        if (!Formats.IsCurrency(currency.Text))
        {
            keys.ReportType("currency", "a currency of ISO 4217, such as EUR", currency);
            return null;
        }

        var value = new MoneyValue(number, currency.Text);
        constraints.Check(property, amount, value);
        return value;
    }

    private void ReportType(Property property, SeedNode node) => ReportType(property, property.Layers.Count, node);

    private void ReportType(Property property, int depth, SeedNode node)
    {
        // If the kind's schema lacks a part, it is unknown whether the kind is embedded.
        if (property.Type == PropertyType.Reference && node is SeedMapping && schema[property.Range].IsIncomplete)
            return;
        var expected = new StringBuilder();
        for (var layer = depth; layer < property.Layers.Count; layer++)
            expected.Append(
                property.Layers[layer].IsMap ? "a mapping, each value of which is " : "a list, each of which is "
            );
        expected.Append(Describe(property));
        if (!property.IsMany && node is SeedSequence)
            expected.Append(" (its cardinality is 'one')");
        diagnostics.Add(Rules.WrongType, document.At(node), property.Key, expected.ToString(), node.Noun);
    }

    private string Describe(Property property) =>
        property.Form switch
        {
            ValueForm.Scalar => property.Scalar!.Expected,
            ValueForm.Localized => "a text, or texts by language",
            ValueForm.Enum => "one of " + string.Join(", ", property.Values.Take(12).Select(value => value.Name)),
            ValueForm.Reference => "the id of " + schema[property.Range].NounWithArticle,
            ValueForm.External => "the id of an entity of " + property.Range,
            ValueForm.Embedded => schema[property.Range].NounWithArticle,
            ValueForm.Any => "anything but nothing",
            _ => throw property.UnknownForm,
        };
}
