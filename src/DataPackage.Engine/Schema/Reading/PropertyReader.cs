using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;

namespace DataPackage.Engine.Schema.Reading;

/// <summary>Reads what a schema says of one property.</summary>
internal sealed class PropertyReader(SchemaDrafts drafts)
{
    internal static readonly Dictionary<string, PropertyType> Types = new(StringComparer.Ordinal)
    {
        ["text"] = PropertyType.Text,
        ["markdown"] = PropertyType.Markdown,
        ["integer"] = PropertyType.Integer,
        ["decimal"] = PropertyType.Decimal,
        ["boolean"] = PropertyType.Boolean,
        ["date"] = PropertyType.Date,
        ["url"] = PropertyType.Url,
        ["money"] = PropertyType.Money,
        ["language"] = PropertyType.Language,
        ["identifier"] = PropertyType.Identifier,
        ["enum"] = PropertyType.Enum,
        ["any"] = PropertyType.Any,
    };

    public PropertyDraft Read(KindDraft draft, string name, SeedScalar key, SeedMapping mapping)
    {
        var document = draft.Document;
        var keys = new KeyReader(
            document,
            mapping,
            $"The property '{name}'",
            Rules.UnknownSchemaKey,
            drafts.Diagnostics,
            SchemaKeys.OfProperty
        );
        var (valueKeys, layers, areItemsNullable) = LayerReader.Read(name, keys, drafts);
        var type = valueKeys.Scalar("type");
        var property = new PropertyDraft(name, key)
        {
            SeedKey = keys.Scalar("key"),
            Description = keys.Text("description") ?? keys.Text("label") ?? "",
            Range = valueKeys.Scalar("range"),
            Layers = layers,
            AreItemsNullable = areItemsNullable,
            IsRequired = keys.Boolean("required"),
            IsLocalized = valueKeys.Boolean("localized"),
            Deprecated = keys.Text("deprecated"),
            IsCited = keys.Node("cited") is null ? null : keys.Boolean("cited"),
            IsIncomplete = keys.LacksPart,
        };
        if (valueKeys.Scalar("by") is { } by)
            property.By = (by, document);
        keys.Text("label");
        if (property.IsRequired && layers is [{ IsNullable: true }, ..])
        {
            drafts.Report(
                Rules.InvalidSchema,
                document,
                mapping.ValueOf("nullable")!,
                $"'{name}' cannot be both required and nullable"
            );
            property.IsRequired = false;
        }

        if (type is null == property.Range is null)
        {
            if (!keys.LacksPart)
                drafts.Report(
                    Rules.InvalidSchema,
                    document,
                    type ?? (valueKeys == keys ? key : (SeedNode)valueKeys.Mapping),
                    $"The property '{name}' must have either a 'type' or a 'range'"
                        + (layers.Count > 0 && type is null ? ", or say with 'of' what its items are" : "")
                );
        }
        else if (type is not null && !Types.TryGetValue(type.Text, out property.Type))
            drafts.Report(
                Rules.UnknownSchemaName,
                document,
                type,
                "type",
                type.Shortened,
                drafts.Diagnostics.DidYouMean(type.Text, Types.Keys) is { Length: > 0 } near
                    ? near
                    : "; the types are " + string.Join(", ", Types.Keys)
            );

        property.Constraints = ReadConstraints(valueKeys, property) with
        {
            IsUnique = ReadUnique(draft, keys, property),
        };
        ReadEnumValues(draft, valueKeys, property);
        if (
            property.IsLocalized
            && property.Type is not (PropertyType.Text or PropertyType.Markdown or PropertyType.Invalid)
        )
            drafts.Report(
                Rules.InvalidSchema,
                document,
                valueKeys.Mapping.ValueOf("localized")!,
                $"Only text and markdown can be localized, and '{name}' is neither"
            );
        if (property.By is { } key2 && property.Range is null)
            drafts.Report(
                Rules.InvalidSchema,
                document,
                key2.Name,
                "Only a reference can go 'by' a property of what it refers to"
            );
        if (keys.Map("reverse") is { } reverse)
        {
            var reverseKeys = new KeyReader(
                document,
                reverse,
                $"The reverse of '{name}'",
                Rules.UnknownSchemaKey,
                drafts.Diagnostics,
                SchemaKeys.OfReverse
            );
            property.Reverse = reverseKeys.Scalar("name");
            property.ReverseDescription = reverseKeys.Text("description");
            reverseKeys.ReportUnknownKeys();
            if (property.Reverse is null)
                drafts.Report(Rules.InvalidSchema, document, reverse, $"The reverse of '{name}' must have a 'name'");
        }

        if (valueKeys != keys)
            valueKeys.ReportUnknownKeys();
        keys.ReportUnknownKeys();
        return property;
    }

    private bool ReadUnique(KindDraft draft, KeyReader keys, PropertyDraft property)
    {
        if (!keys.Boolean("unique"))
            return false;
        var isComparable =
            property.Range is null
            && !property.IsLocalized
            && property.Type is not (PropertyType.Boolean or PropertyType.Money or PropertyType.Any)
            && property.Layers is [] or [{ IsMap: false }];
        if (draft.Shape == KindShape.Embedded)
            drafts.Report(
                Rules.InvalidSchema,
                keys.Document,
                keys.Mapping.ValueOf("unique")!,
                $"Only entities have unique values, and {draft.Name} is embedded"
            );
        else if (!isComparable)
            Reject(keys, "unique", "a single text, number, date or identifier that is not localized");
        return isComparable;
    }

    private Constraints ReadConstraints(KeyReader keys, PropertyDraft property)
    {
        var format = keys.Choice("format", Formats.All);
        if (property.Type == PropertyType.Identifier && keys.Mapping.Find("format") is null && !keys.LacksPart)
            drafts.Report(
                Rules.InvalidSchema,
                keys.Document,
                property.Key,
                $"The identifier '{property.Name}' must have a 'format': {string.Join(", ", Formats.All)}"
            );
        if (format is not null && property.Type != PropertyType.Identifier)
            Reject(keys, "format", "an identifier");
        var pattern = keys.Scalar("pattern");
        if (pattern is not null && Patterns.Check(pattern.Text) is { } reason)
        {
            drafts.Report(
                Rules.InvalidSchema,
                keys.Document,
                pattern,
                $"'{pattern.Shortened}' is not a regular expression: {reason}"
            );
            pattern = null;
        }
        else if (pattern is not null && !IsTextual(property.Type))
            Reject(keys, "pattern", "text");
        var minimum = keys.Number("minimum");
        var maximum = keys.Number("maximum");
        var isNumber =
            property.Type is PropertyType.Integer or PropertyType.Decimal or PropertyType.Money or PropertyType.Invalid;
        if (minimum is not null && !isNumber)
            Reject(keys, "minimum", "a number");
        if (maximum is not null && !isNumber)
            Reject(keys, "maximum", "a number");
        if (minimum > maximum)
            drafts.Report(
                Rules.InvalidSchema,
                keys.Document,
                keys.Mapping.ValueOf("maximum")!,
                "The maximum is below the minimum"
            );
        var maxLength = keys.Number("maxLength");
        if (maxLength is not null && !IsTextual(property.Type))
            Reject(keys, "maxLength", "text");
        if (
            maxLength is not null
            && (maxLength < 1 || maxLength > int.MaxValue || decimal.Truncate(maxLength.Value) != maxLength)
        )
        {
            drafts.Report(
                Rules.InvalidSchema,
                keys.Document,
                keys.Mapping.ValueOf("maxLength")!,
                "'maxLength' takes a whole number above 0"
            );
            maxLength = null;
        }

        var allowsBidi = keys.Choice("bidi", "allowed") is not null;
        if (allowsBidi && property.Type is not (PropertyType.Text or PropertyType.Markdown or PropertyType.Invalid))
            Reject(keys, "bidi", "text and markdown");
        return new Constraints(format, pattern?.Text, minimum, maximum, (int?)maxLength, IsUnique: false, allowsBidi);
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

    /// <param name="node">The description, a mapping of what is to be said of the value, or null where nothing
    /// is.</param>
    private void AddEnumValue(
        KeyReader keys,
        PropertyDraft property,
        Dictionary<string, SeedScalar> byMember,
        SeedScalar name,
        SeedNode? node
    )
    {
        string? description = null,
            deprecated = null;
        switch (node)
        {
            case SeedScalar text:
                description = text.IsNull ? null : text.Text.Trim();
                break;
            case SeedMapping mapping:
                var valueKeys = new KeyReader(
                    keys.Document,
                    mapping,
                    $"The value '{name.Shortened}'",
                    Rules.UnknownSchemaKey,
                    drafts.Diagnostics
                );
                description = valueKeys.Text("description");
                deprecated = valueKeys.Text("deprecated");
                valueKeys.ReportUnknownKeys();
                break;
            case not null:
                keys.ReportType(name.Shortened, "a description", node);
                break;
        }

        var value = new EnumValue(name.Text, description ?? "", deprecated);
        if (!Names.IsId(Names.ToKebabCase(name.Text)))
        {
            drafts.Report(
                Rules.InvalidCSharpName,
                keys.Document,
                name,
                name.Shortened,
                "; hyphens may stand between the words of a value" + Rules.DidYouMean(Names.SuggestId(name.Text))
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

    private static bool IsTextual(PropertyType type) =>
        type
            is PropertyType.Text
                or PropertyType.Markdown
                or PropertyType.Identifier
                or PropertyType.Url
                or PropertyType.Language
                or PropertyType.Invalid;

    private void Reject(KeyReader keys, string key, string what) =>
        drafts.Report(Rules.InvalidSchema, keys.Document, keys.Mapping.ValueOf(key)!, $"'{key}' is for {what}");
}
