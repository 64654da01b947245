using System.CommandLine;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Commands;

/// <summary>Writes the script by which a shell completes what is typed.</summary>
internal static class CompletionCommand
{
    /// <summary>Each asks the tool itself, through the directive of System.CommandLine, so a script never ages. It
    /// gives the command that is typed, up to the cursor and no more, and its length. The directive also finds what
    /// only contains the word; a script takes what starts with it, and otherwise files.</summary>
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = """
            _datapackage() {
              local IFS=$'\n' typed="${COMP_LINE:0:COMP_POINT}"
              COMPREPLY=($(compgen -W "$(datapackage "[suggest:${#typed}]" "$typed" 2>/dev/null)" -- "$2"))
            }
            complete -o default -F _datapackage datapackage
            """,
        ["zsh"] = """
            _datapackage() {
              local typed="${(j: :)words[1,CURRENT-1]} ${PREFIX}"
              local -a found
              found=(${(f)"$(datapackage "[suggest:${#typed}]" "${typed}" 2>/dev/null)"})
              compadd -- "${found[@]}" || _files
            }
            compdef _datapackage datapackage
            """,
        ["fish"] = """
            function _datapackage
              set -l typed (commandline -cp | string collect)
              datapackage "[suggest:"(string length -- $typed)"]" $typed 2>/dev/null
            end
            complete -c datapackage -a "(_datapackage)"
            """,
        ["pwsh"] = """
            Register-ArgumentCompleter -Native -CommandName datapackage -ScriptBlock {
              param($word, $line, $cursor)
              $length = $cursor - $line.Extent.StartOffset
              $typed = $line.Extent.Text.PadRight($length).Substring(0, $length)
              datapackage "[suggest:$length]" $typed 2>$null | Where-Object { $_.StartsWith($word) } | ForEach-Object {
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
