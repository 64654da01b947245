using System.Globalization;
using DataPackage.Engine.Packing;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;

namespace DataPackage.Engine.CSharp;

/// <summary>Writes the C# type of one kind: a record, or an interface if the kind is abstract, and its
/// enumerations.</summary>
internal sealed partial class TypeEmitter
{
    private readonly Kind _kind;
    private readonly PackageSchema _schema;
    private readonly CSharpTypes _types;
    private readonly SourceWriter _writer;
    private readonly RowLayout _layout;
    private readonly IReadOnlyList<(Property Property, int Index)> _properties;

    private TypeEmitter(TypeFile file, SourceWriter writer)
    {
        _kind = file.Kind;
        _schema = file.Schema;
        _types = new CSharpTypes(file.Schema, file.Target);
        _writer = writer;
        _layout = new RowLayout(file.Kind);
        _properties = _kind
            .Properties.Select((property, index) => (property, index))
            .Where(pair => pair.property.Type != PropertyType.Invalid)
            .ToList();
    }

    public static void Write(TypeFile file, SourceWriter writer)
    {
        var emitter = new TypeEmitter(file, writer);
        if (file.Kind.IsAbstract)
            emitter.WriteInterface();
        else if (file.Kind.IsEmbedded)
            emitter.WriteEmbedded();
        else
            emitter.WriteEntity();
        emitter.WriteEnums();
    }

    private string Name => _kind.Name;

    private void WriteTypeDoc()
    {
        var description = CSharpText.Doc(_kind.Description.Length > 0 ? _kind.Description : _kind.Label);
        _writer.Summary(
            _kind.IsConcrete ? [description, $"Catalog: <see cref=\"{_types.CatalogOf(_kind)}\"/>."] : [description]
        );
        _writer.Obsolete(_kind.Deprecated);
    }

    /// <summary>Costs metadata only: the converter is loaded when System.Text.Json reads the type.</summary>
    private void WriteJsonConverter(string type) =>
        _writer.Line(
            $"[global::System.Text.Json.Serialization.JsonConverter(typeof({CSharpTypes.JsonConverterName(type)}))]"
        );

    /// <summary>For values that do not parse themselves.</summary>
    private void WriteTextTypeConverter(string type, string name)
    {
        var converter = $"{CSharpTypes.Runtime}TextTypeConverter<{type}, {CSharpTypes.JsonConverterName(name)}>";
        _writer.Line($"[global::System.ComponentModel.TypeConverter(typeof({converter}))]");
    }

    private void WriteInterface()
    {
        WriteTypeDoc();
        WriteJsonConverter(_kind.TypeName);
        WriteTextTypeConverter(_types.Of(_kind), _kind.TypeName);
        var bases =
            _kind.Extends.Count == 0
                ? [CSharpTypes.Runtime + "IEntity"]
                : _kind.Extends.Select(parent => _types.Of(_schema[parent]));
        _writer.Block(
            $"public partial interface {_kind.TypeName} : {string.Join(", ", bases)}",
            () =>
            {
                foreach (var (property, _) in _properties.Where(pair => pair.Property.DeclaredBy == Name))
                {
                    WritePropertyDoc(property);
                    _writer.Line(
                        $"{NewOf(property.CSharpName)}{_types.PropertyTypeOf(property)} {property.CSharpName} {{ "
                            + $"get; }}"
                    );
                }

                foreach (var reverse in _kind.Reverses.Where(reverse => reverse.DeclaredOn == Name))
                {
                    _writer.Summary(CSharpText.Doc(reverse.Description));
                    _writer.Line(
                        $"{NewOf(reverse.CSharpName)}{_types.ReverseType(reverse)} {reverse.CSharpName} {{ get; }}"
                    );
                }
            }
        );
    }

    /// <summary>The modifier for a member that hides one of IEntity; without it the compiler warns.</summary>
    private static string NewOf(string member) => member is "GetFacts" or "CitationsFor" or "DefinedAt" ? "new " : "";

    private void WritePropertyDoc(Property property)
    {
        var absent = property switch
        {
            { IsMany: true, IsNullable: false } => "Empty if nothing is stated.",
            { IsRequired: true } => "",
            _ => "Null if not stated.",
        };
        var description =
            property.Description.Length > 0 ? property.Description
            : property.Key.Trim().Length > 0 ? property.Key
            : property.Name;
        _writer.Summary(
            CSharpText.Doc(description)
                + (absent.Length > 0 ? (description.EndsWith(".", StringComparison.Ordinal) ? " " : ". ") + absent : "")
        );
        _writer.Obsolete(property.Deprecated);
    }

    private static string AreEqual(Property property) =>
        CSharpTypes.AreEqual(property, property.CSharpName, "other." + property.CSharpName);

    private void WritePrintMembers(IReadOnlyList<string> first) =>
        _writer.Block(
            "private bool PrintMembers(global::System.Text.StringBuilder builder)",
            () =>
            {
                foreach (var name in first.Concat(_properties.Select(pair => pair.Property.CSharpName)))
                    _writer.Line(
                        $"{CSharpTypes.Packed}EntityValues.Print(builder, {CSharpText.Literal(name)}, {name});"
                    );
                _writer.Line("return true;");
            }
        );

    private void WriteEnums()
    {
        foreach (var property in _kind.OwnEnums)
        {
            _writer.Line();
            _writer.Summary(CSharpText.Doc(property.Description.Length > 0 ? property.Description : property.Name));
            WriteJsonConverter(property.EnumType);
            WriteTextTypeConverter(_types.Enum(property), property.EnumType);
            _writer.Block(
                $"public enum {property.EnumType}",
                () =>
                {
                    foreach (var (value, number) in property.Values.Select((value, number) => (value, number)))
                    {
                        _writer.Summary(CSharpText.Doc(value.Description.Length > 0 ? value.Description : value.Name));
                        _writer.Obsolete(value.Deprecated);
                        var name = CSharpText.Literal(value.Name);
                        _writer.Line($"[global::System.Runtime.Serialization.EnumMember(Value = {name})]");
                        _writer.Line($"{value.CSharpName} = {number.ToString(CultureInfo.InvariantCulture)},");
                    }
                }
            );
        }
    }
}
