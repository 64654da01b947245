using System.Text.Json;
using DataPackage.Engine.Diagnostics;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Reports;

/// <summary>A log in the Static Analysis Results Interchange Format 2.1.0, for services that show findings of all
/// tools.</summary>
internal static class SarifReport
{
    private const string Root = "ROOT";

    public static void Write(IReadOnlyList<Finding> findings, Session session) =>
        session.Write(JsonText.Write(json => Write(findings, json)));

    private static void Write(IReadOnlyList<Finding> findings, Utf8JsonWriter json)
    {
        var rules = findings
            .Select(finding => finding.Rule)
            .Distinct()
            .OrderBy(rule => rule.Id, StringComparer.Ordinal)
            .ToList();
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "datapackage");
        json.WriteString("semanticVersion", ToolVersion.Current);
        json.WriteStartArray("rules");
        foreach (var rule in rules)
            WriteRule(rule, json);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var finding in findings)
            WriteResult(finding, rules.IndexOf(finding.Rule), json);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRule(Rule rule, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteStartObject("shortDescription");
        json.WriteString("text", rule.Title);
        json.WriteEndObject();
        if (rule.HelpLink is { } help)
            json.WriteString("helpUri", help);
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", LevelOf(rule));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Finding finding, int rule, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule.Id);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", LevelOf(finding.Rule));
        json.WriteStartObject("message");
        json.WriteString("text", finding.Text);
        json.WriteEndObject();
        // Services refuse a result without a place.
        if ((finding.Path ?? finding.Folder) is { } path)
            WritePlace(finding, path, json);
        json.WriteEndObject();
    }

    private static void WritePlace(Finding finding, string path, Utf8JsonWriter json)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', path.Split('/').Select(Uri.EscapeDataString)));
        json.WriteString("uriBaseId", Root);
        json.WriteEndObject();
        if (finding.Path is not null)
            WriteRegion(finding, json);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteRegion(Finding finding, Utf8JsonWriter json)
    {
        json.WriteStartObject("region");
        json.WriteNumber("startLine", finding.Line);
        json.WriteNumber("startColumn", finding.Column);
        json.WriteNumber("endLine", finding.EndLine);
        json.WriteNumber("endColumn", finding.EndColumn);
        json.WriteEndObject();
    }

    private static string LevelOf(Rule rule) =>
        rule.Severity switch
        {
            RuleSeverity.Info => "note",
            RuleSeverity.Warning => "warning",
            RuleSeverity.Error => "error",
            _ => throw new NotSupportedException($"No level for the severity {rule.Severity}."),
        };
}
