using DataPackage.EntityFrameworkCore;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Brings reference tables up to date.</summary>
public static class ReferenceTableSeeding
{
    /// <summary>Brings all reference tables of the model up to date with the package, in one transaction: the current
    /// one if there is one. Inserts rows of new entities, updates names, and writes in <c>CurrentId</c> which ids are
    /// renamed or gone. Deletes nothing. Saves no changes that the context tracks.</summary>
    /// <param name="context">The context; its database has the tables.</param>
    /// <param name="moveRenamedIds">Whether foreign keys with a renamed id get the new one, so queries by the entity
    /// find them. Those that are keys or unique keep the old one. If false, all keep it; it is read as the renamed
    /// entity.</param>
    /// <returns>The number of rows of reference tables that were inserted or updated.</returns>
    /// <remarks>The rows of a table with <see cref="ReferenceTableConfiguration.HasRowsInMigrations"/> are left to
    /// migrations; foreign keys are moved.</remarks>
    public static int SeedReferenceTables(this DbContext context, bool moveRenamedIds = true)
    {
        ArgumentNullException.ThrowIfNull(context);
        var seeding = new Seeding(context, moveRenamedIds, Async: false);
        return seeding.IsInTransaction
            ? seeding.Run(default).GetAwaiter().GetResult()
            : context
                .Database.CreateExecutionStrategy()
                .Execute(() => seeding.RunInTransaction(default).GetAwaiter().GetResult());
    }

    /// <inheritdoc cref="SeedReferenceTables"/>
    /// <param name="context">The context; its database has the tables.</param>
    /// <param name="moveRenamedIds">Whether foreign keys with a renamed id get the new one, so queries by the entity
    /// find them. Those that are keys or unique keep the old one. If false, all keep it; it is read as the renamed
    /// entity.</param>
    /// <param name="cancellationToken">Cancels the work; the transaction is then rolled back.</param>
    public static Task<int> SeedReferenceTablesAsync(
        this DbContext context,
        bool moveRenamedIds = true,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(context);
        var seeding = new Seeding(context, moveRenamedIds, Async: true);
        return seeding.IsInTransaction
            ? seeding.Run(cancellationToken)
            : context
                .Database.CreateExecutionStrategy()
                .ExecuteAsync(cancellation => seeding.RunInTransaction(cancellation), cancellationToken);
    }
}
