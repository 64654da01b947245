using DataPackage.Runtime;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DataPackage.EntityFrameworkCore;

/// <summary>Reads the key of a reference table. Unlike in other columns, a renamed id does not lead to the entity of
/// today: it would be the key of two rows.</summary>
/// <typeparam name="TEntity">The kind.</typeparam>
public sealed class ReferenceKeyConverter<TEntity> : ValueConverter<TEntity, string>
    where TEntity : class, IEntity<TEntity>
{
    // An initializer would have to set all required properties, which only the kind knows.
    private static readonly Action<TEntity, string> SetId = typeof(TEntity)
        .GetProperty(nameof(IEntity.Id))!
        .SetMethod!.CreateDelegate<Action<TEntity, string>>();

    /// <summary>For Entity Framework.</summary>
    public ReferenceKeyConverter()
        : base(entity => entity.Id, id => Read(id)) { }

    internal static TEntity Read(string id)
    {
        if (TEntity.TryGet(id, out var entity) && entity.Id == id)
            return entity;
        var formerly = Activator.CreateInstance<TEntity>();
        SetId(formerly, id);
        return formerly;
    }
}

/// <summary>Compares keys of a reference table by their ids.</summary>
/// <typeparam name="TEntity">The kind.</typeparam>
public sealed class ReferenceKeyComparer<TEntity> : ValueComparer<TEntity>
    where TEntity : class, IEntity<TEntity>
{
    /// <summary>For Entity Framework.</summary>
    public ReferenceKeyComparer()
        : base(
            (left, right) => (left == null ? null : left.Id) == (right == null ? null : right.Id),
            entity => entity.Id.GetHashCode()
        ) { }
}
