using DataPackage.Engine.Binding;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Linking;

/// <summary>The entities with one value.</summary>
/// <param name="Name">The C# name of the group.</param>
/// <param name="Caption">The value as the seeds spell it.</param>
/// <param name="Description">The description of the value in the schema; empty if there is none.</param>
/// <param name="Entities">Ordered by row.</param>
internal sealed record EntityGroup(
    string Name,
    string Caption,
    string Description,
    EquatableArray<GroupedEntity> Entities
);

/// <summary>An entity of a group.</summary>
/// <param name="Accessor">Empty if it has none.</param>
/// <param name="Deprecated">Null if the entity is not to be given up.</param>
internal sealed record GroupedEntity(int Row, string Accessor, Deprecation? Deprecated);
