using System.Diagnostics;
using System.Text;

namespace DataPackage.Testing;

/// <summary>When a child process is given up.</summary>
/// <param name="Standstill">It neither wrote nor computed for so long. On a busy machine it still does both, if
/// slowly.</param>
/// <param name="ProcessorTime">It has computed for so long in all: it is in an endless loop.</param>
internal sealed record Patience(TimeSpan Standstill, TimeSpan ProcessorTime)
{
    /// <summary>A process that waits forever still has timers. It computes for less than this part of the
    /// time.</summary>
    public const double LeastShare = 0.002;

    public static Patience Default { get; } = new(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15));
}

/// <summary>A process whose output is read, and that is ended with its children when it makes no progress.</summary>
internal sealed class ChildProcess(ProcessStartInfo start)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private long _written;

    /// <exception cref="TimeoutException">It stood still, or was in an endless loop.</exception>
    public DotnetResult Run(Patience patience)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var output = Read(process.StandardOutput);
        var errors = Read(process.StandardError);
        if (Await(process, patience) is { } reason)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{start.FileName} {string.Join(' ', start.ArgumentList)} {reason}.");
        }

        return new DotnetResult(process.ExitCode, output.GetAwaiter().GetResult() + errors.GetAwaiter().GetResult());
    }

    /// <summary>Null if it ended, otherwise why it is given up.</summary>
    private string? Await(Process process, Patience patience)
    {
        var clock = Stopwatch.StartNew();
        var (since, written, computed) = (TimeSpan.Zero, 0L, TimeSpan.Zero);
        while (!process.WaitForExit(Pause))
        {
            var processorTime = ProcessTree.ProcessorTimeOf(process.Id) ?? clock.Elapsed;
            if (processorTime > patience.ProcessorTime)
                return $"computed for {processorTime} and did not end";
            if (
                Interlocked.Read(ref _written) > written
                || processorTime - computed > patience.Standstill * Patience.LeastShare
            )
                (since, written, computed) = (clock.Elapsed, Interlocked.Read(ref _written), processorTime);
            else if (clock.Elapsed - since > patience.Standstill)
                return $"neither wrote nor computed for {patience.Standstill}";
        }

        return null;
    }

    private async Task<string> Read(StreamReader reader)
    {
        var text = new StringBuilder();
        var buffer = new char[4096];
        int count;
        while ((count = await reader.ReadAsync(buffer).ConfigureAwait(false)) > 0)
        {
            text.Append(buffer, 0, count);
            Interlocked.Add(ref _written, count);
        }

        return text.ToString();
    }
}
