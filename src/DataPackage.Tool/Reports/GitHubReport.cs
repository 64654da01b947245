using System.Text;
using DataPackage.Engine.Diagnostics;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Reports;

/// <summary>A workflow command for each message: GitHub shows it beside the line of a pull request.</summary>
internal static class GitHubReport
{
    public static void Write(IReadOnlyList<Finding> findings, Session session)
    {
        foreach (var finding in findings)
        {
            var command = finding.Rule.Severity == RuleSeverity.Info ? "notice" : finding.Severity;
            session.Write($"::{command} {PlaceOf(finding)}title={finding.Rule.Id}::{Escape(finding.Text)}");
        }
    }

    private static string PlaceOf(Finding finding)
    {
        if (finding.Path is null)
            return "";
        var file = $"file={Escape(finding.Path, ":,")},";
        var start = FormattableString.Invariant($"line={finding.Line},endLine={finding.EndLine},");
        // GitHub takes columns only if the place is on one line.
        return finding.EndLine == finding.Line
            ? file + start + FormattableString.Invariant($"col={finding.Column},endColumn={finding.EndColumn},")
            : file + start;
    }

    /// <summary>A text without the characters that mean something in a command.</summary>
    public static string Escape(string text, string more = "")
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '%' or '\r' or '\n' || more.Contains(c))
                escaped.Append('%').Append(((int)c).ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            else
                escaped.Append(c);
        }

        return escaped.ToString();
    }
}
