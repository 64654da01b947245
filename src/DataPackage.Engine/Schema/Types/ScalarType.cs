using DataPackage.Shared.Dates;

namespace DataPackage.Engine.Schema.Types;

/// <summary>A type whose values are one text each, with everything that the rooms need of it. <see cref="ScalarTypes"/>
/// is the table of them.</summary>
internal sealed class ScalarType() : PropertyType(ValueForm.Scalar)
{
    /// <summary>The name of the type in schemas.</summary>
    public required string Name { get; init; }

    /// <summary>The words of messages for its values: <c>a whole number</c>.</summary>
    public required string Expected { get; init; }

    public required ScalarReader Read { get; init; }

    /// <summary>The C# type of a value.</summary>
    public required string CSharpName { get; init; }

    /// <summary>Whether <see cref="CSharpName"/> is a value type.</summary>
    public bool IsValueType { get; init; }

    /// <summary>The name of the type in the runtime: <c>PackedValue.Date</c> and <c>PackedValue.ReadDate</c> read it,
    /// <c>JsonValues.Date</c> converts it.</summary>
    public required string RuntimeName { get; init; }

    public required EditorForm Editor { get; init; }

    /// <summary>Whether it takes <c>pattern</c> and <c>maxLength</c>, and can be in <c>findBy</c>.</summary>
    public bool IsTextual { get; init; }

    /// <summary>Whether it takes <c>localized</c> and <c>bidi</c>, and can be the <c>summary</c>.</summary>
    public bool IsProse { get; init; }

    /// <summary>Whether it takes <c>minimum</c> and <c>maximum</c>: its values have an
    /// <see cref="ScalarValue.Amount"/>.</summary>
    public bool IsNumeric { get; init; }

    /// <summary>Whether it takes <c>unique</c>: the catalog then has <c>GetBy</c>.</summary>
    public bool CanBeUnique { get; init; }

    /// <summary>Whether references can go <c>by</c> its values, and, in a package without a schema, texts of its form
    /// can be references.</summary>
    public bool CanNameEntities { get; init; }

    /// <summary>Whether it can be in <c>groupBy</c>.</summary>
    public bool CanGroup { get; init; }

    /// <summary>Whether its values are long and read of one entity at a time: they are packed with the
    /// details.</summary>
    public bool IsLong { get; init; }

    /// <summary>A sentence in the documentation of <c>GetBy</c> about how values are compared.</summary>
    public string HowCompared { get; init; } = "";

    /// <summary>Whether <see cref="CSharpName"/> is <c>string</c>: it can be the <c>caption</c>.</summary>
    public bool IsString => CSharpName == "string";

    /// <summary>The C# type by which <c>GetBy</c> looks a value up: addresses are looked up by their text.</summary>
    public string LookupName => IsTextual ? "string" : CSharpName;
}

/// <summary>Reads a value from its text.</summary>
/// <param name="problem">The reason why the text is not a value, if the type can say more than that.</param>
/// <returns>Null if the text is not a value of the type.</returns>
internal delegate ScalarValue? ScalarReader(string text, out NotationError? problem);

/// <summary>What editors know of a scalar type. They have the types of YAML only; the build decides.</summary>
/// <param name="Hint">How a value is written; empty if that is obvious.</param>
/// <param name="Pattern">A regular expression for whole values, in the syntax that .NET and JavaScript share; null if
/// any text is allowed.</param>
/// <param name="JsonType">The type of JSON that values have when YAML reads them without quotes; null for text.</param>
/// <param name="MayLookLikeNumber">Whether YAML reads some values as numbers.</param>
internal sealed record EditorForm(
    string Hint,
    string? Pattern = null,
    string? JsonType = null,
    bool MayLookLikeNumber = false
);
