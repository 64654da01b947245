using System.Diagnostics;
using System.Text;

namespace DataPackage.Testing;

/// <summary>A process whose output is read, and that is ended with its children when it makes no progress.</summary>
internal sealed class ChildProcess(ProcessStartInfo start)
{
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
        var progress = new Progress(process.Id, patience);
        while (!process.WaitForExit(Progress.Pause))
            if (progress.Check(Interlocked.Read(ref _written)) is { } reason)
                return reason;
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
