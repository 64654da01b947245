using DataPackage.EntityFrameworkCore;
using DataPackage.Runtime;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Adds reference tables to a model.</summary>
public static class ReferenceTableConfiguration
{
    /// <summary>Adds a table with a row for each entity of a kind. Every property of this kind becomes a foreign key to
    /// it; a property of an abstract kind or a list does not.</summary>
    /// <typeparam name="TEntity">The kind; <c>UseDataPackage</c> maps its package.</typeparam>
    /// <param name="modelBuilder">The model.</param>
    /// <param name="table">The name of the table.</param>
    /// <remarks>Its rows come from <see cref="ReferenceTableSeeding.SeedReferenceTables"/>, or from migrations:
    /// <see cref="HasRowsInMigrations"/>.</remarks>
    public static EntityTypeBuilder<ReferenceRow<TEntity>> HasReferenceTable<TEntity>(
        this ModelBuilder modelBuilder,
        string table
    )
        where TEntity : class, IEntity<TEntity>
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        var row = modelBuilder.Entity<ReferenceRow<TEntity>>();
        row.ToTable(table).HasKey(reference => reference.Entity);
        row.Property(reference => reference.Entity)
            .HasColumnName("Id")
            .HasConversion<ReferenceKeyConverter<TEntity>, ReferenceKeyComparer<TEntity>>();
        return row;
    }

    /// <summary>Lets migrations insert and update the rows: <c>dotnet ef migrations add</c> sees what the package has
    /// changed since the last migration. A migration never deletes the row of an entity that has left the
    /// package.</summary>
    /// <remarks>For a kind with up to some hundred entities, because each migration holds all rows. Decide before the
    /// table has rows: the first migration inserts all of them.</remarks>
    public static EntityTypeBuilder<ReferenceRow<TEntity>> HasRowsInMigrations<TEntity>(
        this EntityTypeBuilder<ReferenceRow<TEntity>> table
    )
        where TEntity : class, IEntity<TEntity>
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.HasAnnotation(ReferenceTable.RowsInMigrations, true);
    }
}
