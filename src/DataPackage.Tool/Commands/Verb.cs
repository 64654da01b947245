using System.CommandLine;
using System.CommandLine.Parsing;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Commands;

/// <summary>One verb of the command line.</summary>
internal sealed class Verb
{
    public required string Name { get; init; }

    /// <summary>What it does, in a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>Commands that its help shows. They run in the folder of this repository.</summary>
    public required IReadOnlyList<string> Examples { get; init; }

    /// <summary>Adds the arguments and options, and says what to do with their values.</summary>
    public required Func<Command, Func<ParseResult, Session, int>> Define { get; init; }

    public Command ToCommand(Session session)
    {
        var command = new Command(Name, Description);
        var run = Define(command);
        foreach (var argument in command.Arguments)
            argument.Validators.Add(RefuseOptions);
        command.SetAction(parsed => run(parsed, session));
        return command;
    }

    /// <summary>A misspelled option would be taken for an argument.</summary>
    private static void RefuseOptions(ArgumentResult result)
    {
        foreach (var token in result.Tokens)
            if (token.Value.StartsWith("--", StringComparison.Ordinal))
                result.AddError($"There is no option '{token.Value}'.");
    }
}
