using System.Globalization;
using System.Text;
using System.Text.Json;
using DataPackage.Engine.Schema.Model;
using DataPackage.Tool.Export.Tables;

namespace DataPackage.Tool.Export.Csv;

/// <summary>Writes <c>datapackage.json</c> by version 2 of the standard, with the types of fields that version 1 has
/// too.</summary>
internal sealed class Descriptor(ExportSource source, Utf8JsonWriter json)
{
    private const string Profile = "https://datapackage.org/profiles/2.0/datapackage.json";

    public void Write()
    {
        var package = source.Description;
        json.WriteStartObject();
        json.WriteString("$schema", Profile);
        // A tilde is not allowed.
        json.WriteString("name", FileNames.Of(source.Name).Replace('~', '.'));
        Write("title", package.Title);
        Write("description", package.Description);
        Write("created", source.Options.Date?.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture));
        WriteList("keywords", package.Keywords, json.WriteStringValue);
        WriteOrigin(package);
        if (source.Options.IsForExcel)
            WriteList(
                "lossy",
                ["Texts that spreadsheets would run as formulas have an apostrophe before them."],
                json.WriteStringValue
            );
        WriteList("resources", source.Tables, Write);
        json.WriteEndObject();
    }

    /// <summary>Whose the data are, and where they come from.</summary>
    private void WriteOrigin(PackageDescription package)
    {
        WriteList(
            "licenses",
            package.Licenses,
            license =>
            {
                json.WriteStartObject();
                json.WriteString("name", NameOf(license));
                Write("path", ExportSource.AddressAt(license.Path));
                Write("title", license.Title ?? (NameOf(license) == license.Name ? null : license.Name));
                json.WriteEndObject();
            }
        );
        WriteList(
            "sources",
            package.Sources.Where(each => (each.Title ?? each.Path ?? each.Email) is not null),
            each =>
            {
                json.WriteStartObject();
                json.WriteString("title", each.Title ?? each.Path ?? each.Email);
                Write("path", ExportSource.AddressAt(each.Path));
                Write("email", each.Email);
                json.WriteEndObject();
            }
        );
        WriteList(
            "contributors",
            package.Contributors.Where(each => (each.Title ?? each.Email ?? each.Path) is not null),
            each =>
            {
                json.WriteStartObject();
                json.WriteString("title", each.Title ?? each.Email ?? each.Path);
                Write("path", ExportSource.AddressAt(each.Path));
                Write("email", each.Email);
                if (each.Role is { } role)
                    WriteList("roles", [role], json.WriteStringValue);
                json.WriteEndObject();
            }
        );
    }

    /// <summary>The name in the letters that the standard allows; what it cannot have is in the title.</summary>
    private static string NameOf(DescribedLicense license)
    {
        var name = new StringBuilder();
        foreach (var c in license.Name ?? license.Title ?? "")
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_')
                name.Append(c);
            else if (name.Length > 0 && name[^1] != '-')
                name.Append('-');
        return name.ToString().Trim('-') is { Length: > 0 } allowed ? allowed : "other";
    }

    private void Write(ExportTable table)
    {
        json.WriteStartObject();
        json.WriteString("name", table.Name);
        json.WriteString("type", "table");
        json.WriteString("path", CsvExport.FileOf(table));
        json.WriteString("description", table.Description);
        json.WriteString("format", "csv");
        json.WriteString("mediatype", "text/csv");
        json.WriteString("encoding", "utf-8");
        json.WriteStartObject("dialect");
        json.WriteString("delimiter", ",");
        json.WriteString("lineTerminator", "\n");
        json.WriteString("quoteChar", "\"");
        json.WriteBoolean("doubleQuote", true);
        json.WriteBoolean("skipInitialSpace", false);
        json.WriteBoolean("header", true);
        json.WriteEndObject();
        json.WriteStartObject("schema");
        WriteList("fields", CsvExport.ColumnsOf(table), Write);
        WriteList("missingValues", [""], json.WriteStringValue);
        WriteList("primaryKey", table.Key, json.WriteStringValue);
        WriteList("foreignKeys", table.ForeignKeys, key => Write(table, key));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Write(ExportColumn column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString(
            "type",
            column.Type switch
            {
                ColumnType.Text or ColumnType.Json => "string",
                ColumnType.Integer => "integer",
                ColumnType.Number => "number",
                ColumnType.Boolean => "boolean",
                ColumnType.Date => "date",
                _ => throw new NotSupportedException($"No field has the type {column.Type}."),
            }
        );
        json.WriteString("description", column.Description);
        var isRequired = column is { IsRequired: true, CanBeEmpty: false };
        if (isRequired || column.Values.Count > 0)
        {
            json.WriteStartObject("constraints");
            if (isRequired)
                json.WriteBoolean("required", true);
            WriteList("enum", column.Values, json.WriteStringValue);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void Write(ExportTable table, ForeignKey key)
    {
        json.WriteStartObject();
        WriteList("fields", key.Columns, json.WriteStringValue);
        json.WriteStartObject("reference");
        // Nothing is the table itself.
        json.WriteString("resource", key.Table == table.Name ? "" : key.Table);
        WriteList("fields", key.Target, json.WriteStringValue);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Write(string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    /// <summary>Writes a list; nothing if it is empty.</summary>
    private void WriteList<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        var isStarted = false;
        foreach (var item in items)
        {
            if (!isStarted)
                json.WriteStartArray(name);
            isStarted = true;
            write(item);
        }

        if (isStarted)
            json.WriteEndArray();
    }
}
