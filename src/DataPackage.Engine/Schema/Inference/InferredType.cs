using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Inference;

/// <summary>The type of all values at one place.</summary>
internal abstract record InferredType;

/// <param name="Name">The name in schemas: text, integer, decimal, boolean, date, url; any, if the values have nothing
/// in common.</param>
internal sealed record InferredScalar(string Name) : InferredType;

/// <summary>Texts by language.</summary>
internal sealed record InferredTexts : InferredType
{
    public static InferredTexts Instance { get; } = new();
}

internal sealed record InferredList(InferredType Items, bool HasNulls) : InferredType;

/// <summary>A mapping whose keys cannot be listed: languages, dates, ids.</summary>
internal sealed record InferredMap(InferredType Values, bool HasNulls) : InferredType;

internal sealed record InferredRecord(InferredKind Kind) : InferredType;

/// <summary>A kind as its schema declares it.</summary>
internal sealed record InferredKind(string Name, EquatableArray<InferredProperty> Properties);

/// <param name="Key">The key in seeds.</param>
/// <param name="Name">The name in the schema.</param>
/// <param name="IsRequired">Whether all records have it, and there are enough of them to expect it of the next.</param>
/// <param name="IsNullable">Whether it is a collection that some records lack and others have without items.</param>
internal sealed record InferredProperty(string Key, string Name, InferredType Type, bool IsRequired, bool IsNullable);
