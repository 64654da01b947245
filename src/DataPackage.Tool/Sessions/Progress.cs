namespace DataPackage.Tool.Sessions;

/// <summary>A line on the terminal that says what takes long; it is gone when the work is done.</summary>
internal sealed class Progress : IDisposable
{
    /// <summary>Shorter work needs no word.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Session _session;
    private readonly Timer? _timer;
    private readonly object _lock = new();
    private bool _isShown;
    private bool _isDone;

    private Progress(Session session, string what)
    {
        _session = session;
        if (session.ErrorTerminal.Width is not { } width)
            return;
        var line = what.Length < width ? what : what[..Math.Max(0, width - 1)];
        _timer = new Timer(_ => Write(Session.Visible(line)), null, Patience, Timeout.InfiniteTimeSpan);
    }

    public static Progress Show(Session session, string what) => new(session, what);

    public void Dispose()
    {
        _timer?.Dispose();
        lock (_lock)
        {
            _isDone = true;
            if (!_isShown)
                return;
            // Back to the start of the line, and clears it.
            _session.Errors.Write("\r\u001b[K");
            _session.Errors.Flush();
        }
    }

    private void Write(string line)
    {
        lock (_lock)
        {
            if (_isDone)
                return;
            _isShown = true;
            _session.Errors.Write(line);
            _session.Errors.Flush();
        }
    }
}
