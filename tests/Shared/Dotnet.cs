using System.Diagnostics;

namespace DataPackage.Testing;

/// <summary>Runs the SDK's own command, like a user.</summary>
internal static class Dotnet
{
    private static string Host => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <inheritdoc cref="Try(Patience, string, IReadOnlyDictionary{string, string}, string[])"/>
    public static DotnetResult Try(
        string folder,
        IReadOnlyDictionary<string, string> environment,
        params string[] arguments
    ) => Try(Patience.Default, folder, environment, arguments);

    /// <summary>Runs to the end and returns the output, for any exit code.</summary>
    /// <exception cref="TimeoutException">It made no progress for longer than <paramref name="patience"/>
    /// allows.</exception>
    public static DotnetResult Try(
        Patience patience,
        string folder,
        IReadOnlyDictionary<string, string> environment,
        params string[] arguments
    ) => Try(patience, folder, environment, Host, arguments);

    /// <summary>Runs another program, which may run the command.</summary>
    public static DotnetResult TryProgram(
        string folder,
        IReadOnlyDictionary<string, string> environment,
        string program,
        params string[] arguments
    ) => Try(Patience.Default, folder, environment, program, arguments);

    private static DotnetResult Try(
        Patience patience,
        string folder,
        IReadOnlyDictionary<string, string> environment,
        string program,
        string[] arguments
    ) => new ChildProcess(Command(folder, environment, program, arguments)).Run(patience);

    /// <summary>How the command is started, for a caller that reads its output while it runs.</summary>
    public static ProcessStartInfo Command(
        string folder,
        IReadOnlyDictionary<string, string> environment,
        params string[] arguments
    ) => Command(folder, environment, Host, arguments);

    private static ProcessStartInfo Command(
        string folder,
        IReadOnlyDictionary<string, string> environment,
        string program,
        string[] arguments
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // 'dotnet test' passes its own MSBuild settings on to tests; a build of another folder must not see them.
        foreach (
            var name in start
                .Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))
                .ToList()
        )
            start.Environment.Remove(name);
        // A build node that stays alive would keep our end of the pipe open, and this method waiting.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return start;
    }

    /// <summary>Runs to the end and returns the output; throws with it if the exit code is not 0.</summary>
    public static string Run(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var result = Try(folder, environment, arguments);
        return result.ExitCode == 0
            ? result.Output
            : throw new InvalidOperationException(
                $"dotnet {string.Join(' ', arguments)} in {folder} failed:\n{result.Output}"
            );
    }
}

internal sealed record DotnetResult(int ExitCode, string Output);
