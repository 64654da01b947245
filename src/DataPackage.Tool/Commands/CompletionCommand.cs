using System.CommandLine;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Commands;

/// <summary>Writes the script by which a shell completes what is typed.</summary>
internal static class CompletionCommand
{
    /// <summary>Each asks the tool itself, through the directive of System.CommandLine, so a script never
    /// ages.</summary>
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = """
            _datapackage() {
              local IFS=$'\n'
              COMPREPLY=($(datapackage "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null))
            }
            complete -o default -F _datapackage datapackage
            """,
        ["zsh"] = """
            _datapackage() {
              local -a found
              found=("${(@f)$(datapackage "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
              compadd -- $found
            }
            compdef _datapackage datapackage
            """,
        ["fish"] = """
            complete -c datapackage -a "(datapackage '[suggest:'(commandline -C)']' (commandline) 2>/dev/null)"
            """,
        ["pwsh"] = """
            Register-ArgumentCompleter -Native -CommandName datapackage -ScriptBlock {
              param($word, $line, $cursor)
              datapackage "[suggest:$cursor]" "$line" | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
              }
            }
            """,
    };

    public static Verb Verb { get; } =
        new()
        {
            Name = "completion",
            Description = "Writes the script that lets a shell complete verbs, options and their values.",
            Examples = ["datapackage completion bash"],
            Define = Define,
        };

    private static Func<ParseResult, Session, int> Define(Command command)
    {
        var shell = new Argument<string>("shell") { Description = "The shell." };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        command.Arguments.Add(shell);
        return (parsed, session) =>
        {
            session.Write(Scripts[parsed.GetValue(shell)!].ReplaceLineEndings("\n"));
            return ExitCode.Fine;
        };
    }
}
