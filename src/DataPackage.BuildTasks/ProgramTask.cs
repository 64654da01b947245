using System.Diagnostics;
using System.Text;
using Microsoft.Build.Framework;

namespace DataPackage.BuildTasks;

/// <summary>The base of tasks that start the program with the engine inside. Not through a shell, which would read
/// names of folders as commands.</summary>
public abstract class ProgramTask : BuildTask, ICancelableTask
{
    private Process? _process;

    /// <summary>The command <c>dotnet</c>, by name or path.</summary>
    [Required]
    public string Dotnet { get; set; } = "";

    /// <summary>The program's dll.</summary>
    [Required]
    public string Program { get; set; } = "";

    public void Cancel()
    {
        try
        {
            _process?.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended.
        }
    }

    /// <summary>Runs the program to its end and returns its exit code.</summary>
    /// <param name="read">Gets each line of its output.</param>
    private protected int RunProgram(IEnumerable<string> arguments, Action<string> read)
    {
        using var process = new Process { StartInfo = Command(arguments) };
        process.OutputDataReceived += (_, output) => IfAny(output.Data, read);
        process.ErrorDataReceived += (_, error) => IfAny(error.Data, text => LogMessage(MessageImportance.High, text));
        process.Start();
        _process = process;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        _process = null;
        return process.ExitCode;
    }

    /// <summary>Starts the program and returns its number. The program outlives the build if that ends first.</summary>
    /// <param name="isAwaited">Whether the build waits for it. Otherwise it lets the compiler have the
    /// processor.</param>
    private protected int StartProgram(IEnumerable<string> arguments, bool isAwaited)
    {
        var command = Command(arguments);
        command.RedirectStandardInput = true;
        using var process = System.Diagnostics.Process.Start(command)!;
        // It must not hold the output of the build open: whoever reads that would wait for the program.
        process.StandardInput.Close();
        process.StandardOutput.Close();
        process.StandardError.Close();
        if (!isAwaited)
            LowerPriority(process);
        return process.Id;
    }

    private static void LowerPriority(Process process)
    {
        try
        {
            process.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Exception refused) when (refused is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended, or the system forbids it. Then the build only takes longer.
        }
    }

    private ProcessStartInfo Command(IEnumerable<string> arguments)
    {
        var line = $"exec {string.Join(" ", arguments.Prepend(Program).Select(Quote))}";
        LogMessage(MessageImportance.Normal, $"{Dotnet} {line}");
        return new ProcessStartInfo(Dotnet, line)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    private static void IfAny(string? line, Action<string> use)
    {
        if (!string.IsNullOrEmpty(line))
            use(line!);
    }

    /// <summary>Quotes an argument as .NET parses command lines on every system: a backslash is doubled only before a
    /// quotation mark.</summary>
    internal static string Quote(string argument)
    {
        var quoted = new StringBuilder("\"");
        var backslashes = 0;
        foreach (var c in argument)
        {
            if (c == '"')
                quoted.Append('\\', backslashes + 1);
            backslashes = c == '\\' ? backslashes + 1 : 0;
            quoted.Append(c);
        }

        return quoted.Append('\\', backslashes).Append('"').ToString();
    }
}
