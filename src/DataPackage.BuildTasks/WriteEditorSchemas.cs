using System.Diagnostics;
using System.Text;
using Microsoft.Build.Framework;

namespace DataPackage.BuildTasks;

/// <summary>Starts the program that writes schemas for editors. Not through a shell, which would read names of folders
/// as commands.</summary>
/// <remarks>Editor support must not fail a build, nor warn where warnings are errors: failures are logged as
/// messages.</remarks>
public sealed class WriteEditorSchemas : BuildTask, ICancelableTask
{
    private Process? _process;

    /// <summary>The command <c>dotnet</c>, by name or path.</summary>
    [Required]
    public string Dotnet { get; set; } = "";

    /// <summary>The program's dll.</summary>
    [Required]
    public string Program { get; set; } = "";

    [Required]
    public string EditorFolder { get; set; } = "";

    [Output]
    public bool Succeeded { get; set; }

    /// <summary>The kinds that no schema declares, separated by commas.</summary>
    [Output]
    public string Inferred { get; set; } = "";

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

    protected override bool Run()
    {
        try
        {
            Succeeded = RunProgram() == 0;
            var folder = new OwnFolder(EditorFolder);
            if (Succeeded)
                folder.WriteAnew(EditorFiles.Stamp, []);
            if (Succeeded)
                Inferred = string.Join(", ", PinSchemas.InferredIn(folder).Select(Path.GetFileNameWithoutExtension));
        }
        catch (Exception failure)
            when (failure is IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception)
        {
            LogMessage(MessageImportance.High, $"DataPackage: {failure.Message}");
            Succeeded = false;
        }

        if (!Succeeded)
            LogMessage(
                MessageImportance.High,
                "DataPackage: the schemas for editors could not be written; the build goes on without them. "
                    + "DataPackageEditorSchemas=false in the project turns them off."
            );
        return true;
    }

    private int RunProgram()
    {
        var arguments = $"exec {Quote(Program)} {Quote(Path.Combine(EditorFolder, EditorFiles.Request))}";
        LogMessage(MessageImportance.Normal, $"{Dotnet} {arguments}");
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(Dotnet, arguments)
            {
                UseShellExecute = false,
                CreateNoWindow = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        process.OutputDataReceived += (_, line) => LogLine(MessageImportance.Low, line.Data);
        process.ErrorDataReceived += (_, line) => LogLine(MessageImportance.High, line.Data);
        process.Start();
        _process = process;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        _process = null;
        return process.ExitCode;
    }

    private void LogLine(MessageImportance importance, string? line)
    {
        if (!string.IsNullOrEmpty(line))
            LogMessage(importance, line!);
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
