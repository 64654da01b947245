namespace DataPackage.Tool.Export.Tables;

/// <summary>All tables of a package: those of its kinds, and those of what is said of all kinds.</summary>
internal static class TableSet
{
    public static IReadOnlyList<ExportTable> Of(ExportSource source)
    {
        var tables = new TableNames(source.Schema);
        return
        [
            EvidenceTables.Entities(source),
            .. source
                .Schema.Kinds.Where(kind => !kind.IsAbstract)
                .SelectMany(kind => KindTables.Of(kind, source, tables)),
            EvidenceTables.Names(source),
            EvidenceTables.Texts(source),
            EvidenceTables.Facts(source),
            EvidenceTables.Citations(source, tables),
            EvidenceTables.Claims(source),
            EvidenceTables.Redirects(source),
        ];
    }
}
