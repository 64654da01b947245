using System.CommandLine;
using System.Text;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Releases;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;
using DataPackage.Tool.Releases;
using DataPackage.Tool.Reports;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Commands;

/// <summary>Records a release: what it publishes, and what changed.</summary>
internal static class ReleaseCommand
{
    public static Verb Verb { get; } =
        new()
        {
            Name = "release",
            Description =
                "Records a release: the ledger of all that was ever published, the facts, and what changed. Refuses a "
                + "version that promises more than it keeps. Publishes nothing.",
            Examples = ["datapackage release --check", "datapackage release 1.1.0"],
            Define = Define,
        };

    private static Option<string[]> Withdraw() =>
        new("--withdraw")
        {
            Description =
                "An entity, by kind and id, that must not be named any more, for instance by law: only a hash of its "
                + "id is left in what releases write. May be given more than once.",
            HelpName = "entity",
        };

    private static Func<ParseResult, Session, int> Define(Command command)
    {
        var version = new Argument<string?>("version")
        {
            Description = "The version, as in 1.1.0. Without one, only --check.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var check = new Option<bool>("--check") { Description = "Writes nothing; says which version is needed." };
        var changelog = new Option<string?>("--changelog")
        {
            Description =
                $"The changelog that gets the changes. [default: {Changelog.Name} beside the folder of the seeds, if "
                + "there is one]",
            HelpName = "file",
        };
        var withdraw = Withdraw();
        command.Arguments.Add(version);
        command.Options.Add(check);
        command.Options.Add(changelog);
        command.Options.Add(withdraw);
        var options = PackageOptions.AddTo(command);
        return (parsed, session) =>
        {
            var text = parsed.GetValue(version);
            if (text is null && !parsed.GetValue(check))
                throw StopException.Usage("name the version, or ask with --check which one is needed");
            var package = options.Find(parsed, session);
            var folder = new ReleaseFolder(package, session);
            var plan = ReleasePlan.Of(package, folder, parsed.GetValue(withdraw) ?? [], text ?? "", session);
            if (text is not null)
                Refuse(text, plan, session.Cancellation);
            if (parsed.GetValue(check))
                Tell(plan, session);
            // A second run finds no changes, and leaves what the first wrote.
            else if (plan.Ledger?.Version == text && plan.Changes.Count == 0)
                session.Tell($"{text} is released, and nothing has changed since");
            else
                Write(plan, folder, text!, ChangelogOf(package.Folder, parsed.GetValue(changelog), session), session);
            return ExitCode.Fine;
        };
    }

    /// <exception cref="StopException">The text is no version, or one that is too low.</exception>
    private static void Refuse(string text, ReleasePlan plan, CancellationToken cancellation)
    {
        if (ReleaseVersion.Parse(text) is not { Label: "" } version || version.ToString() != text)
            throw StopException.Usage($"'{text}' is no version of three numbers; a pre-release is not recorded");
        if (plan.Refuse(text) is { } reason)
            throw StopException.Findings($"{Rules.VersionTooLow.Id}: {reason}");
        if (plan.FindOtherRelease(text) is { } other)
            throw StopException.Findings(
                $"'{other.Name}' is given up in {text}, and {SeedPaths.Retired} says {other.Since}: correct 'since'"
            );
        if (plan.FindWithdrawn(cancellation) is { } withdrawn)
            throw StopException.Findings(
                $"{Rules.RetiredIdIsUsed.Id}: '{withdrawn}' was withdrawn and is used again: choose another id"
            );
    }

    private static void Tell(ReleasePlan plan, Session session)
    {
        if (plan.Ledger is null)
            session.Write("There is no release yet: any version will do.");
        else if (plan.Level == ReleaseLevel.None)
            session.Write($"Nothing has changed since {plan.Ledger.Version}.");
        else
            session.Write($"At least {plan.Lowest}: {ChangeWords.Summary(plan.Changes)}");
    }

    private static string? ChangelogOf(string seeds, string? named, Session session)
    {
        if (named is null)
            return Changelog.Beside(seeds);
        var path = session.Resolve(named);
        return File.Exists(path) ? path : throw StopException.NotStarted($"there is no file '{session.Show(path)}'");
    }

    private static void Write(
        ReleasePlan plan,
        ReleaseFolder folder,
        string version,
        string? changelog,
        Session session
    )
    {
        folder.Write(Files(plan, folder, version, changelog));
        if (plan.Withdrawal is not null)
            session.Tell(
                "what is withdrawn is still in the history of the repository, in packages that were published, and in "
                    + "what people wrote: see docs/releases.md"
            );
    }

    private static List<(string Path, string Text)> Files(
        ReleasePlan plan,
        ReleaseFolder folder,
        string version,
        string? changelog
    )
    {
        var files = new List<(string Path, string Text)>();
        folder.AddTo(files, plan.LedgerOf(version), plan.Now);
        files.Add((folder.PathOf(ReleaseFolder.ChangesPath(version)), ChangesText(plan)));
        if (changelog is not null)
        {
            var text = File.ReadAllText(changelog);
            files.Add(
                (changelog, Changelog.With(plan.Withdrawal?.ScrubChangelog(text) ?? text, version, plan.Markdown))
            );
        }

        if (plan.Withdrawal is { } withdrawal)
            foreach (var (path, changes) in folder.ReadChanges())
                if (path != ReleaseFolder.ChangesPath(version))
                    files.Add((folder.PathOf(path), withdrawal.Scrub(changes, path)));
        return files;
    }

    /// <summary>A line of JSON for each change.</summary>
    private static string ChangesText(ReleasePlan plan)
    {
        var text = new StringBuilder();
        foreach (var change in plan.Changes)
            text.Append(JsonText.Line(json => ChangeJson.Write(change, json))).Append('\n');
        return text.ToString();
    }
}
