using System.CommandLine;
using DataPackage.Engine.Diagnostics;
using DataPackage.Tool.Packages;
using DataPackage.Tool.Reports;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Commands;

/// <summary>Reports what the compiler would report of seeds.</summary>
internal static class CheckCommand
{
    private static readonly Dictionary<string, Action<IReadOnlyList<Finding>, Session>> Formats = new(
        StringComparer.Ordinal
    )
    {
        ["text"] = TextReport.Write,
        ["json"] = JsonReport.Write,
        ["sarif"] = SarifReport.Write,
        ["github"] = GitHubReport.Write,
    };

    public static Verb Verb { get; } =
        new()
        {
            Name = "check",
            Description = "Reports every mistake in seeds, as a build does, without building.",
            Examples =
            [
                "datapackage check seeds",
                "datapackage check seeds samples/Languages --format json",
                "datapackage check --project nuget/DataPackage",
            ],
            Define = Define,
        };

    private static Func<ParseResult, Session, int> Define(Command command)
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "Folders of seeds, or folders that have a folder 'seeds'. [default: the folder at hand]",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var format = new Option<string>("--format", "-f")
        {
            Description = "The form of the report.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong([.. Formats.Keys]);
        var project = PackageOptions.Project();
        var watch = new Option<bool>("--watch", "-w") { Description = "Checks again whenever a seed is saved." };
        command.Arguments.Add(paths);
        command.Options.Add(format);
        command.Options.Add(project);
        command.Options.Add(watch);
        return (parsed, session) =>
        {
            var facts = parsed.GetValue(project) is { } file ? ProjectFacts.Read(session, file) : null;
            var packages = (parsed.GetValue(paths) is { Length: > 0 } named ? named : [null!])
                .Select(path => SeedPackage.Find(session, path, facts))
                .DistinctBy(package => package.Folder)
                .ToList();
            var write = Formats[parsed.GetValue(format)!];
            int Check() => CheckCommand.Check(packages, write, session);
            return parsed.GetValue(watch) ? SeedWatcher.Run(packages, () => Check(), session) : Check();
        };
    }

    private static int Check(
        IReadOnlyList<SeedPackage> packages,
        Action<IReadOnlyList<Finding>, Session> write,
        Session session
    )
    {
        var findings = new List<Finding>();
        var seeds = 0;
        foreach (var package in packages)
        {
            using var progress = Progress.Show(session, $"checking {session.Show(package.Folder)}");
            var folder = session.Show(package.Folder);
            findings.AddRange(Check(package, session).Select(finding => finding with { Folder = folder }));
            seeds += package.SeedCount;
        }

        write(findings, session);
        session.Flush();
        var errors = findings.Count(finding => finding.Rule.Severity == RuleSeverity.Error);
        var warnings = findings.Count(finding => finding.Rule.Severity == RuleSeverity.Warning);
        session.Tell(
            $"{Counted.Of(errors, "error")}, {Counted.Of(warnings, "warning")} in {Counted.Of(seeds, "seed")}"
        );
        return findings.Any(finding => finding.IsMistake) ? ExitCode.Findings : ExitCode.Fine;
    }

    /// <summary>The messages about one package, in the order of files and places.</summary>
    private static IEnumerable<Finding> Check(SeedPackage package, Session session)
    {
        var faults = package.CheckNames();
        return faults.Count > 0
            ? faults.Select(fault => new Finding(fault.Rule, fault.Text, null, default))
            : package.Compile().Check().Select(message => Finding.Of(message, session));
    }
}
