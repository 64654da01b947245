using System.CommandLine;
using DataPackage.Engine.Diagnostics;
using DataPackage.Tool.Editing;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Commands;

/// <summary>Corrects misspelled names.</summary>
internal static class FixCommand
{
    public static Verb Verb { get; } =
        new()
        {
            Name = "fix",
            Description = "Corrects names for which a message suggests another, where only one name is near.",
            Examples = ["datapackage fix", "datapackage fix --apply --seeds seeds"],
            Define = Define,
        };

    private static Func<ParseResult, Session, int> Define(Command command)
    {
        var apply = PackageOptions.AddApply(command);
        var package = PackageOptions.AddTo(command);
        return (parsed, session) =>
        {
            var run = new ChangeRun(package.Find(parsed, session), session);
            var fixes = run
                .Messages.Select(message => NameFix.Of(message, run.Before))
                .OfType<NameFix>()
                .Distinct()
                .ToList();
            var changes = Changes(fixes, run);
            if (Added(changes, run) > 0)
                changes = OneByOne(fixes, run);
            if (!changes.IsEmpty)
                return run.Finish(changes, parsed.GetValue(apply));
            session.Tell("nothing can be corrected: no message has one suggestion");
            return ExitCode.Fine;
        };
    }

    private static int Added(SeedChanges changes, ChangeRun run) =>
        changes.IsEmpty
            ? 0
            : run.Added(run.Preview(changes).Check()).Count(message => message.Rule.Severity > RuleSeverity.Info);

    /// <summary>A correction that brings another mistake is left out.</summary>
    private static SeedChanges OneByOne(IReadOnlyList<NameFix> fixes, ChangeRun run)
    {
        var good = new List<NameFix>();
        foreach (var fix in fixes)
            if (Added(Changes([.. good, fix], run), run) == 0)
                good.Add(fix);
        return Changes(good, run);
    }

    private static SeedChanges Changes(IReadOnlyList<NameFix> fixes, ChangeRun run)
    {
        var changes = run.NewChanges();
        foreach (var fix in fixes)
            fix.AddTo(changes);
        return changes;
    }
}
