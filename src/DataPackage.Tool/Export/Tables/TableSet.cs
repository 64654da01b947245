namespace DataPackage.Tool.Export.Tables;

/// <summary>All tables of a package: those of its kinds, and those of what is said of all kinds.</summary>
internal static class TableSet
{
    public static IReadOnlyList<ExportTable> Of(ExportSource source)
    {
        var tables = new TableNames(source.Schema);
        var embedded = new EmbeddedValues(source);
        return
        [
            Package(source),
            EvidenceTables.Entities(source),
            .. source
                .Schema.Kinds.Where(kind => !kind.IsAbstract)
                .SelectMany(kind => KindTables.Of(kind, source, tables, embedded)),
            EvidenceTables.Names(source),
            EvidenceTables.Texts(source),
            EvidenceTables.Facts(source),
            EvidenceTables.Citations(source, tables),
            EvidenceTables.Claims(source),
            EvidenceTables.Redirects(source),
        ];
    }

    /// <summary>One row: what the data are, and the day for which they were exported.</summary>
    private static ExportTable Package(ExportSource source) =>
        new()
        {
            Name = TableNames.Package,
            Description = "What the data are.",
            Key = ["name"],
            Columns =
            [
                new("name", ColumnType.Text, "The name of the package.") { IsRequired = true },
                new("title", ColumnType.Text, "Its title."),
                new("description", ColumnType.Text, "What is in it."),
                new("date", ColumnType.Date, "The day that the export was made for."),
            ],
            Make = () =>
                [
                    [source.Name, source.Description.Title, source.Description.Description, source.Options.Date],
                ],
        };
}
