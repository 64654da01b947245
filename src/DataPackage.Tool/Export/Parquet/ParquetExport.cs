using DataPackage.Tool.Export.Tables;
using Parquet;
using Parquet.Schema;

namespace DataPackage.Tool.Export.Parquet;

/// <summary>A file of Parquet for each table. Lists are lists of Parquet, so their items have no tables.</summary>
internal static class ParquetExport
{
    private const int RowsOfGroup = 50_000;

    /// <summary>Not compressed: the bytes of compressed files depend on what a processor can do.</summary>
    private static readonly ParquetOptions Options = new() { CompressionMethod = CompressionMethod.None };

    public static void Write(ExportSource source, FormatFolder folder, Action<string> tell)
    {
        foreach (var table in source.Tables.Where(table => !table.IsOfList))
        {
            using var file = folder.Create(FileNames.Of(table.Name.Replace('_', '-')) + ".parquet");
            WriteAsync(table, file, source.Cancellation).GetAwaiter().GetResult();
        }
    }

    private static async Task WriteAsync(ExportTable table, FileStream file, CancellationToken cancellation)
    {
        var places = Enumerable.Range(0, table.Columns.Count).Where(i => !table.Columns[i].IsCount).ToArray();
        var schema = new ParquetSchema([.. places.Select(i => Field(table.Columns[i]))]);
        var writer = await ParquetWriter
            .CreateAsync(schema, file, Options, cancellationToken: cancellation)
            .ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            var isEmpty = true;
            foreach (var rows in table.Rows.Chunk(RowsOfGroup))
            {
                isEmpty = false;
                await WriteGroupAsync(table, places, rows, schema, writer, cancellation).ConfigureAwait(false);
            }

            // A file without a group is no file for some readers.
            if (isEmpty)
                await WriteGroupAsync(table, places, [], schema, writer, cancellation).ConfigureAwait(false);
        }
    }

    private static async Task WriteGroupAsync(
        ExportTable table,
        int[] places,
        object?[][] rows,
        ParquetSchema schema,
        ParquetWriter writer,
        CancellationToken cancellation
    )
    {
        using var group = writer.CreateRowGroup();
        for (var i = 0; i < places.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var column = table.Columns[places[i]];
            var cells = rows.Select(row => row[places[i]]);
            await (
                column.IsList
                    ? WriteListsAsync(column, cells, schema.DataFields[i], group, cancellation)
                    : WriteAsync(column, cells, schema.DataFields[i], group)
            ).ConfigureAwait(false);
        }

        group.CompleteValidate();
    }

    private static Field Field(ExportColumn column)
    {
        var type = column.Type switch
        {
            ColumnType.Text or ColumnType.Json => typeof(string),
            ColumnType.Integer => typeof(long),
            ColumnType.Number => typeof(double),
            ColumnType.Boolean => typeof(bool),
            ColumnType.Date => typeof(DateOnly),
            _ => throw new NotSupportedException($"No column has the type {column.Type}."),
        };
        return column.IsList
            ? new ListField(column.Name, new DataField("element", type, isNullable: true))
            : new DataField(column.Name, type, isNullable: true);
    }

    private static Task WriteAsync(
        ExportColumn column,
        IEnumerable<object?> cells,
        DataField field,
        ParquetRowGroupWriter group
    ) =>
        column.Type switch
        {
            ColumnType.Text or ColumnType.Json => group.WriteAsync(field, [.. cells.Select(cell => (string)cell!)]),
            ColumnType.Integer => group.WriteAsync<long>(field, cells.Select(cell => (long?)cell).ToArray()),
            // The nearest one that programs calculate with; 'facts' has the exact text.
            ColumnType.Number => group.WriteAsync<double>(
                field,
                cells.Select(cell => cell is decimal number ? BinaryNumber.Nearest(number) : (double?)null).ToArray()
            ),
            ColumnType.Boolean => group.WriteAsync<bool>(field, cells.Select(cell => (bool?)cell).ToArray()),
            _ => group.WriteAsync<DateOnly>(field, cells.Select(cell => (DateOnly?)cell).ToArray()),
        };

    private static Task WriteListsAsync(
        ExportColumn column,
        IEnumerable<object?> cells,
        DataField field,
        ParquetRowGroupWriter group,
        CancellationToken cancellation
    )
    {
        var (items, definitions, repetitions) = Levels(cells);
        return column.Type switch
        {
            ColumnType.Text or ColumnType.Json => Write(item => ((string)item).AsMemory()),
            ColumnType.Integer => Write(item => (long)item),
            ColumnType.Number => Write(item => BinaryNumber.Nearest((decimal)item)),
            ColumnType.Boolean => Write(item => (bool)item),
            _ => Write(item => (DateOnly)item),
        };

        Task Write<T>(Func<object, T> convert)
            where T : struct =>
            group.WriteAllPartsAsync<T>(
                field,
                items.Select(convert).ToArray(),
                (ReadOnlyMemory<int>?)definitions,
                (ReadOnlyMemory<int>?)repetitions,
                cancellation
            );
    }

    /// <summary>Lists as Parquet has them: the items without null, and for each place how much of list and item there
    /// is, and whether it continues a list.</summary>
    private static (List<object> Items, int[] Definitions, int[] Repetitions) Levels(IEnumerable<object?> cells)
    {
        const int noList = 0,
            noItem = 1,
            nullItem = 2,
            stated = 3;
        var items = new List<object>();
        var (definitions, repetitions) = (new List<int>(), new List<int>());
        foreach (var cell in cells)
        {
            var place = 0;
            foreach (var item in (IEnumerable<object?>?)cell ?? [])
            {
                definitions.Add(item is null ? nullItem : stated);
                repetitions.Add(place++ == 0 ? 0 : 1);
                if (item is not null)
                    items.Add(item);
            }

            if (place > 0)
                continue;
            definitions.Add(cell is null ? noList : noItem);
            repetitions.Add(0);
        }

        return (items, [.. definitions], [.. repetitions]);
    }
}
