using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Tests;

/// <summary>One run of the tool within this process.</summary>
/// <param name="Output">What it wrote as results.</param>
/// <param name="Errors">Everything else that it wrote.</param>
internal sealed record ToolRun(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs in a folder, as if all streams were redirected.</summary>
    public static ToolRun In(string folder, params string[] arguments) => With(new(), folder, arguments);

    public static ToolRun With(Surroundings surroundings, string folder, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var session = new Session
        {
            Output = output,
            Errors = errors,
            Folder = folder,
            OutputTerminal = surroundings.Terminal,
            ErrorTerminal = surroundings.Terminal with { Width = null },
            Cancellation = surroundings.Cancellation,
        };
        var code = CommandLine.Run(arguments, session);
        return new ToolRun(code, output.ToString(), errors.ToString());
    }

    /// <summary>The output, of a run that succeeded.</summary>
    public string Fine()
    {
        Assert.Equal((0, ""), (ExitCode, ExitCode == 0 ? "" : Output + Errors));
        return Output;
    }

    public IReadOnlyList<string> Lines => Output.Length == 0 ? [] : Output.TrimEnd('\n').Split('\n');
}

/// <summary>What a run finds around it, apart from files.</summary>
internal sealed record Surroundings
{
    public Terminal Terminal { get; init; } = Terminal.None;

    public CancellationToken Cancellation { get; init; }
}
