using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Reports;

/// <summary>A message of the engine as reports show it.</summary>
/// <param name="Path">From the folder at hand, with forward slashes; null if the message is about no file.</param>
/// <param name="Place">Counted from 0, as the engine does.</param>
internal sealed record Finding(Rule Rule, string Text, string? Path, LinePositionSpan Place)
{
    public static Finding Of(SeedDiagnostic message, Session session) =>
        new(
            message.Rule,
            message.Text,
            message.Location.Path is { } path ? session.Show(path) : null,
            message.Location.Lines
        );

    /// <summary>The folder of the seeds as <see cref="Path"/> is shown, for reports that need a place for each
    /// message; null if it is not known.</summary>
    public string? Folder { get; init; }

    /// <summary>Counted from 1, as editors show it; so are the three others.</summary>
    public int Line => Place.Start.Line + 1;

    public int Column => Place.Start.Character + 1;

    public int EndLine => Place.End.Line + 1;

    public int EndColumn => Place.End.Character + 1;

    /// <summary>Whether it is a mistake, or probably one.</summary>
    public bool IsMistake => Rule.Severity != RuleSeverity.Info;

    public string Severity =>
        Rule.Severity switch
        {
            RuleSeverity.Info => "info",
            RuleSeverity.Warning => "warning",
            RuleSeverity.Error => "error",
            _ => throw new NotSupportedException($"No name for the severity {Rule.Severity}."),
        };
}
