using System.Transactions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace DataPackage.EntityFrameworkCore;

/// <summary>One run over all reference tables of a context. Operations of migrations write the rows, because each
/// database provider has SQL for them, and because saving changes would save those of the program too.</summary>
/// <param name="Context">The context.</param>
/// <param name="MoveRenamedIds">Whether foreign keys get the new id of a renamed entity.</param>
/// <param name="Async">Whether to wait for the database asynchronously. If false, every step ends before it
/// returns.</param>
internal sealed record Seeding(DbContext Context, bool MoveRenamedIds, bool Async)
{
    /// <summary>Whether the program has begun a transaction: of the context, or one around it.</summary>
    public bool IsInTransaction =>
        (Context.Database.CurrentTransaction is not null)
        || (Context.Database.GetEnlistedTransaction() is not null)
        || (Transaction.Current is not null);

    public async Task<int> RunInTransaction(CancellationToken cancellation)
    {
        var transaction = Async
            ? await Context.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false)
            : Context.Database.BeginTransaction();
        try
        {
            var changed = await Run(cancellation).ConfigureAwait(false);
            if (Async)
                await transaction.CommitAsync(cancellation).ConfigureAwait(false);
            else
                transaction.Commit();
            return changed;
        }
        finally
        {
            if (Async)
                await transaction.DisposeAsync().ConfigureAwait(false);
            else
                transaction.Dispose();
        }
    }

    public async Task<int> Run(CancellationToken cancellation)
    {
        var changed = 0;
        foreach (var entityType in Context.Model.GetEntityTypes())
            if (ReferenceTable.Of(entityType) is { } table)
                changed += await Update(table, entityType, cancellation).ConfigureAwait(false);
        return changed;
    }

    private async Task<int> Update(ReferenceTable table, IEntityType entityType, CancellationToken cancellation)
    {
        var known = await table.Read(Context, Async, cancellation).ConfigureAwait(false);
        var isInMigrations = entityType.FindAnnotation(ReferenceTable.RowsInMigrations) is not null;
        var wanted = isInMigrations ? known : [.. table.Update(known)];
        var operations = new RowOperations(entityType);
        var byId = known.ToDictionary(row => row.Id, StringComparer.Ordinal);
        var inserted = wanted.Where(row => !byId.ContainsKey(row.Id)).ToList();
        var updated = wanted.Where(row => byId.TryGetValue(row.Id, out var old) && old != row).ToList();
        operations.Insert(inserted);
        updated.ForEach(operations.Update);
        if (MoveRenamedIds)
            foreach (var row in wanted)
                if (row.CurrentId is { } now && now != row.Id)
                    operations.Move(row.Id, now, Context.GetService<ISqlGenerationHelper>());
        await Execute(operations, cancellation).ConfigureAwait(false);
        return inserted.Count + updated.Count;
    }

    private async Task Execute(RowOperations operations, CancellationToken cancellation)
    {
        if (operations.All.Count == 0)
            return;
        var connection = Context.GetService<IRelationalConnection>();
        foreach (var command in Context.GetService<IMigrationsSqlGenerator>().Generate(operations.All))
            if (Async)
                await command.ExecuteNonQueryAsync(connection, null, cancellation).ConfigureAwait(false);
            else
                command.ExecuteNonQuery(connection);
    }
}
