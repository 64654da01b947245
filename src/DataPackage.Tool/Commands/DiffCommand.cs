using System.CommandLine;
using DataPackage.Engine.Releases;
using DataPackage.Tool.Releases;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Commands;

/// <summary>Shows what changed between two versions, in facts.</summary>
internal static class DiffCommand
{
    public static Verb Verb { get; } =
        new()
        {
            Name = "diff",
            Description =
                "Shows the facts, ids and names that differ between two versions, the passages that support them, and "
                + "which part of the version must rise.",
            Examples = ["datapackage diff seeds", "datapackage diff samples/Languages seeds --format markdown"],
            Define = Define,
        };

    private static Func<ParseResult, Session, int> Define(Command command)
    {
        var old = new Argument<string>("old")
        {
            Description = "A packed package, a folder of seeds, or a revision of git of the seeds at hand.",
        };
        var now = new Argument<string?>("new")
        {
            Description = "The same. [default: the seeds at hand]",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var format = new Option<string>("--format", "-f")
        {
            Description = "The form of the report.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong([.. ChangeReport.Formats.Keys]);
        command.Arguments.Add(old);
        command.Arguments.Add(now);
        command.Options.Add(format);
        var package = PackageOptions.AddTo(command);
        return (parsed, session) =>
        {
            // Each takes at least as long as a check, so both are read at the same time.
            var reading = Task.Run(() =>
                PackageVersions.Find(parsed.GetValue(old)!, () => package.Find(parsed, session), session)
            );
            var after = parsed.GetValue(now) is { } name
                ? PackageVersions.Find(name, () => package.Find(parsed, session), session)
                : PackageVersions.Of(package.Find(parsed, session).Compile(), "the folder at hand", session);
            var before = reading.GetAwaiter().GetResult();
            ChangeReport.Formats[parsed.GetValue(format)!](ReleaseComparison.Of(before, after), session);
            return ExitCode.Fine;
        };
    }
}
