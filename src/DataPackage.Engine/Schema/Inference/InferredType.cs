using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Inference;

/// <summary>The type of all values that stand in one place.</summary>
internal abstract record InferredType;

/// <param name="Name">As a schema spells it: text, integer, decimal, boolean, date, url; any, where the values have
/// nothing in common.</param>
internal sealed record InferredScalar(string Name) : InferredType
{
    public static InferredScalar Text { get; } = new("text");

    public static InferredScalar Any { get; } = new("any");
}

internal sealed record InferredList(InferredType Items, bool HasNulls) : InferredType;

/// <summary>A mapping from keys that nobody can list: languages, dates, ids.</summary>
internal sealed record InferredMap(InferredType Values, bool HasNulls) : InferredType;

internal sealed record InferredRecord(InferredKind Kind) : InferredType;

/// <summary>A kind as its schema will declare it.</summary>
internal sealed record InferredKind(string Name, EquatableArray<InferredProperty> Properties);

/// <param name="Key">What the seeds call it.</param>
/// <param name="Name">What the schema calls it.</param>
/// <param name="IsRequired">All records have it, and there are enough of them to believe that the next will.</param>
/// <param name="IsNullable">A collection that some records lack and others have without items.</param>
internal sealed record InferredProperty(string Key, string Name, InferredType Type, bool IsRequired, bool IsNullable);
