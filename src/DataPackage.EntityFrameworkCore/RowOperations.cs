using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;

namespace DataPackage.EntityFrameworkCore;

/// <summary>The changes of one reference table, and of the foreign keys to it.</summary>
internal sealed class RowOperations(IEntityType table)
{
    private const int RowsOfACommand = 500;

    private readonly List<MigrationOperation> _operations = [];
    private readonly Column _id = Column.Of(table, nameof(ReferenceRow<>.Entity));
    private readonly Column _name = Column.Of(table, nameof(ReferenceRow<>.Name));
    private readonly Column _currentId = Column.Of(table, nameof(ReferenceRow<>.CurrentId));

    public IReadOnlyList<MigrationOperation> All => _operations;

    public void Insert(IEnumerable<ReferenceValues> rows)
    {
        // An operation is one command; databases limit its length.
        foreach (var some in rows.Chunk(RowsOfACommand))
        {
            var values = new object?[some.Length, 3];
            for (var i = 0; i < some.Length; i++)
                (values[i, 0], values[i, 1], values[i, 2]) = (some[i].Id, some[i].Name, some[i].CurrentId);
            _operations.Add(
                new InsertDataOperation
                {
                    Table = table.GetTableName()!,
                    Schema = table.GetSchema(),
                    Columns = [_id.Name, _name.Name, _currentId.Name],
                    ColumnTypes = [_id.Type, _name.Type, _currentId.Type],
                    Values = values,
                }
            );
        }
    }

    public void Update(ReferenceValues row) =>
        _operations.Add(
            new UpdateDataOperation
            {
                Table = table.GetTableName()!,
                Schema = table.GetSchema(),
                KeyColumns = [_id.Name],
                KeyColumnTypes = [_id.Type],
                KeyValues = new object?[,]
                {
                    { row.Id },
                },
                Columns = [_name.Name, _currentId.Name],
                ColumnTypes = [_name.Type, _currentId.Type],
                Values = new object?[,]
                {
                    { row.Name, row.CurrentId },
                },
            }
        );

    /// <summary>Gives foreign keys another id. A column that is unique may have the new id in another row: it keeps the
    /// old one.</summary>
    public void Move(string formerId, string id, ISqlGenerationHelper sql)
    {
        var toIds = table.GetReferencingForeignKeys().Where(key => key.PrincipalKey.IsPrimaryKey());
        foreach (var property in toIds.SelectMany(key => key.Properties))
            if (!property.IsKey() && !property.GetContainingIndexes().Any(index => index.IsUnique))
                foreach (var mapping in property.GetTableColumnMappings())
                {
                    var column = sql.DelimitIdentifier(mapping.Column.Name);
                    var owner = sql.DelimitIdentifier(mapping.Column.Table.Name, mapping.Column.Table.Schema);
                    var (former, now) = (Literal(mapping, formerId), Literal(mapping, id));
                    var update = $"UPDATE {owner} SET {column} = {now} WHERE {column} = {former}";
                    _operations.Add(new SqlOperation { Sql = update + sql.StatementTerminator });
                }
    }

    private static string Literal(IColumnMapping mapping, string id) =>
        mapping.TypeMapping.GenerateProviderValueSqlLiteral(id);

    private readonly record struct Column(string Name, string Type)
    {
        public static Column Of(IEntityType table, string property)
        {
            var mapping = table.FindProperty(property)!.GetTableColumnMappings().Single();
            return new Column(mapping.Column.Name, mapping.Column.StoreType);
        }
    }
}
