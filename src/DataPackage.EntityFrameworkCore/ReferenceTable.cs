using DataPackage.Runtime;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DataPackage.EntityFrameworkCore;

/// <summary>What one row of a reference table says.</summary>
internal readonly record struct ReferenceValues(string Id, string Name, string? CurrentId);

/// <summary>The rows of the reference table of one kind: which it has, and which it has to have.</summary>
internal abstract class ReferenceTable
{
    /// <summary>The annotation of a table whose rows migrations insert and update.</summary>
    public const string RowsInMigrations = "DataPackage:RowsInMigrations";

    /// <summary>Null if the entity type is not of a reference table.</summary>
    public static ReferenceTable? Of(IReadOnlyEntityType entityType) =>
        KindOf(entityType) is { } kind
            ? (ReferenceTable)Activator.CreateInstance(typeof(ReferenceTable<>).MakeGenericType(kind))!
            : null;

    public static Type? KindOf(IReadOnlyEntityType entityType) =>
        entityType.ClrType is { IsGenericType: true } row && row.GetGenericTypeDefinition() == typeof(ReferenceRow<>)
            ? row.GetGenericArguments()[0]
            : null;

    /// <summary>The rows that a table has to have: those of the package, then those of ids that the package has no
    /// more.</summary>
    /// <param name="known">The rows that the table has.</param>
    public IEnumerable<ReferenceValues> Update(IEnumerable<ReferenceValues> known)
    {
        var current = Current.ToList();
        var ids = current.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        return current.Concat(
            known
                .Where(row => !ids.Contains(row.Id))
                .Select(row =>
                    Find(row.Id) is { } now
                        ? row with
                        {
                            Name = now.Caption,
                            CurrentId = now.Id,
                        }
                        : row with
                        {
                            CurrentId = null,
                        }
                )
        );
    }

    /// <summary>The row as an object of Entity Framework.</summary>
    public abstract object RowOf(ReferenceValues values);

    /// <summary>Reads the table.</summary>
    public abstract ValueTask<IReadOnlyList<ReferenceValues>> Read(
        DbContext context,
        bool async,
        CancellationToken cancellation
    );

    protected abstract IEnumerable<ReferenceValues> Current { get; }

    protected abstract IEntity? Find(string id);
}

internal sealed class ReferenceTable<TEntity> : ReferenceTable
    where TEntity : class, IEntity<TEntity>
{
    protected override IEnumerable<ReferenceValues> Current =>
        TEntity.All.Select(entity => new ReferenceValues(entity.Id, entity.Caption, entity.Id));

    protected override IEntity? Find(string id) => TEntity.TryGet(id, out var entity) ? entity : null;

    public override object RowOf(ReferenceValues values) =>
        new ReferenceRow<TEntity>
        {
            Entity = ReferenceKeyConverter<TEntity>.Read(values.Id),
            Name = values.Name,
            CurrentId = values.CurrentId,
        };

    public override async ValueTask<IReadOnlyList<ReferenceValues>> Read(
        DbContext context,
        bool async,
        CancellationToken cancellation
    )
    {
        var query = context.Set<ReferenceRow<TEntity>>().IgnoreQueryFilters().AsNoTracking();
        var rows = async ? await query.ToListAsync(cancellation).ConfigureAwait(false) : query.ToList();
        return rows.ConvertAll(row => new ReferenceValues(row.Entity.Id, row.Name, row.CurrentId));
    }
}
