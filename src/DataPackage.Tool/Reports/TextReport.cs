using DataPackage.Engine.Diagnostics;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Reports;

/// <summary>A line for each message, in the form of the compiler, which editors and problem matchers know.</summary>
internal static class TextReport
{
    public static void Write(IReadOnlyList<Finding> findings, Session session)
    {
        var terminal = session.OutputTerminal;
        foreach (var finding in findings)
        {
            var color = finding.Rule.Severity switch
            {
                RuleSeverity.Error => Color.Red,
                RuleSeverity.Warning => Color.Yellow,
                _ => Color.Cyan,
            };
            session.Write(
                PlaceOf(finding)
                    + terminal.Paint($"{finding.Severity} {finding.Rule.Id}", color)
                    + ": "
                    + Session.Visible(finding.Text)
            );
        }
    }

    private static string PlaceOf(Finding finding) =>
        finding.Path is null
            ? ""
            : Session.Visible(finding.Path) + FormattableString.Invariant($"({finding.Line},{finding.Column}): ");
}
