using DataPackage.Engine.Text;

namespace DataPackage.Engine.Linking;

/// <param name="Name">In C#.</param>
/// <param name="Caption">The value as the seeds spell it.</param>
/// <param name="Description">Of the value, where the schema describes it.</param>
/// <param name="Entities">In the order of their rows.</param>
internal sealed record EntityGroup(
    string Name,
    string Caption,
    string Description,
    EquatableArray<GroupedEntity> Entities
);

/// <param name="Accessor">Empty where it has none.</param>
internal sealed record GroupedEntity(int Row, string Accessor);
