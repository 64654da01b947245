using System.Text.Json;
using DataPackage.Engine.Diagnostics;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Reports;

/// <summary>All messages as one JSON document, for programs.</summary>
internal static class JsonReport
{
    public static void Write(IReadOnlyList<Finding> findings, Session session) =>
        session.Write(
            JsonText.Write(json =>
            {
                json.WriteStartObject();
                json.WriteNumber("errors", findings.Count(each => each.Rule.Severity == RuleSeverity.Error));
                json.WriteNumber("warnings", findings.Count(each => each.Rule.Severity == RuleSeverity.Warning));
                json.WriteStartArray("diagnostics");
                foreach (var finding in findings)
                    Write(finding, json);
                json.WriteEndArray();
                json.WriteEndObject();
            })
        );

    private static void Write(Finding finding, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Rule.Id);
        json.WriteString("severity", finding.Severity);
        json.WriteString("category", finding.Rule.Category);
        if (finding.Path is not null)
        {
            json.WriteString("path", finding.Path);
            json.WriteNumber("line", finding.Line);
            json.WriteNumber("column", finding.Column);
            json.WriteNumber("endLine", finding.EndLine);
            json.WriteNumber("endColumn", finding.EndColumn);
        }

        json.WriteString("message", finding.Text);
        if (finding.Rule.HelpLink is { } help)
            json.WriteString("help", help);
        json.WriteEndObject();
    }
}
