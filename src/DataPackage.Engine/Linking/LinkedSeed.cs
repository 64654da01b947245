using DataPackage.Engine.Text;

namespace DataPackage.Engine.Linking;

/// <summary>A seed whose references are resolved; without positions.</summary>
/// <param name="Rows">The entities of the seed, except for those whose id an earlier seed has.</param>
/// <param name="References">The references that their targets list.</param>
internal sealed record LinkedSeed(EquatableArray<LinkedRow> Rows, EquatableArray<ReversibleReference> References)
{
    public static LinkedSeed Empty { get; } = new(default, default);
}

internal readonly record struct LinkedRow(EntityLink Self, LinkedEntity Entity);
