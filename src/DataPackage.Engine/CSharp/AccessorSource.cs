using DataPackage.Engine.Linking;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.CSharp;

/// <summary>The accessor of an entity, as generated code declares it.</summary>
/// <param name="Name">Empty if the entity has none.</param>
/// <param name="Documentation">The paragraphs of its summary, as XML.</param>
/// <param name="Former">The names that it had in earlier versions.</param>
/// <param name="Obsolete">Why it should not be used any more; null if it may be.</param>
internal sealed record AccessorSource(
    string Name,
    EquatableArray<string> Documentation,
    EquatableArray<string> Former,
    string? Obsolete
)
{
    /// <summary>The accessor of an entity whose documentation failed. It stays, since other generated code names
    /// it.</summary>
    public static AccessorSource Undocumented(LinkedEntity entity) =>
        new(entity.Accessor, new[] { CSharpText.Doc(entity.Id) }.ToEquatableArray(), default, Obsolete: null);
}
