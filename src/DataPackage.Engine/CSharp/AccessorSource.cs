using DataPackage.Engine.Linking;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.CSharp;

/// <summary>What generated code says of the accessor of an entity.</summary>
/// <param name="Name">Empty where the entity has none.</param>
/// <param name="Documentation">The paragraphs of its summary, as XML.</param>
/// <param name="Former">The names that it had in earlier versions.</param>
internal sealed record AccessorSource(string Name, EquatableArray<string> Documentation, EquatableArray<string> Former)
{
    /// <summary>Of an entity that could not be documented: other generated code names its accessor.</summary>
    public static AccessorSource Undocumented(LinkedEntity entity) =>
        new(entity.Accessor, new[] { CSharpText.Doc(entity.Id) }.ToEquatableArray(), default);
}
