using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;

namespace DataPackage.Engine.CSharp;

/// <summary>How kinds and properties are spelled as C# types. All names are global, so no member of generated code can
/// hide one. Names for generated code alone have an underscore, which names from
/// seeds have between digits only.</summary>
internal sealed class CSharpTypes(PackageSchema schema, CodeTarget target)
{
    public const string Runtime = "global::DataPackage.Runtime.";
    public const string Packed = Runtime + "Packed.";
    public const string Value = Packed + "PackedValue.";

    public static string TableName(Kind kind) => TableName(kind.Name);

    public static string TableName(string kind) => kind + "_Table";

    public string Of(Kind kind) => $"global::{target.Namespace}.{kind.TypeName}";

    public string CatalogOf(Kind kind) => $"global::{target.Namespace}.{kind.Plural}";

    public static string LookupsName(Kind kind) => kind.Name + "_Lookups";

    /// <summary>The class from which a catalog inherits the methods that look up entities.</summary>
    public string LookupsOf(Kind kind) => $"global::{target.Namespace}.{LookupsName(kind)}";

    public static string Of(ExternalKind kind) => $"global::{kind.Package}.{kind.Name}";

    public static string CatalogOf(ExternalKind kind) => $"global::{kind.Package}.{kind.Catalog}";

    private string OfExternal(Property property) => Of(schema.FindExternal(property.Range)!);

    /// <summary>The only instance of a kind's table.</summary>
    public string Table(Kind kind) => $"{TableType(kind)}.Instance";

    public string TableType(Kind kind) => $"global::{target.Namespace}.{TableName(kind)}";

    /// <summary>The method that returns the entity in a row.</summary>
    public string Entity(Kind kind) => $"global::{target.Namespace}.{TableName(kind)}.Entity";

    public string Reader(Kind embedded) => $"global::{target.Namespace}.{ReaderName(embedded)}.Read";

    /// <summary>The method that adds the facts of a value of an embedded kind to those of its entity.</summary>
    public string FactsAdder(Kind embedded) => $"global::{target.Namespace}.{ReaderName(embedded)}.AddFacts";

    public static string ReaderName(Kind embedded) => embedded.Name + "_Reader";

    /// <param name="type">The name of a kind's type, or of an enumeration.</param>
    public static string JsonConverterName(string type) => type + "_JsonConverter";

    public static string JsonConverter(ExternalKind kind) =>
        $"global::{kind.Package}.{JsonConverterName(kind.Name)}.Instance";

    public string JsonConverter(string type) => $"global::{target.Namespace}.{JsonConverterName(type)}.Instance";

    public string EntityAt => $"global::{target.Namespace}.Package_Entities.At";

    /// <summary>The method that finds an entity by its kind and id.</summary>
    public string EntityOf => $"global::{target.Namespace}.Package_Entities.Find";

    /// <summary>The class that finds names in texts. It gives way to a kind or an enumeration of its name.</summary>
    public string Mentions => Free("Mentions");

    /// <summary>The class that describes the package. It gives way to a kind or an enumeration of its name.</summary>
    public string Info => Free("DataPackageInfo");

    public string MentionsIn => $"global::{target.Namespace}.{Mentions}.In";

    private string Free(string name) =>
        schema.Kinds.Any(kind =>
            kind.TypeName == name || kind.Plural == name || kind.Properties.Any(property => property.EnumType == name)
        )
            ? name + Names.Evasion
            : name;

    public string Enum(Property property) => $"global::{target.Namespace}.{property.EnumType}";

    /// <summary>The type of one value, without its nullability.</summary>
    public string ItemType(Property property) =>
        property.Form switch
        {
            ValueForm.Scalar => property.Scalar!.CSharpName,
            ValueForm.Localized => Runtime + "LocalizedText",
            ValueForm.Enum => Enum(property),
            ValueForm.Reference or ValueForm.Embedded => Of(schema[property.Range]),
            ValueForm.External => OfExternal(property),
            ValueForm.Any => Runtime + "AnyValue",
            _ => throw property.UnknownForm,
        };

    /// <summary>The type of one value, with its null.</summary>
    public string ClaimedType(Property property) => ItemType(property) + "?";

    public static string List(string item) => $"global::System.Collections.Generic.IReadOnlyList<{item}>";

    public static string Map(string item) => $"global::System.Collections.Generic.IReadOnlyDictionary<string, {item}>";

    public string PropertyTypeOf(Property property) =>
        property.IsMany || property.IsRequired ? TypeAt(property, 0) : ItemType(property) + "?";

    /// <summary>The type of the values within this many of a property's lists and maps.</summary>
    private string TypeAt(Property property, int depth)
    {
        var type =
            depth == property.Layers.Count ? ItemType(property)
            : property.Layers[depth].IsMap ? Map(TypeAt(property, depth + 1))
            : List(TypeAt(property, depth + 1));
        return property.IsNullableAt(depth) ? type + "?" : type;
    }

    public string ReverseType(Reverse reverse) => List(Of(schema[reverse.From]));

    public static bool IsValueType(Property property) =>
        property is { Form: ValueForm.Enum } or { Scalar.IsValueType: true };

    /// <summary>The expression for a list or a map that was never assigned.</summary>
    public string Empty(Property property) =>
        property.IsMap ? $"{Packed}EntityValues.NoEntries<{TypeAt(property, 1)}>()" : "[]";

    /// <summary>The expression that reads a property from the bytes of its field; null without bytes, except for lists
    /// and maps.</summary>
    /// <param name="table">The table whose languages and kinds the bytes number.</param>
    public string Read(Property property, string field, string table)
    {
        if (property.IsNullable)
            return $"{Value}Embedded({field}, {table}, {Reader(property, 0)})";
        if (property.IsReferenceList)
        {
            var range = schema[property.Range];
            return range.IsAbstract
                ? $"{Value}AbstractReferences<{Of(range)}>({field}, {table})"
                : $"{Value}References({field}, {Table(range)})";
        }

        if (property.IsMany)
            return Collection(property, 0, field, table);
        return property.Form switch
        {
            ValueForm.Reference => Reference(property, field, table),
            ValueForm.External => $"{Value}External<{OfExternal(property)}>({field})",
            ValueForm.Embedded => $"{Value}Embedded({field}, {table}, {Reader(schema[property.Range])})",
            ValueForm.Enum => $"({Enum(property)}?){Value}Enum({field})",
            ValueForm.Localized => $"{Value}Localized({field}, {table})",
            _ => $"{Value}{ReaderMethod(property)}({field})",
        };
    }

    private string Reference(Property property, string field, string table)
    {
        var range = schema[property.Range];
        return range.IsAbstract
            ? $"{Value}AbstractReference<{Of(range)}>({field}, {table})"
            : $"{Value}Reference({field}, {Table(range)})";
    }

    private string Collection(Property property, int depth, string field, string table) =>
        $"{Value}{(property.Layers[depth].IsMap ? "Map" : "List")}({field}, {table}, "
        + $"{ItemReader(property, depth + 1)})";

    /// <summary>The function that reads an item of a list or a map from its bytes; a null item has none.</summary>
    private string ItemReader(Property property, int depth)
    {
        if (!property.IsNullableAt(depth))
            return Reader(property, depth);
        var read =
            depth < property.Layers.Count
                ? Collection(property, depth, "item.Slice(1)", "table")
                : ReadItem(property, "item.Slice(1)", "table");
        return $"static (item, table) => item.IsEmpty ? default({TypeAt(property, depth)}) : {read}";
    }

    private string Reader(Property property, int depth) =>
        depth < property.Layers.Count
            ? $"static (item, table) => {Collection(property, depth, "item", "table")}"
            : LeafReader(property);

    /// <summary>The expression that reads one value of a property from the bytes of an item.</summary>
    public string ReadItem(Property property, string item, string table) =>
        property.Form switch
        {
            ValueForm.Embedded => $"{Reader(schema[property.Range])}({item}, {table})",
            ValueForm.Enum => $"({Enum(property)}){Value}ReadEnum({item}, {table})",
            ValueForm.Reference => Reference(property, item, table) + "!",
            ValueForm.External => $"{Value}ReadExternal<{OfExternal(property)}>({item}, {table})",
            _ => $"{Value}Read{ReaderMethod(property)}({item}, {table})",
        };

    public string ReadReverse(Reverse reverse, string field, string table)
    {
        var from = schema[reverse.From];
        return from.IsAbstract
            ? $"{Value}AbstractReferences<{Of(from)}>({field}, {table})"
            : $"{Value}References({field}, {Table(from)})";
    }

    /// <summary>The expression for a copy of a list or a map that is assigned.</summary>
    public static string Copy(Property property, string value) => CopyAt(property, 0, value);

    private static string CopyAt(Property property, int depth, string value)
    {
        var inner =
            depth + 1 < property.Layers.Count ? $", static items => {CopyAt(property, depth + 1, "items")}" : "";
        var orNull = property.IsNullableAt(depth) ? value + " is null ? null : " : "";
        return $"{orNull}{Packed}EntityValues.Copy({value}{inner})";
    }

    /// <summary>The expression that compares two values of a property; entities are compared by id.</summary>
    public static string AreEqual(Property property, string left, string right) => AreEqual(property, 0, left, right);

    private static string AreEqual(Property property, int depth, string left, string right)
    {
        if (property.IsReference && (depth == property.Layers.Count || property.IsReferenceList))
            return $"{Packed}EntityValues.AreSame({left}, {right})";
        if (depth == property.Layers.Count)
            return $"{left} == {right}";
        var inner =
            depth + 1 < property.Layers.Count || property.IsReference
                ? $", static (left, right) => {AreEqual(property, depth + 1, "left", "right")}"
                : "";
        return $"{Packed}EntityValues.AreEqual({left}, {right}{inner})";
    }

    private string LeafReader(Property property) =>
        property.Form switch
        {
            ValueForm.Embedded => Reader(schema[property.Range]),
            ValueForm.External => $"{Value}ReadExternal<{OfExternal(property)}>",
            ValueForm.Enum or ValueForm.Reference => $"static (item, table) => {ReadItem(property, "item", "table")}",
            _ => $"{Value}Read{ReaderMethod(property)}",
        };

    /// <summary>The name of a type that the runtime has.</summary>
    public static string ReaderMethod(Property property) =>
        property.Form switch
        {
            ValueForm.Scalar => property.Scalar!.RuntimeName,
            ValueForm.Localized => "Localized",
            ValueForm.Any => "Any",
            _ => throw property.UnknownForm,
        };
}
