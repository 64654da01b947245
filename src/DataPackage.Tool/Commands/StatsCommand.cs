using System.CommandLine;
using DataPackage.Tool.Entities;
using DataPackage.Tool.Reports;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Commands;

/// <summary>Counts what a package has and lacks.</summary>
internal static class StatsCommand
{
    public static Verb Verb { get; } =
        new()
        {
            Name = "stats",
            Description =
                "Counts entities, how much of them is cited, missing languages, and properties rarely stated.",
            Examples = ["datapackage stats", "datapackage stats --seeds samples/Languages --json"],
            Define = Define,
        };

    private static Func<ParseResult, Session, int> Define(Command command)
    {
        var json = new Option<bool>("--json") { Description = "Writes JSON." };
        command.Options.Add(json);
        var package = PackageOptions.AddTo(command);
        return (parsed, session) =>
        {
            var stats = PackageStats.Of(package.Find(parsed, session).Compile());
            if (parsed.GetValue(json))
                session.Write(JsonText.Write(stats.Write));
            else
                Write(stats, session);
            return ExitCode.Fine;
        };
    }

    private static void Write(PackageStats stats, Session session)
    {
        TableText.Write(
            ["kind", "entities", "cited", "values", "cited values"],
            stats.Kinds.Select(kind => kind.Row),
            session
        );
        WritePart("properties that few entities state", [.. stats.RarelyStated.Select(each => each.Line)], session);
        WritePart("texts that lack a language", stats.MissingLanguages, session);
        WritePart("articles that changed since they were pinned", stats.StalePins, session);
    }

    private static void WritePart(string heading, IReadOnlyList<string> lines, Session session)
    {
        if (lines.Count == 0)
            return;
        session.Write();
        session.Write(session.OutputTerminal.Paint(heading + ":", Color.Bold));
        foreach (var line in lines)
            session.Write("  " + Session.Visible(line));
    }
}
