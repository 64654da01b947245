using DataPackage.Tool.Export.Csv;
using DataPackage.Tool.Export.Ftm;
using DataPackage.Tool.Export.Json;
using DataPackage.Tool.Export.JsonLd;
using DataPackage.Tool.Export.Markdown;
using DataPackage.Tool.Export.Parquet;
using DataPackage.Tool.Export.Sqlite;
using DataPackage.Tool.Export.TypeScript;

namespace DataPackage.Tool.Export;

/// <summary>A form in which a package is exported.</summary>
/// <param name="Name">The word of the command line, and the folder within the target.</param>
/// <param name="Write">Writes all files; gets what tells the user something.</param>
internal sealed record ExportFormat(string Name, Action<ExportSource, FormatFolder, Action<string>> Write)
{
    /// <summary>Finds what the schemas ask of the format in vain, before any file is written.</summary>
    public Func<ExportSource, IEnumerable<ExportFault>> Check { get; init; } = _ => [];

    public static IReadOnlyList<ExportFormat> All { get; } =
    [
        new("csv", CsvExport.Write),
        new("json", JsonExport.Write),
        new("jsonld", JsonLdExport.Write),
        new("sqlite", SqliteExport.Write),
        new("typescript", TypeScriptExport.Write),
        new("markdown", MarkdownExport.Write),
        new("parquet", ParquetExport.Write),
        new("ftm", FtmExport.Write) { Check = FtmCheck.Find },
    ];
}
