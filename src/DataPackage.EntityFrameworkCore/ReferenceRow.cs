using DataPackage.Runtime;

namespace DataPackage.EntityFrameworkCore;

/// <summary>A row of a reference table: an id that is or was in the package. For joins, foreign keys, and programs that
/// read the database without the package.</summary>
/// <typeparam name="TEntity">The kind.</typeparam>
/// <remarks>No row is ever deleted, so foreign keys hold. <see cref="CurrentId"/> tells what has become of the
/// id.</remarks>
public sealed class ReferenceRow<TEntity>
    where TEntity : class, IEntity<TEntity>
{
    /// <summary>The entity; the column <c>Id</c> has its id. For an id that the package does not have now, an entity
    /// with this id and no other value.</summary>
    public required TEntity Entity { get; init; }

    /// <summary>The caption of the entity in the package. If the package no longer has the entity, the last that it
    /// had.</summary>
    public required string Name { get; init; }

    /// <summary>The id that the entity has now: another than the row's if the package has renamed it. Null if the
    /// package no longer has the entity.</summary>
    public string? CurrentId { get; init; }
}
