using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DataPackage.EntityFrameworkCore;

/// <summary>Makes columns of a kind foreign keys to the kind's reference table, and gives the rows to
/// migrations.</summary>
internal sealed class ReferenceTableConvention(Assembly package, IServiceProvider services) : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(
        IConventionModelBuilder modelBuilder,
        IConventionContext<IConventionModelBuilder> context
    )
    {
        foreach (var table in modelBuilder.Metadata.GetEntityTypes().ToList())
            if (ReferenceTable.KindOf(table) is { } kind && kind.Assembly == package)
            {
                foreach (var entityType in modelBuilder.Metadata.GetEntityTypes().ToList())
                    if (entityType != table && entityType.GetTableName() is not null && !entityType.IsMappedToJson())
                        AddForeignKeys(entityType, kind, table);
                if (table.FindAnnotation(ReferenceTable.RowsInMigrations) is not null)
                    AddRows(table);
            }
    }

    private static void AddForeignKeys(IConventionEntityType from, Type kind, IConventionEntityType table)
    {
        foreach (var property in from.GetDeclaredProperties().Where(property => property.ClrType == kind).ToList())
            if (property.GetContainingForeignKeys().All(key => key.PrincipalEntityType != table))
                from.Builder.HasRelationship(table, [property], table.FindPrimaryKey()!)
                    // By default, the rows that name an entity would be deleted with it. Another convention sets that
                    // later, unless this has the rank of an attribute.
                    ?.OnDelete(DeleteBehavior.Restrict, fromDataAnnotation: true);
    }

    /// <summary>A migration deletes a row that the model no longer has. So the model keeps what the last migration
    /// knew.</summary>
    private void AddRows(IConventionEntityType table)
    {
        // The package may have been added twice.
        if (table.GetSeedData().Any())
            return;
        var rows = ReferenceTable.Of(table)!;
        // The same object has all its interfaces; conventions have no other way to add rows.
        ((IMutableEntityType)table).AddData(rows.Update(RowsOfLastMigration(table)).Select(rows.RowOf));
    }

    private IEnumerable<ReferenceValues> RowsOfLastMigration(IConventionEntityType table)
    {
        var migrations = (IMigrationsAssembly?)services.GetService(typeof(IMigrationsAssembly));
        var last = migrations?.ModelSnapshot?.Model.FindEntityType(table.Name);
        return last is null
            ? []
            : last.GetSeedData()
                .Select(row => new ReferenceValues(
                    (string)row[nameof(ReferenceRow<>.Entity)]!,
                    (string)row[nameof(ReferenceRow<>.Name)]!,
                    // Migrations leave out nulls.
                    row.TryGetValue(nameof(ReferenceRow<>.CurrentId), out var id)
                        ? (string?)id
                        : null
                ));
    }
}
