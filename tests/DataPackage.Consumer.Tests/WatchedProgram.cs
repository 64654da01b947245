using System.Diagnostics;
using System.Threading.Channels;

namespace DataPackage.Consumer.Tests;

/// <summary>A program under 'dotnet watch'. Ends with all of its processes.</summary>
internal sealed class WatchedProgram : IDisposable
{
    /// <summary>Without any output for so long, nothing more is expected, on however slow a machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly List<string> _seen = [];

    public WatchedProgram(ProcessStartInfo start)
    {
        // Children end with the process, but a compiler server would be nobody's child.
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_WATCH_SUPPRESS_EMOJIS"] = "1";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Add(line.Data);
        _process.ErrorDataReceived += (_, line) => Add(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Returns when the program and 'dotnet watch' have said all of this, in any order.</summary>
    public async Task Says(params string[] lines)
    {
        var missing = lines.ToHashSet(StringComparer.Ordinal);
        try
        {
            while (missing.Count > 0)
            {
                using var patience = new CancellationTokenSource(Patience);
                var next = await _lines.Reader.ReadAsync(patience.Token);
                _seen.Add(next);
                missing.Remove(next);
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or ChannelClosedException)
        {
            Assert.Fail($"The program never said '{string.Join("', '", missing)}', but:\n{string.Join('\n', _seen)}");
        }
    }

    /// <summary>What the program and 'dotnet watch' have said since the last call.</summary>
    public IReadOnlyList<string> Take()
    {
        string[] seen = [.. _seen];
        _seen.Clear();
        return seen;
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>The end of one of the outputs is the end of both.</summary>
    private void Add(string? line)
    {
        if (line is null)
            _lines.Writer.TryComplete();
        else
            _lines.Writer.TryWrite(line);
    }
}
