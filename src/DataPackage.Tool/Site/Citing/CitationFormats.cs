using System.Globalization;
using System.Text;
using System.Text.Json;
using DataPackage.Tool.Reports;

namespace DataPackage.Tool.Site.Citing;

/// <summary>Writes a citation for programs that keep references.</summary>
internal static class CitationFormats
{
    /// <summary>A misc entry, which BibTeX and BibLaTeX know. Its texts are in braces, so that no style changes their
    /// case.</summary>
    public static string BibTex(CitedWork work)
    {
        var entry = new StringBuilder($"@misc{{{work.Key},\n");
        void Add(string field, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                entry.Append($"  {field} = {{{value}}},\n");
        }

        Add("title", $"{{{Tex(work.Title)}}}");
        Add("author", string.Join(" and ", work.Authors.Select(author => $"{{{Tex(author)}}}")));
        if (work.Container is { } container)
            Add("howpublished", $"{{{Tex(container)}}}");
        if (work.Publisher is { } publisher)
            Add("publisher", $"{{{Tex(publisher)}}}");
        if (work.Version is { } version)
            Add("version", Tex(version));
        // BibTeX knows years and months, BibLaTeX dates: both take these two.
        if (work.Issued is { Parts: [var first, ..] })
        {
            Add("year", first[0].ToString(CultureInfo.InvariantCulture));
            if (first.Count > 1)
                Add("month", first[1].ToString(CultureInfo.InvariantCulture));
        }
        else if (work.Issued is { } issued)
            Add("year", $"{{{Tex(issued.Edtf)}}}");
        Add("url", work.Url is { } url ? Verbatim(url) : null);
        Add("language", work.Language);
        if (work.License is { } license)
            Add("note", $"{{{Tex(license)}}}");
        return entry.Append('}').ToString();
    }

    /// <summary>The signs that TeX acts on, each in a group of its own, so that what follows is a text. A brace must
    /// not be written as one, even after a backslash: BibTeX counts it.</summary>
    private static string Tex(string text)
    {
        var tex = new StringBuilder(text.Length);
        foreach (var c in text)
            _ = c switch
            {
                '\\' => tex.Append(@"{\textbackslash}"),
                '{' => tex.Append(@"{\textbraceleft}"),
                '}' => tex.Append(@"{\textbraceright}"),
                '~' => tex.Append(@"{\textasciitilde}"),
                '^' => tex.Append(@"{\textasciicircum}"),
                '$' or '&' or '#' or '%' or '_' => tex.Append(@"{\").Append(c).Append('}'),
                _ => tex.Append(c),
            };
        return tex.ToString();
    }

    /// <summary>An address is read as it is. Only signs that would end its field are escaped.</summary>
    private static string Verbatim(string address) =>
        address
            .Replace("\\", "%5C", StringComparison.Ordinal)
            .Replace("{", "%7B", StringComparison.Ordinal)
            .Replace("}", "%7D", StringComparison.Ordinal);

    /// <summary>CSL-JSON 1.0.2: an array of one item.</summary>
    public static string Csl(CitedWork work) =>
        JsonText.Write(json =>
        {
            json.WriteStartArray();
            json.WriteStartObject();
            json.WriteString("id", work.Key);
            json.WriteString(
                "type",
                work.IsEntry ? "entry"
                    : work.Url is null ? "document"
                    : "webpage"
            );
            json.WriteString("title", work.Title);
            if (work.Authors.Count > 0)
                json.WriteStartArray("author");
            foreach (var author in work.Authors)
            {
                json.WriteStartObject();
                json.WriteString("literal", author);
                json.WriteEndObject();
            }

            if (work.Authors.Count > 0)
                json.WriteEndArray();
            Add("container-title", work.Container);
            Add("publisher", work.Publisher);
            Add("version", work.Version);
            WriteIssued(work.Issued, json);
            Add("URL", work.Url);
            Add("language", work.Language);
            Add("note", work.License);
            json.WriteEndObject();
            json.WriteEndArray();

            void Add(string name, string? value)
            {
                if (value is not null)
                    json.WriteString(name, value);
            }
        });

    private static void WriteIssued(CitedDate? issued, Utf8JsonWriter json)
    {
        if (issued is null)
            return;
        json.WriteStartObject("issued");
        if (issued.Parts.Count == 0)
            json.WriteString("literal", issued.Edtf);
        else
        {
            json.WriteStartArray("date-parts");
            foreach (var date in issued.Parts)
            {
                json.WriteStartArray();
                foreach (var number in date)
                    json.WriteNumberValue(number);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            if (issued.IsUncertain)
                json.WriteBoolean("circa", true);
        }

        json.WriteEndObject();
    }

    /// <summary>RIS: a line for each field.</summary>
    public static string Ris(CitedWork work)
    {
        var lines = new List<string>();
        void Add(string tag, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                lines.Add($"{tag}  - {value}");
        }

        Add(
            "TY",
            work.IsEntry ? "ENCYC"
                : work.Url is null ? "GEN"
                : "ELEC"
        );
        Add("ID", work.Key);
        Add("TI", work.Title);
        foreach (var author in work.Authors)
            Add("AU", author);
        Add("T2", work.Container);
        Add("PB", work.Publisher);
        Add("ET", work.Version);
        if (work.Issued is { Parts: [var first, ..] })
        {
            Add("PY", first[0].ToString("D4", CultureInfo.InvariantCulture));
            Add(
                "DA",
                string.Join(
                    '/',
                    first.Select((number, i) => number.ToString(i == 0 ? "D4" : "D2", CultureInfo.InvariantCulture))
                )
            );
        }

        Add("UR", work.Url);
        Add("LA", work.Language);
        Add("N1", work.License);
        lines.Add("ER  - ");
        return string.Join('\n', lines);
    }

    /// <summary>For people, in one line.</summary>
    /// <param name="inContainer">The word before the package, as in 'In'.</param>
    /// <param name="versionOf">Says which version it is.</param>
    public static string Text(CitedWork work, string inContainer, Func<string, string> versionOf)
    {
        var container = work.Container is null ? null : $"{inContainer} {work.Container}";
        if (container is not null && work.Version is { } version)
            container += $", {versionOf(version)}";
        var authors = work.Authors.Count > 0 ? string.Join("; ", work.Authors) : null;
        return string.Join(
            " ",
            new[] { authors, work.Title, container, work.Publisher, work.Issued?.Edtf, work.License }
                .OfType<string>()
                .Select(part => part.EndsWith('.') ? part : part + ".")
                .Append(work.Url)
                .OfType<string>()
        );
    }
}
