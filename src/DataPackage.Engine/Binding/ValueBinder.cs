using System.Globalization;
using System.Text;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;
using DataPackage.Shared.Dates;

namespace DataPackage.Engine.Binding;

/// <summary>Reads a mapping as a value of an embedded kind.</summary>
/// <param name="path">Of the value within its entity.</param>
/// <param name="isCited">Whether the value needs no citation of its own.</param>
internal delegate EmbeddedValue? EmbeddedBinder(Kind kind, SeedNode node, string property, string path, bool isCited);

/// <summary>Reads one value by the type of its property: always from its text, so that <c>NO</c> stays Norway and
/// <c>012</c> keeps its zero.</summary>
internal sealed class ValueBinder(
    SeedDocument document,
    PackageSchema schema,
    CitationBinder citations,
    DiagnosticBag diagnostics,
    PatternPatience patience,
    EmbeddedBinder bindEmbedded,
    List<TextSpan>? addresses
)
{
    /// <summary>The texts whose bidirectional controls their properties have allowed, or that were reported for
    /// them.</summary>
    private readonly List<TextSpan> _settledControls = [];

    /// <summary>The patience of the file is over: that is said once, and no other pattern that backtracks is
    /// tried.</summary>
    private bool _arePatternsTooSlow;

    /// <summary>The value, or null where it was wrong and has been reported.</summary>
    /// <param name="path">Of the value within its entity.</param>
    /// <param name="isCited">Whether the value needs no citation of its own.</param>
    public Value? Bind(Property property, SeedNode node, string path, bool isCited)
    {
        if (property.Type == PropertyType.Invalid)
            return null;
        if (!property.IsIncomplete || diagnostics.IsMuted)
            return BindAny(property, node, path, isCited);
        // What the schema says of it could not be read as a whole: nobody knows what is wrong with a value.
        diagnostics.IsMuted = true;
        var value = BindAny(property, node, path, isCited);
        diagnostics.IsMuted = false;
        return value;
    }

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

    /// <param name="depth">How many of the property's lists and maps the node stands in.</param>
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
        // A value that stands alone is a list of one; of lists within lists, nobody could tell which of them it is.
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
            // What is wrong leaves a list, so that an item's place is the one that it has in the program.
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

    /// <summary>False where the item is wrong, which was reported, and left out.</summary>
    private bool TryBindItem(Property property, int depth, SeedNode item, string path, bool isCited, out Value? value)
    {
        value = null;
        if (item is not SeedScalar { IsNull: true })
            return (value = Bind(property, depth, item, path, isCited)) is not null;
        if (!property.IsNullableAt(depth))
            ReportType(property, depth, item);
        return property.IsNullableAt(depth);
    }

    /// <summary>Reads what is cited beside a value in long form.</summary>
    /// <returns>The value itself; null where it is missing, which was reported.</returns>
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
        // An amount, or texts by language, with a citation among them: what is missing is the form, and says all.
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
        switch (property.Type)
        {
            case PropertyType.Money:
                return BindMoney(property, node);
            case PropertyType.Any:
                return BindUntyped(node);
            case PropertyType.Text or PropertyType.Markdown when property.IsLocalized:
                return BindLocalized(property, node);
        }

        if (node is not SeedScalar scalar)
        {
            ReportType(property, node);
            return null;
        }

        return property.Type switch
        {
            PropertyType.Integer => BindInteger(property, scalar),
            PropertyType.Decimal => BindDecimal(property, scalar),
            PropertyType.Boolean => BindBoolean(property, scalar),
            PropertyType.Date => BindDate(scalar),
            PropertyType.Enum => BindEnum(property, scalar),
            PropertyType.Reference or PropertyType.External => new UnlinkedReference(scalar.Text, document.At(scalar)),
            PropertyType.Url => Formats.IsWebAddress(scalar.Text)
                ? BindAddress(property, scalar)
                : WrongType(property, scalar),
            PropertyType.Language => Formats.IsLanguageTag(scalar.Text)
                ? BindText(property, scalar)
                : WrongType(property, scalar),
            _ => BindText(property, scalar),
        };
    }

    /// <summary>What the seed says, as it says it. As deep as a seed can be at most.</summary>
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

    private TextValue BindAddress(Property property, SeedScalar scalar)
    {
        addresses?.Add(scalar.Span);
        return BindText(property, scalar);
    }

    private TextValue BindText(Property property, SeedScalar scalar)
    {
        if (property.Constraints.Format is { } format && Formats.Check(format, scalar.Text) is { } reason)
            ReportViolation(property, scalar, reason);
        CheckText(property, scalar);
        return new TextValue(scalar.Text);
    }

    private LocalizedValue? BindLocalized(Property property, SeedNode node)
    {
        var defaultLanguage = schema.Facts.Language;
        if (node is SeedScalar single)
        {
            CheckText(property, single);
            return new LocalizedValue(new[] { new LocalizedEntry(defaultLanguage, single.Text) }.ToEquatableArray());
        }

        if (node is not SeedMapping { Entries.Count: > 0 } mapping)
        {
            ReportType(property, node);
            return null;
        }

        var entries = new List<LocalizedEntry>(mapping.Entries.Count);
        // Tags of BCP 47 are the same in any case: en-us is en-US.
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
                    entry.Key.Shortened,
                    document.At(twin.Node).ToString()
                );
                continue;
            }

            first?.Add(entry.Name, entry.KeySlot);
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
                CheckText(property, text);
                entries.Add(new LocalizedEntry(entry.Name, text.Text));
            }
        }

        if (entries.Count == 0)
            return null;
        entries.Sort(
            (left, right) =>
                (right.Language == defaultLanguage).CompareTo(left.Language == defaultLanguage)
                    is not 0
                        and var byDefault
                    ? byDefault
                    : string.CompareOrdinal(left.Language, right.Language)
        );
        return new LocalizedValue(entries.ToEquatableArray());
    }

    private Value? BindInteger(Property property, SeedScalar scalar)
    {
        if (!long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return WrongType(property, scalar);
        CheckBounds(property, scalar, number);
        return new IntegerValue(number);
    }

    private Value? BindDecimal(Property property, SeedScalar scalar)
    {
        if (!TryReadDecimal(scalar.Text, out var number))
            return WrongType(property, scalar);
        CheckBounds(property, scalar, number);
        return new DecimalValue(number);
    }

    private Value? BindBoolean(Property property, SeedScalar scalar) =>
        KeyReader.TryReadBoolean(scalar.Text, out var value) ? new BooleanValue(value) : WrongType(property, scalar);

    private DateValue? BindDate(SeedScalar scalar)
    {
        if (EdtfParser.TryParse(scalar.Text, out var date, out var error))
            return new DateValue(date!.ToString(), date.EarliestDay, date.LatestDay, (byte)date.Flags);
        // Without escapes and folded lines, every character of the text is a character of the file: the very place can
        // be shown.
        var quote = scalar.IsPlain ? 0 : 1;
        var at =
            scalar.Span.Length == scalar.Text.Length + (2 * quote)
                ? TextSpan.FromBounds(scalar.Span.Start + quote + error.Position, scalar.Span.End - quote)
                : scalar.Span;
        diagnostics.Add(Rules.InvalidDate, document.At(at), scalar.Shortened, error.Message);
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

    /// <summary>A mapping of amount and currency, or both in one text: <c>324000000000 USD</c>.</summary>
    private Value? BindMoney(Property property, SeedNode node)
    {
        switch (node)
        {
            case SeedScalar scalar
                when scalar.Text.Split([' '], StringSplitOptions.RemoveEmptyEntries) is [var amount, var currency]
                    && TryReadDecimal(amount, out var number)
                    && Formats.IsCurrency(currency):
                CheckBounds(property, scalar, number);
                return new MoneyValue(number, currency);
            case SeedMapping mapping:
                var keys = new KeyReader(
                    document,
                    mapping,
                    $"The amount '{property.Key}'",
                    Rules.UnknownProperty,
                    diagnostics
                );
                var (amountNode, currencyNode) = (keys.Scalar("amount"), keys.Scalar("currency"));
                keys.ReportUnknownKeys();
                foreach (var key in new[] { "amount", "currency" })
                    if (keys.Node(key) is null)
                        diagnostics.Add(Rules.MissingProperty, document.At(mapping), "amount", property.Key, key);
                if (amountNode is null || currencyNode is null)
                    return null;
                if (!TryReadDecimal(amountNode.Text, out var value))
                {
                    keys.ReportType("amount", "a decimal number", amountNode);
                    return null;
                }

                if (!Formats.IsCurrency(currencyNode.Text))
                {
                    keys.ReportType("currency", "a currency of ISO 4217, such as EUR", currencyNode);
                    return null;
                }

                CheckBounds(property, amountNode, value);
                return new MoneyValue(value, currencyNode.Text);
            default:
                return WrongType(property, node);
        }
    }

    private static bool TryReadDecimal(string text, out decimal number) =>
        decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out number
        );

    /// <summary>A value that breaks a rule is reported and kept: its type is right, and whoever turns the report into a
    /// warning wants the value.</summary>
    private void CheckBounds(Property property, SeedScalar scalar, decimal number)
    {
        var (minimum, maximum) = (property.Constraints.Minimum, property.Constraints.Maximum);
        if (number < minimum)
            ReportViolation(property, scalar, FormattableString.Invariant($"it must be at least {minimum}"));
        if (number > maximum)
            ReportViolation(property, scalar, FormattableString.Invariant($"it must be at most {maximum}"));
    }

    /// <summary>Reports the first bidirectional control that stands in no text of a property: in a key, a comment, a
    /// quote.</summary>
    public void ReportMisplacedControls()
    {
        if (document.IsBroken)
            return;
        _settledControls.Sort((left, right) => left.Start.CompareTo(right.Start));
        var next = 0;
        foreach (var at in document.DirectionControls)
        {
            while (next < _settledControls.Count && _settledControls[next].End <= at)
                next++;
            if (next < _settledControls.Count && _settledControls[next].Start <= at)
                continue;
            ReportControl(new TextSpan(at, 1), null);
            return;
        }
    }

    private void ReportControl(TextSpan at, string? text)
    {
        var control = text is null ? -1 : SeedCharacters.IndexOfBidirectionalControl(text);
        diagnostics.Add(
            Rules.ForbiddenCharacter,
            document.At(at),
            control < 0 ? "that changes the direction of writing" : SeedCharacters.NameOf(text!, control),
            "an invisible control",
            "; a text may hold one where the schema says 'bidi: allowed' of its property"
        );
    }

    /// <inheritdoc cref="CheckBounds"/>
    private void CheckText(Property property, SeedScalar scalar)
    {
        var text = scalar.Text;
        if (SeedCharacters.IndexOfBidirectionalControl(text) >= 0)
        {
            _settledControls.Add(scalar.Span);
            // Written as an escape it is no character of the file: then the whole text is shown.
            if (!property.Constraints.AllowsBidi)
                ReportControl(
                    document.FindControlIn(scalar.Span) is { } raw ? new TextSpan(raw, 1) : scalar.Span,
                    text
                );
        }

        if (property.Constraints.MaxLength is { } maxLength && text.Length > maxLength)
        {
            ReportViolation(
                property,
                scalar,
                FormattableString.Invariant($"it has {text.Length} characters, and {maxLength} are the most")
            );
            return;
        }

        if (property.Constraints.MatcherFor(patience) is not { } matcher || (_arePatternsTooSlow && !matcher.IsLinear))
            return;
        switch (patience.Matches(matcher, text))
        {
            case false:
                ReportViolation(property, scalar, $"it must match the pattern {property.Constraints.Pattern}");
                break;
            case null:
                diagnostics.Add(
                    Rules.PatternTooSlow,
                    document.At(scalar),
                    property.Constraints.Pattern!,
                    property.Key,
                    scalar.Shortened
                );
                _arePatternsTooSlow = true;
                break;
        }
    }

    private void ReportViolation(Property property, SeedScalar scalar, string reason) =>
        diagnostics.Add(Rules.ConstraintViolated, document.At(scalar), scalar.Shortened, property.Key, reason);

    private Value? WrongType(Property property, SeedNode node)
    {
        ReportType(property, node);
        return null;
    }

    private void ReportType(Property property, SeedNode node) => ReportType(property, property.Layers.Count, node);

    private void ReportType(Property property, int depth, SeedNode node)
    {
        // Of a kind whose schema lacks a part, nobody knows whether it is embedded.
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
        property.Type switch
        {
            PropertyType.Text or PropertyType.Markdown when property.IsLocalized => "a text, or texts by language",
            PropertyType.Text or PropertyType.Identifier => "a text",
            PropertyType.Markdown => "a text in Markdown",
            PropertyType.Integer => "a whole number",
            PropertyType.Decimal => "a decimal number",
            PropertyType.Boolean => "true or false",
            PropertyType.Date => "a date in EDTF",
            PropertyType.Url => "an absolute http or https address",
            PropertyType.Money => "an amount: { amount: 12.5, currency: EUR }",
            PropertyType.Language => "a language tag of BCP 47",
            PropertyType.Enum => "one of " + string.Join(", ", property.Values.Take(12).Select(value => value.Name)),
            PropertyType.Reference => "the id of " + schema[property.Range].NounWithArticle,
            PropertyType.External => "the id of an entity of " + property.Range,
            PropertyType.Any => "anything but nothing",
            _ => schema[property.Range].NounWithArticle,
        };
}
