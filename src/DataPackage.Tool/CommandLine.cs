using System.CommandLine;
using System.CommandLine.Help;
using DataPackage.Engine.Diagnostics;
using DataPackage.Shared.Names;
using DataPackage.Tool.Commands;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool;

/// <summary>The verbs, and what all of them have in common: parsing, help and exit codes.</summary>
internal static class CommandLine
{
    private static readonly IReadOnlyList<Verb> Verbs =
    [
        CheckCommand.Verb,
        ListCommand.Verb,
        ShowCommand.Verb,
        StatsCommand.Verb,
        QuoteCommand.Verb,
        MentionsCommand.Verb,
        ExportCommand.Verb,
        SiteCommand.Verb,
        PinCommand.Verb,
        NewCommand.Verb,
        InitCommand.Verb,
        RenameCommand.Verb,
        MergeCommand.Verb,
        FixCommand.Verb,
        DiffCommand.Verb,
        ReleaseCommand.Verb,
        CompletionCommand.Verb,
    ];

    /// <summary>The verbs with the commands that their help shows.</summary>
    public static IReadOnlyList<Verb> All => Verbs;

    /// <summary>Runs one command line.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    /// <exception cref="IOException">Not even a message can be written.</exception>
    public static int Run(string[] arguments, Session session)
    {
        try
        {
            var code = InvokeOrStop(arguments, session);
            session.Flush();
            return code;
        }
        catch (OperationCanceledException)
        {
            session.Tell("datapackage: cancelled");
            return ExitCode.Cancelled;
        }
        catch (Exception failure) when (StopException.IsOfFiles(failure))
        {
            session.Tell("datapackage: " + failure.Message);
            return ExitCode.NotStarted;
        }
        catch (Exception failure)
        {
            var text = Rules.InternalError.Format([string.Join(' ', arguments), failure.ToString()]);
            session.Tell($"datapackage: {Rules.InternalError.Id}: {text}");
            return ExitCode.NotStarted;
        }
    }

    private static int InvokeOrStop(string[] arguments, Session session)
    {
        try
        {
            return Invoke(arguments, session);
        }
        catch (StopException stop)
        {
            session.Flush();
            session.Tell("datapackage: " + stop.Message);
            return stop.ExitCode;
        }
    }

    private static int Invoke(string[] arguments, Session session)
    {
        var root = Root(session);
        // An argument that starts with '@' is a word like others, and names no file of arguments.
        var parser = new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null };
        var parsed = root.Parse(arguments, parser);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExamples)
        {
            var verb = parsed.CommandResult.Command;
            foreach (var error in parsed.Errors.Where(error => verb != root || parsed.UnmatchedTokens.Count == 0))
                session.Tell("datapackage: " + error.Message);
            if (verb == root && parsed.UnmatchedTokens is [var unknown, ..])
                session.Tell($"datapackage: there is no verb '{unknown}'{Suggest(unknown)}");
            session.Tell($"Try 'datapackage {(verb == root ? "" : verb.Name + " ")}--help'.");
            return ExitCode.Usage;
        }

        var configuration = new InvocationConfiguration
        {
            Output = session.Output,
            Error = session.Errors,
            // Failures and signals are ours: they have exit codes of their own.
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return parsed.Invoke(configuration);
    }

    private static string Suggest(string unknown) =>
        MessageText.DidYouMean(NearestName.Find(unknown, Verbs.Select(verb => verb.Name)));

    private static RootCommand Root(Session session)
    {
        var root = new RootCommand("Checks, shows and edits packages of curated data.");
        foreach (var verb in Verbs)
            root.Subcommands.Add(verb.ToCommand(session));
        foreach (var option in root.Options)
            if (option is HelpOption { Action: HelpAction standard })
                option.Action = new HelpWithExamples(standard, Verbs);
        return root;
    }
}
