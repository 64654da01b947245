using DataPackage.Engine.Binding;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Linking;

/// <summary>A seed whose references lead to the entities that they name; without positions.</summary>
/// <param name="Rows">The entities of the seed, except for those whose id another seed has first.</param>
/// <param name="References">Those that the entities they lead to list.</param>
internal sealed record LinkedSeed(EquatableArray<LinkedRow> Rows, EquatableArray<ReversibleReference> References)
{
    public static LinkedSeed Empty { get; } = new(default, default);
}

internal readonly record struct LinkedRow(EntityLink Self, LinkedEntity Entity);
