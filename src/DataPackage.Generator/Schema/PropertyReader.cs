using DataPackage.Generator.Diagnostics;
using DataPackage.Generator.Syntax;
using DataPackage.Runtime.Text;

namespace DataPackage.Generator.Schema;

/// <summary>Reads what a schema says of one property.</summary>
internal sealed class PropertyReader(SchemaDrafts drafts)
{
    private static readonly Dictionary<string, PropertyType> Types = new(StringComparer.Ordinal)
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
        var keys = new KeyReader(document, mapping, $"The property '{name}'", Rules.UnknownSchemaKey, drafts.Diagnostics);
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
        };
        keys.Text("label");
        if (property.IsRequired && layers is [{ IsNullable: true }, ..])
            drafts.Report(Rules.InvalidSchema, document, mapping.ValueOf("nullable")!, $"'{name}' cannot be both required and nullable");
        if (type is null == property.Range is null)
            drafts.Report(Rules.InvalidSchema, document, type ?? (valueKeys == keys ? key : (SeedNode)valueKeys.Mapping), $"The property '{name}' must have either a 'type' or a 'range'"
                + (layers.Count > 0 && type is null ? ", or say with 'of' what its items are" : ""));
        else if (type is not null && !Types.TryGetValue(type.Text, out property.Type))
            drafts.Report(Rules.UnknownSchemaName, document, type, "type", type.Shortened, Rules.DidYouMean(NearestName.Find(type.Text, Types.Keys)));

        property.Constraints = ReadConstraints(valueKeys, property) with { IsUnique = ReadUnique(keys, property) };
        ReadEnumValues(draft, valueKeys, property);
        if (property.IsLocalized && property.Type is not (PropertyType.Text or PropertyType.Markdown or PropertyType.Invalid))
            drafts.Report(Rules.InvalidSchema, document, valueKeys.Mapping.ValueOf("localized")!, $"Only text and markdown can be localized, and '{name}' is neither");
        if (keys.Map("reverse") is { } reverse)
        {
            var reverseKeys = new KeyReader(document, reverse, $"The reverse of '{name}'", Rules.UnknownSchemaKey, drafts.Diagnostics);
            property.Reverse = reverseKeys.Scalar("name");
            property.ReverseDescription = reverseKeys.Text("description");
            reverseKeys.ReportUnknownKeys();
            if (property.Reverse is null)
                drafts.Report(Rules.InvalidSchema, document, reverse, $"The reverse of '{name}' must have a 'name'");
        }

        if (valueKeys != keys) valueKeys.ReportUnknownKeys();
        keys.ReportUnknownKeys();
        return property;
    }

    private bool ReadUnique(KeyReader keys, PropertyDraft property)
    {
        if (!keys.Boolean("unique")) return false;
        var isComparable = property.Range is null && !property.IsLocalized && property.Type is not (PropertyType.Boolean or PropertyType.Money or PropertyType.Any)
            && property.Layers is [] or [{ IsMap: false }];
        if (!isComparable) Reject(keys, "unique", "a single text, number, date or identifier that is not localized");
        return isComparable;
    }

    private Constraints ReadConstraints(KeyReader keys, PropertyDraft property)
    {
        var format = keys.Choice("format", Formats.All);
        if (property.Type == PropertyType.Identifier && keys.Mapping.Find("format") is null)
            drafts.Report(Rules.InvalidSchema, keys.Document, property.Key, $"The identifier '{property.Name}' must have a 'format': {string.Join(", ", Formats.All)}");
        if (format is not null && property.Type != PropertyType.Identifier) Reject(keys, "format", "an identifier");
        var pattern = keys.Scalar("pattern");
        if (pattern is not null && Patterns.Check(pattern.Text) is { } reason)
        {
            drafts.Report(Rules.InvalidSchema, keys.Document, pattern, $"'{pattern.Shortened}' is not a regular expression: {reason}");
            pattern = null;
        }
        else if (pattern is not null && !IsTextual(property.Type)) Reject(keys, "pattern", "text");
        var minimum = keys.Number("minimum");
        var maximum = keys.Number("maximum");
        var isNumber = property.Type is PropertyType.Integer or PropertyType.Decimal or PropertyType.Money or PropertyType.Invalid;
        if (minimum is not null && !isNumber) Reject(keys, "minimum", "a number");
        if (maximum is not null && !isNumber) Reject(keys, "maximum", "a number");
        if (minimum > maximum)
            drafts.Report(Rules.InvalidSchema, keys.Document, keys.Mapping.ValueOf("maximum")!, "The maximum is below the minimum");
        var maxLength = keys.Number("maxLength");
        if (maxLength is not null && !IsTextual(property.Type)) Reject(keys, "maxLength", "text");
        if (maxLength is not null && (maxLength < 1 || maxLength > int.MaxValue || decimal.Truncate(maxLength.Value) != maxLength))
        {
            drafts.Report(Rules.InvalidSchema, keys.Document, keys.Mapping.ValueOf("maxLength")!, "'maxLength' takes a whole number above 0");
            maxLength = null;
        }

        return new Constraints(format, pattern?.Text, minimum, maximum, (int?)maxLength, IsUnique: false);
    }

    private void ReadEnumValues(KindDraft draft, KeyReader keys, PropertyDraft property)
    {
        var values = keys.Node("values");
        if (property.Type != PropertyType.Enum)
        {
            if (values is not null && property.Type != PropertyType.Invalid) Reject(keys, "values", "an enum");
            return;
        }

        property.EnumType = draft.Name + Names.ToPascalCase(property.Name);
        var entries = values switch
        {
            SeedMapping map => map.Entries.Select(entry => (entry.Key, Description: (entry.Value as SeedScalar) is { IsNull: false } text ? text.Text.Trim() : "")),
            SeedSequence list => list.Items.OfType<SeedScalar>().Select(item => (Key: item, Description: "")),
            _ => [],
        };
        var byMember = new Dictionary<string, SeedScalar>(StringComparer.Ordinal);
        foreach (var (key, description) in entries)
        {
            var value = new EnumValue(key.Text, description);
            if (!Names.IsId(Names.ToKebabCase(key.Text)))
                drafts.Report(Rules.InvalidCSharpName, keys.Document, key, key.Shortened, "; hyphens may stand between the words of a value");
            else if (byMember.TryGetValue(value.CSharpName, out var other))
                drafts.Report(Rules.AccessorCollision, keys.Document, key, other.Text, key.Text, $"{property.EnumType}.{value.CSharpName}", keys.Document.At(other).ToString());
            else
            {
                byMember.Add(value.CSharpName, key);
                property.Values.Add(value);
            }
        }

        if (property.Values.Count > 0) return;
        if (byMember.Count == 0 && !entries.Any())
            drafts.Report(Rules.InvalidSchema, keys.Document, values ?? property.Key, $"The enum '{property.Name}' must have 'values', each with its description");
        property.Type = PropertyType.Invalid;
    }

    private static bool IsTextual(PropertyType type) =>
        type is PropertyType.Text or PropertyType.Markdown or PropertyType.Identifier or PropertyType.Url or PropertyType.Language or PropertyType.Invalid;

    private void Reject(KeyReader keys, string key, string what) =>
        drafts.Report(Rules.InvalidSchema, keys.Document, keys.Mapping.ValueOf(key)!, $"'{key}' is for {what}");
}
