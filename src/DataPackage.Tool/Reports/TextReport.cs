using DataPackage.Engine.Diagnostics;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Reports;

/// <summary>A line for each message, in the form of the compiler, which editors and problem matchers know.</summary>
internal static class TextReport
{
    public static void Write(IReadOnlyList<Finding> findings, Session session)
    {
        foreach (var finding in findings)
            session.Write(LineOf(finding, session.OutputTerminal));
    }

    /// <summary>Writes them where they are the reason of a refusal, and no result.</summary>
    public static void Tell(IEnumerable<Finding> findings, Session session)
    {
        foreach (var finding in findings)
            session.Tell(LineOf(finding, Terminal.None));
    }

    private static string LineOf(Finding finding, Terminal terminal)
    {
        var color = finding.Rule.Severity switch
        {
            RuleSeverity.Error => Color.Red,
            RuleSeverity.Warning => Color.Yellow,
            _ => Color.Cyan,
        };
        return PlaceOf(finding)
            + terminal.Paint($"{finding.Severity} {finding.Rule.Id}", color)
            + ": "
            + Session.Visible(finding.Text);
    }

    private static string PlaceOf(Finding finding) =>
        finding.Path is null
            ? ""
            : Session.Visible(finding.Path) + FormattableString.Invariant($"({finding.Line},{finding.Column}): ");
}
