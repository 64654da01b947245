using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using DataPackage.Tool.Commands;

namespace DataPackage.Tool;

/// <summary>The help of System.CommandLine, and after it commands that can be tried.</summary>
internal sealed class HelpWithExamples(HelpAction standard, IReadOnlyList<Verb> verbs) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var configuration = parseResult.InvocationConfiguration;
        var output = configuration.Output;
        using var text = new StringWriter { NewLine = "\n" };
        configuration.Output = text;
        standard.Invoke(parseResult);
        configuration.Output = output;
        // System.CommandLine calls the program by the name of its file.
        output.Write(
            text.ToString()
                .Replace("  " + RootCommand.ExecutableName, "  datapackage", StringComparison.Ordinal)
                .TrimEnd('\n') + "\n"
        );
        var verb = verbs.FirstOrDefault(verb => verb.Name == parseResult.CommandResult.Command.Name);
        foreach (var line in (verb?.Examples ?? []).Select(example => "  " + example).Prepend("\nExamples:"))
            if (verb is not null)
                output.Write(line + "\n");
        return 0;
    }
}
