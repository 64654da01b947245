using System.Diagnostics;
using DataPackage.Testing;

namespace DataPackage.Tool.Tests.Packed;

/// <summary>The scripts for completion, run by their shells, which find the installed tool.</summary>
[Collection(InstalledTool.Name)]
public class CompletionTests(InstalledTool tool)
{
    /// <summary>What is typed, and what the shell offers. The folder has a file 'for the fleet.md' and a folder
    /// 'seeds'.</summary>
    public static TheoryData<string, string> Typed =>
        new()
        {
            { "datapackage ch", "check" },
            { "datapackage check --form", "--format" },
            { "datapackage check --format sa", "sarif" },
            { "datapackage check 'Zürich' --form", "--format" },
            { "datapackage check \"a b\" --w", "--watch" },
            { "echo one; datapackage ch", "check" },
            { "datapackage check see", "seeds/" },
            // An option contains the word, and only a file starts with it.
            { "datapackage mentions for", "for the fleet.md" },
        };

    /// <summary>bash fills the variables itself only where somebody types. It also adds files by itself then.</summary>
    [ShellTheory("bash")]
    [MemberData(nameof(Typed))]
    public void Bash_completes(string typed, string offered)
    {
        const string script = """
            source <(datapackage completion bash)
            COMP_LINE="${1##*; }" COMP_POINT="${#COMP_LINE}"
            _datapackage datapackage "${1##* }"
            printf '%s\n' "${COMPREPLY[@]}"
            """;

        var output = Run("bash", "--norc", "-c", script, "bash", typed);

        Assert.Equal(IsFile(offered) ? "" : offered, output);
    }

    [ShellTheory("fish")]
    [MemberData(nameof(Typed))]
    public void Fish_completes(string typed, string offered)
    {
        const string script = "datapackage completion fish | source; complete -C $argv[1]";

        Assert.Equal(offered, Run("fish", "--no-config", "-c", script, typed));
    }

    /// <summary>A shell completes only where somebody types, so one shell types into another. The key tab is bound to
    /// what completes and then shows the line.</summary>
    [ShellTheory("zsh")]
    [MemberData(nameof(Typed))]
    public void Zsh_completes(string typed, string offered)
    {
        const string script = """
            zmodload zsh/zpty
            zpty shell zsh -f -i
            zpty -w shell 'show() { zle complete-word; print -r -- "<$BUFFER>" }; zle -N show; bindkey "^I" show'
            zpty -w shell 'autoload -U compinit; compinit -u -D; source <(datapackage completion zsh); print rea""dy'
            zpty -r shell before '*ready*'
            zpty -w -n shell "$1"$'\t'
            zpty -r shell after '*<*>*'
            print -r -- "${${after#*<}%%>*}"
            """;

        var line = Run("zsh", "-f", "-c", script, "zsh", typed);

        var word = typed[(typed.LastIndexOf(' ') + 1)..];
        Assert.Equal(typed[..^word.Length] + offered.Replace(" ", "\\ ", StringComparison.Ordinal), line);
    }

    private static bool IsFile(string offered) => offered.IndexOfAny(['/', '.']) >= 0;

    private string Run(string shell, params string[] arguments)
    {
        using var folder = new TempFolder().With("for the fleet.md", "").With("seeds/datapackage.yaml", "");
        var start = new ProcessStartInfo(shell, arguments) { WorkingDirectory = folder.Path };
        start.Environment["PATH"] = tool.Folder + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        // Letters beyond ASCII are one character each in such a locale only.
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["TERM"] = "dumb";
        var run = new ChildProcess(start).Run(Patience.Default);

        Assert.Equal(0, run.ExitCode);
        return run.Output.TrimEnd();
    }
}
