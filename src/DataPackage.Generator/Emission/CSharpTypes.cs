using DataPackage.Generator.Schema;

namespace DataPackage.Generator.Emission;

/// <summary>How kinds and properties are spelled as C# types. All names are global, so that no member of generated code can hide one.
/// What only generated code uses has an underscore in its name, which no name that comes from seeds has.</summary>
internal sealed class CSharpTypes(PackageSchema schema, EmissionTarget target)
{
    public const string Runtime = "global::DataPackage.Runtime.";
    public const string Packed = Runtime + "Packed.";
    public const string Value = Packed + "PackedValue.";

    public static string TableName(Kind kind) => kind.Name + "_Table";

    public string Of(Kind kind) => $"global::{target.Namespace}.{kind.TypeName}";

    public string CatalogOf(Kind kind) => $"global::{target.Namespace}.{kind.Plural}";

    /// <summary>The only instance of a kind's table.</summary>
    public string Table(Kind kind) => $"global::{target.Namespace}.{TableName(kind)}.Instance";

    /// <summary>The method that gives the entity in a row.</summary>
    public string Entity(Kind kind) => $"global::{target.Namespace}.{TableName(kind)}.Entity";

    public string Reader(Kind embedded) => $"global::{target.Namespace}.{ReaderName(embedded)}.Read";

    public static string ReaderName(Kind embedded) => embedded.Name + "_Reader";

    /// <param name="type">The name of a kind's type, or of an enumeration.</param>
    public static string JsonConverterName(string type) => type + "_JsonConverter";

    public string JsonConverter(string type) => $"global::{target.Namespace}.{JsonConverterName(type)}.Instance";

    public string EntityAt => $"global::{target.Namespace}.Package_Entities.At";

    public string Enum(Property property) => $"global::{target.Namespace}.{property.EnumType}";

    /// <summary>The type of one value, without its nullability.</summary>
    public string ItemType(Property property) => property.Type switch
    {
        PropertyType.Text or PropertyType.Markdown when property.IsLocalized => Runtime + "LocalizedText",
        PropertyType.Integer => "long",
        PropertyType.Decimal => "decimal",
        PropertyType.Boolean => "bool",
        PropertyType.Date => Runtime + "EdtfDate",
        PropertyType.Url => "global::System.Uri",
        PropertyType.Money => Runtime + "Money",
        PropertyType.Enum => Enum(property),
        PropertyType.Reference or PropertyType.Embedded => Of(schema[property.Range]),
        _ => "string",
    };

    public static string List(string item) => $"global::System.Collections.Generic.IReadOnlyList<{item}>";

    public string PropertyTypeOf(Property property) =>
        property.IsMany ? List(ItemType(property)) : property.IsRequired ? ItemType(property) : ItemType(property) + "?";

    public string ReverseType(Reverse reverse) => List(Of(schema[reverse.From]));

    public static bool IsValueType(Property property) =>
        property.Type is PropertyType.Integer or PropertyType.Decimal or PropertyType.Boolean or PropertyType.Enum;

    /// <summary>The expression that reads a property from the bytes of its field; null where there are none, but for lists.</summary>
    /// <param name="table">The table whose languages and kinds the bytes number.</param>
    public string Read(Property property, string field, string table)
    {
        if (property.Type == PropertyType.Reference)
        {
            var range = schema[property.Range];
            var many = property.IsMany ? "References" : "Reference";
            return range.IsAbstract ? $"{Value}Abstract{many}<{Of(range)}>({field}, {table})" : $"{Value}{many}({field}, {Table(range)})";
        }

        if (property.IsMany) return $"{Value}List({field}, {table}, {ItemReader(property)})";
        return property.Type switch
        {
            PropertyType.Embedded => $"{Value}Embedded({field}, {table}, {Reader(schema[property.Range])})",
            PropertyType.Enum => $"({Enum(property)}?){Value}Enum({field})",
            PropertyType.Text or PropertyType.Markdown when property.IsLocalized => $"{Value}Localized({field}, {table})",
            _ => $"{Value}{ReaderMethod(property)}({field})",
        };
    }

    public string ReadReverse(Reverse reverse, string field, string table)
    {
        var from = schema[reverse.From];
        return from.IsAbstract ? $"{Value}AbstractReferences<{Of(from)}>({field}, {table})" : $"{Value}References({field}, {Table(from)})";
    }

    private string ItemReader(Property property) => property.Type switch
    {
        PropertyType.Embedded => Reader(schema[property.Range]),
        PropertyType.Enum => $"static (item, table) => ({Enum(property)}){Value}ReadEnum(item, table)",
        _ => $"{Value}Read{ReaderMethod(property)}",
    };

    /// <summary>What the runtime calls the type of a value that it has itself.</summary>
    public static string ReaderMethod(Property property) => property.Type switch
    {
        PropertyType.Text or PropertyType.Markdown when property.IsLocalized => "Localized",
        PropertyType.Integer => "Integer",
        PropertyType.Decimal => "Decimal",
        PropertyType.Boolean => "Boolean",
        PropertyType.Date => "Date",
        PropertyType.Url => "Url",
        PropertyType.Money => "Money",
        _ => "Text",
    };
}
