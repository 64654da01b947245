using System.Diagnostics;

namespace DataPackage.Testing;

/// <summary>When a process is given up.</summary>
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

/// <summary>Whether a running process makes progress, on a machine that may be busy with others.</summary>
internal sealed class Progress(int process, Patience patience)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _since;
    private TimeSpan _computed;
    private long _written;

    /// <summary>How long to wait between two checks.</summary>
    public static TimeSpan Pause { get; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Null if the process may go on, otherwise why it is given up.</summary>
    /// <param name="written">How much it has written so far.</param>
    public string? Check(long written)
    {
        var computed = ProcessTree.ProcessorTimeOf(process) ?? _clock.Elapsed;
        if (computed > patience.ProcessorTime)
            return $"computed for {computed} and did not end";
        if (written > _written || computed - _computed > patience.Standstill * Patience.LeastShare)
            (_since, _computed, _written) = (_clock.Elapsed, computed, written);
        else if (_clock.Elapsed - _since > patience.Standstill)
            return $"neither wrote nor computed for {patience.Standstill}";
        return null;
    }
}
