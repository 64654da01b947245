using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Syntax;

namespace DataPackage.Engine.Schema.Reading;

/// <summary>Reads one property of a schema.</summary>
internal sealed class PropertyReader(SchemaDrafts drafts)
{
    /// <summary>The types by their names in schemas.</summary>
    internal static readonly IReadOnlyDictionary<string, PropertyType> Types = ScalarTypes
        .All.Select(scalar => new KeyValuePair<string, PropertyType>(scalar.Name, scalar))
        .Concat([new("enum", PropertyType.Enum), new("any", PropertyType.Any)])
        .ToDictionary(named => named.Key, named => named.Value, StringComparer.Ordinal);

    public PropertyDraft Read(KindDraft draft, string name, SeedScalar key, SeedMapping mapping)
    {
        var keys = new KeyReader(
            draft.Document,
            mapping,
            $"The property '{name}'",
            Rules.UnknownSchemaKey,
            drafts.Diagnostics,
            SchemaKeys.OfProperty
        );
        var (valueKeys, layers, areItemsNullable) = LayerReader.Read(name, keys, drafts);
        var label = keys.Text("label");
        var property = new PropertyDraft(name, key)
        {
            SeedKey = keys.Scalar("key"),
            Label = label,
            Description = keys.Text("description") ?? label ?? "",
            Range = valueKeys.Scalar("range"),
            Layers = layers,
            AreItemsNullable = areItemsNullable,
            IsRequired = keys.Boolean("required"),
            IsLocalized = valueKeys.Boolean("localized"),
            Ftm = keys.Text("ftm"),
            Deprecated = keys.Text("deprecated"),
            IsCited = keys.Node("cited") is null ? null : keys.Boolean("cited"),
            IsDisputable = keys.Boolean("disputable"),
            IsIncomplete = keys.LacksPart,
        };
        if (valueKeys.Scalar("by") is { } by)
            property.By = (by, draft.Document);
        CheckRequired(keys, property);
        CheckDisputable(keys, property);
        ReadType(keys, valueKeys, property);
        property.Constraints = ReadConstraints(valueKeys, property) with
        {
            IsUnique = ReadUnique(draft, keys, property),
        };
        ReadEnumValues(draft, valueKeys, property);
        CheckLocalized(valueKeys, property);
        CheckBy(draft.Document, property);
        ReadReverse(keys, property);
        if (valueKeys != keys)
            valueKeys.ReportUnknownKeys();
        keys.ReportUnknownKeys();
        return property;
    }

    private void CheckRequired(KeyReader keys, PropertyDraft property)
    {
        if (!property.IsRequired || property.Layers is not [{ IsNullable: true }, ..])
            return;
        drafts.Report(
            Rules.InvalidSchema,
            keys.Document,
            keys.Mapping.ValueOf("nullable")!,
            $"'{property.Name}' cannot be both required and nullable"
        );
        property.IsRequired = false;
    }

    /// <summary>While values compete, the property has none.</summary>
    private void CheckDisputable(KeyReader keys, PropertyDraft property)
    {
        if (!property.IsDisputable || (!property.IsRequired && !property.IsMany))
            return;
        drafts.Report(
            Rules.InvalidSchema,
            keys.Document,
            keys.Mapping.ValueOf("disputable")!,
            property.IsMany
                ? $"'{property.Name}' has any number of values, which do not compete; 'disputable' is for one value"
                : $"'{property.Name}' cannot be both required and disputable: while values compete, it has none"
        );
    }

    /// <param name="valueKeys">The keys that describe the values within lists and maps; the property's own keys if it
    /// has neither.</param>
    private void ReadType(KeyReader keys, KeyReader valueKeys, PropertyDraft property)
    {
        var type = valueKeys.Scalar("type");
        if (type is null == property.Range is null)
        {
            if (!keys.LacksPart)
                drafts.Report(
                    Rules.InvalidSchema,
                    keys.Document,
                    type ?? (valueKeys == keys ? property.Key : (SeedNode)valueKeys.Mapping),
                    $"The property '{property.Name}' must have either a 'type' or a 'range'"
                        + (property.IsMany && type is null ? ", or say with 'of' what its items are" : "")
                );
        }
        else if (type is not null && Types.TryGetValue(type.Text, out var known))
            property.Type = known;
        else if (type is not null)
            drafts.Report(
                Rules.UnknownSchemaName,
                keys.Document,
                type,
                "type",
                type.Shortened,
                drafts.Diagnostics.DidYouMean(type.Text, Types.Keys) is { Length: > 0 } near
                    ? near
                    : "; the types are " + string.Join(", ", Types.Keys)
            );
    }

    private void CheckLocalized(KeyReader valueKeys, PropertyDraft property)
    {
        if (property.IsLocalized && !property.MayBe(type => type.IsProse))
            drafts.Report(
                Rules.InvalidSchema,
                valueKeys.Document,
                valueKeys.Mapping.ValueOf("localized")!,
                $"Only text and markdown can be localized, and '{property.Name}' is neither"
            );
    }

    private void CheckBy(SeedDocument document, PropertyDraft property)
    {
        if (property is { By: { } by, Range: null })
            drafts.Report(
                Rules.InvalidSchema,
                document,
                by.Name,
                "Only a reference can go 'by' a property of what it refers to"
            );
    }

    private void ReadReverse(KeyReader keys, PropertyDraft property)
    {
        if (keys.Map("reverse") is not { } reverse)
            return;
        var reverseKeys = new KeyReader(
            keys.Document,
            reverse,
            $"The reverse of '{property.Name}'",
            Rules.UnknownSchemaKey,
            drafts.Diagnostics,
            SchemaKeys.OfReverse
        );
        property.Reverse = reverseKeys.Scalar("name");
        property.ReverseDescription = reverseKeys.Text("description");
        reverseKeys.ReportUnknownKeys();
        if (property.Reverse is null)
            drafts.Report(
                Rules.InvalidSchema,
                keys.Document,
                reverse,
                $"The reverse of '{property.Name}' must have a 'name'"
            );
    }

    private bool ReadUnique(KindDraft draft, KeyReader keys, PropertyDraft property)
    {
        if (!keys.Boolean("unique"))
            return false;
        var canBeUnique =
            property.Range is null
            && !property.IsLocalized
            && (property.MayBe(type => type.CanBeUnique) || property.Type == PropertyType.Enum)
            && property.Layers is [] or [{ IsMap: false }];
        if (draft.Shape == KindShape.Embedded)
            drafts.Report(
                Rules.InvalidSchema,
                keys.Document,
                keys.Mapping.ValueOf("unique")!,
                $"Only entities have unique values, and {draft.Name} is embedded"
            );
        else if (!canBeUnique)
            Reject(keys, "unique", "a single text, number, date or identifier that is not localized");
        return canBeUnique;
    }

    private Constraints ReadConstraints(KeyReader keys, PropertyDraft property)
    {
        var format = ReadFormat(keys, property);
        var pattern = ReadPattern(keys, property);
        var minimum = keys.Number("minimum");
        var maximum = keys.Number("maximum");
        var isNumeric = property.MayBe(type => type.IsNumeric);
        if (minimum is not null && !isNumeric)
            Reject(keys, "minimum", "a number");
        if (maximum is not null && !isNumeric)
            Reject(keys, "maximum", "a number");
        if (minimum > maximum)
            drafts.Report(
                Rules.InvalidSchema,
                keys.Document,
                keys.Mapping.ValueOf("maximum")!,
                "The maximum is below the minimum"
            );
        var maxLength = ReadMaxLength(keys, property);
        var allowsBidi = keys.Choice("bidi", "allowed") is not null;
        if (allowsBidi && !property.MayBe(type => type.IsProse))
            Reject(keys, "bidi", "text and markdown");
        return new Constraints
        {
            Format = format,
            Pattern = pattern,
            Minimum = minimum,
            Maximum = maximum,
            MaxLength = maxLength,
            AllowsBidi = allowsBidi,
        };
    }

    private string? ReadFormat(KeyReader keys, PropertyDraft property)
    {
        var format = keys.Choice("format", Formats.All);
        if (property.Type == ScalarTypes.Identifier && keys.Mapping.Find("format") is null && !keys.LacksPart)
            drafts.Report(
                Rules.InvalidSchema,
                keys.Document,
                property.Key,
                $"The identifier '{property.Name}' must have a 'format': {string.Join(", ", Formats.All)}"
            );
        if (format is not null && property.Type != ScalarTypes.Identifier)
            Reject(keys, "format", "an identifier");
        return format;
    }

    private string? ReadPattern(KeyReader keys, PropertyDraft property)
    {
        var pattern = keys.Scalar("pattern");
        if (pattern is not null && Patterns.Check(pattern.Text) is { } reason)
        {
            drafts.Report(
                Rules.InvalidSchema,
                keys.Document,
                pattern,
                $"'{pattern.Shortened}' is not a regular expression: {reason}"
            );
            return null;
        }

        if (pattern is not null && !property.MayBe(type => type.IsTextual))
            Reject(keys, "pattern", "text");
        return pattern?.Text;
    }

    private int? ReadMaxLength(KeyReader keys, PropertyDraft property)
    {
        var maxLength = keys.Number("maxLength");
        if (maxLength is null)
            return null;
        if (!property.MayBe(type => type.IsTextual))
            Reject(keys, "maxLength", "text");
        if (maxLength is >= 1 and <= int.MaxValue && decimal.Truncate(maxLength.Value) == maxLength)
            return (int)maxLength;
        drafts.Report(
            Rules.InvalidSchema,
            keys.Document,
            keys.Mapping.ValueOf("maxLength")!,
            "'maxLength' takes a whole number above 0"
        );
        return null;
    }

    private void ReadEnumValues(KindDraft draft, KeyReader keys, PropertyDraft property)
    {
        var values = keys.Node("values");
        if (property.Type != PropertyType.Enum)
        {
            if (values is not null && property.Type != PropertyType.Invalid)
                Reject(keys, "values", "an enum");
            return;
        }

        property.EnumType = draft.Name + Names.ToPascalCase(property.Name);
        var byMember = new Dictionary<string, SeedScalar>(StringComparer.Ordinal);
        if (values is SeedMapping map)
        {
            foreach (var entry in map.Entries)
                AddEnumValue(keys, property, byMember, entry.Key, entry.Value);
        }
        else
        {
            foreach (var item in keys.Scalars("values"))
                AddEnumValue(keys, property, byMember, item, null);
        }

        if (property.Values.Count > 0)
            return;
        if (!keys.LacksPart && values is null or SeedMapping { Entries.Count: 0 } or SeedSequence { Slots.Count: 0 })
            drafts.Report(
                Rules.InvalidSchema,
                keys.Document,
                values ?? property.Key,
                $"The enum '{property.Name}' must have 'values', each with its description"
            );
        property.Type = PropertyType.Invalid;
    }

    /// <param name="node">The description, or a mapping with it; null for neither.</param>
    private void AddEnumValue(
        KeyReader keys,
        PropertyDraft property,
        Dictionary<string, SeedScalar> byMember,
        SeedScalar name,
        SeedNode? node
    )
    {
        var (description, deprecated) = Describe(keys, name, node);
        var value = new EnumValue(name.Text, description ?? "", deprecated);
        if (!Names.IsId(Names.ToKebabCase(name.Text)))
        {
            drafts.Report(
                Rules.InvalidCSharpName,
                keys.Document,
                name,
                name.Shortened,
                "; hyphens may separate the words of a value" + MessageText.DidYouMean(Names.SuggestId(name.Text))
            );
        }
        else if (property.Values.Count >= SeedLimits.EnumValues)
        {
            drafts.ReportLimit(
                keys.Document.At(name),
                "This enum has too many values",
                SeedLimits.EnumValues,
                "values"
            );
        }
        else if (byMember.TryGetValue(value.CSharpName, out var other))
        {
            drafts.Report(
                Rules.InvalidSchema,
                keys.Document,
                name,
                $"The values '{other.Text}' and '{name.Text}' would both be {property.EnumType}.{value.CSharpName}; "
                    + $"the other one is at {keys.Document.At(other)}"
            );
        }
        else
        {
            byMember.Add(value.CSharpName, name);
            property.Values.Add(value);
        }
    }

    private (string? Description, string? Deprecated) Describe(KeyReader keys, SeedScalar name, SeedNode? node)
    {
        switch (node)
        {
            case null:
                return default;
            case SeedScalar text:
                return (text.IsNull ? null : text.Text.Trim(), null);
            case SeedMapping mapping:
                var valueKeys = new KeyReader(
                    keys.Document,
                    mapping,
                    $"The value '{name.Shortened}'",
                    Rules.UnknownSchemaKey,
                    drafts.Diagnostics
                );
                var described = (valueKeys.Text("description"), valueKeys.Text("deprecated"));
                valueKeys.ReportUnknownKeys();
                return described;
            default:
                keys.ReportType(name.Shortened, "a description", node);
                return default;
        }
    }

    private void Reject(KeyReader keys, string key, string what) =>
        drafts.Report(Rules.InvalidSchema, keys.Document, keys.Mapping.ValueOf(key)!, $"'{key}' is for {what}");
}
