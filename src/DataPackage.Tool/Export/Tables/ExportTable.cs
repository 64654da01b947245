namespace DataPackage.Tool.Export.Tables;

/// <summary>A table of an export, for every format that has tables.</summary>
internal sealed class ExportTable
{
    private Lazy<IReadOnlyList<object?[]>>? _rows;

    /// <summary>Lower case, digits and underscores; no other table has it.</summary>
    public required string Name { get; init; }

    public required string Description { get; init; }

    /// <summary>The kind whose entities or values, or whose lists, are the rows; null for other tables.</summary>
    public string? Kind { get; init; }

    /// <summary>The column with the place of an item in its list or map; null if rows are no items.</summary>
    public string? Place { get; init; }

    /// <summary>Whether the rows are the items of lists, for formats without lists. The items of a map have keys, which
    /// no list has.</summary>
    public bool IsOfList { get; init; }

    public required IReadOnlyList<ExportColumn> Columns { get; init; }

    /// <summary>The names of the columns that identify a row.</summary>
    public required IReadOnlyList<string> Key { get; init; }

    public IReadOnlyList<ForeignKey> ForeignKeys { get; init; } = [];

    /// <summary>Makes the rows: one cell for each column; in an order that is the same on every machine.</summary>
    public required Func<IEnumerable<object?[]>> Make
    {
        init => _rows = new(() => [.. value()]);
    }

    /// <summary>The rows, made once for all formats. Nobody changes them.</summary>
    public IReadOnlyList<object?[]> Rows => _rows!.Value;
}

/// <summary>A column whose cells are null or of the .NET type that <see cref="ColumnType"/> names.</summary>
/// <param name="Name">No other column of the table has it, whatever the case of letters.</param>
internal sealed record ExportColumn(string Name, ColumnType Type, string Description)
{
    public bool IsRequired { get; init; }

    /// <summary>Whether a text that is there may be empty, which in CSV is no value to many readers.</summary>
    public bool CanBeEmpty { get; init; }

    /// <summary>Whether cells are lists of such values. Formats without lists leave the column out: a table of its own
    /// has the items.</summary>
    public bool IsList { get; init; }

    /// <summary>The number of items that list columns of the same table have, for formats without lists.</summary>
    public bool IsCount { get; init; }

    /// <summary>All values that are allowed; empty if any is.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The language that the text is in first; null if it is no text in several languages.</summary>
    public bool IsLocalized { get; init; }

    /// <summary>The property whose value it shows; null if none.</summary>
    public string? Property { get; init; }
}

internal enum ColumnType
{
    /// <summary>A <see cref="string"/>.</summary>
    Text,

    /// <summary>A <see cref="long"/>.</summary>
    Integer,

    /// <summary>A <see cref="decimal"/>.</summary>
    Number,

    /// <summary>A <see cref="bool"/>.</summary>
    Boolean,

    /// <summary>A <see cref="DateOnly"/>.</summary>
    Date,

    /// <summary>A <see cref="string"/> that is JSON.</summary>
    Json,
}

/// <summary>Columns whose cells are the key of a row in a table.</summary>
internal sealed record ForeignKey(IReadOnlyList<string> Columns, string Table, IReadOnlyList<string> Target);
