using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;

namespace DataPackage.Engine.CSharp;

/// <summary>The part for records within entities.</summary>
internal sealed partial class TypeEmitter
{
    private void WriteEmbedded()
    {
        WriteTypeDoc();
        WriteJsonConverter(Name);
        _writer.Block(
            $"public sealed partial record {Name}",
            () =>
            {
                foreach (var (property, index) in _properties.Where(pair => pair.Property.IsMany))
                {
                    var initial = property.IsNullable ? "" : " = " + _types.Empty(property);
                    _writer.Line(
                        $"private readonly {_types.PropertyTypeOf(property)} {FieldName(property, index)}{initial};"
                    );
                }

                foreach (var (property, index) in _properties)
                    WriteEmbeddedProperty(property, index);
                WriteEmbeddedEquality();
            }
        );
        _writer.Line();
        WriteReader();
    }

    private void WriteEmbeddedProperty(Property property, int index)
    {
        _writer.Line();
        WritePropertyDoc(property);
        if (property.IsMany)
            _writer.Line(
                $"public {_types.PropertyTypeOf(property)} {property.CSharpName} {{ get => "
                    + $"{FieldName(property, index)}; init => {FieldName(property, index)} = "
                    + $"{CSharpTypes.Copy(property, "value")}; }}"
            );
        else
            _writer.Line(
                $"public {(property.IsRequired ? "required " : "")}{_types.PropertyTypeOf(property)} "
                    + $"{property.CSharpName} {{ get; init; }}"
            );
    }

    private void WriteEmbeddedEquality()
    {
        _writer.Line();
        _writer.Summary("Whether all properties are equal. Entities compare by kind and id.");
        _writer.Line(
            $"public bool Equals({Name}? other) => ReferenceEquals(this, other) || (other is not "
                + $"null{string.Concat(_properties.Select(pair => " && " + AreEqual(pair.Property)))});"
        );
        _writer.Line();
        _writer.Line("/// <inheritdoc/>");
        _writer.Line($"public override int GetHashCode() => {HashOfEmbedded()};");
        _writer.Line();
        WritePrintMembers([]);
    }

    /// <summary>Writes the class that reads values of an embedded kind, and adds their facts to those of an
    /// entity.</summary>
    private void WriteReader() =>
        _writer.Block(
            $"internal static class {CSharpTypes.ReaderName(_kind)}",
            () =>
            {
                _writer.Block(
                    $"internal static {_types.Of(_kind)} Read(global::System.ReadOnlySpan<byte> bytes, "
                        + $"{CSharpTypes.Packed}PackedTable table)",
                    () =>
                        _writer.Block(
                            $"return new {_types.Of(_kind)}",
                            () =>
                            {
                                foreach (var (property, index) in _properties)
                                    _writer.Line($"{property.CSharpName} = {ReadEmbedded(property, index)},");
                            },
                            "};"
                        )
                );
                _writer.Line();
                _writer.Block(
                    $"internal static void AddFacts({_types.Of(_kind)} value, {CSharpTypes.Packed}FactCollector facts)",
                    () =>
                    {
                        foreach (var (property, _) in _properties)
                            _writer.Line(AddFact(property, "value." + property.CSharpName));
                    }
                );
            }
        );

    private string ReadEmbedded(Property property, int index)
    {
        var read = _types.Read(
            property,
            $"{CSharpTypes.Packed}PackedRow.Field(bytes, "
                + $"{FieldNumber(index, property.IsRequired && !property.IsMany)})",
            "table"
        );
        if (property.IsMany || !property.IsRequired)
            return read;
        return CSharpTypes.IsValueType(property) ? $"({read}).GetValueOrDefault()" : read + "!";
    }

    /// <summary>Any subset of the compared properties makes a legal hash. Single values other than entities cost no
    /// look-up.</summary>
    private string HashOfEmbedded()
    {
        var hashed = _properties
            .Where(pair => pair.Property is { IsMany: false, IsReference: false, Form: not ValueForm.Embedded })
            .Take(8)
            .Select(pair => pair.Property.CSharpName)
            .ToList();
        return hashed.Count == 0 ? "0" : $"global::System.HashCode.Combine({string.Join(", ", hashed)})";
    }
}
