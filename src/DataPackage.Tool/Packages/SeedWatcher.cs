using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Packages;

/// <summary>Runs again when a file of a package changes, until the run is cancelled.</summary>
internal static class SeedWatcher
{
    /// <summary>An editor saves a file in several writes.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <exception cref="OperationCanceledException">Always, at the end.</exception>
    public static int Run(IReadOnlyList<SeedPackage> packages, Action run, Session session)
    {
        using var changed = new AutoResetEvent(initialState: false);
        var watchers = packages.Select(package => Watch(package.Folder, changed)).ToList();
        var isFirst = true;
        try
        {
            while (true)
            {
                RunOrTell(run, isFirst, session);
                isFirst = false;
                session.Tell("watching for changes; Ctrl+C ends");
                WaitHandle.WaitAny([changed, session.Cancellation.WaitHandle]);
                session.Cancellation.ThrowIfCancellationRequested();
                while (changed.WaitOne(Pause))
                    session.Cancellation.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            foreach (var watcher in watchers)
                watcher.Dispose();
        }
    }

    /// <summary>A later run may meet a file that is half saved: what stops it is told, and the next save is
    /// awaited. What stops the first run ends the watch, as it ends a run without one.</summary>
    private static void RunOrTell(Action run, bool isFirst, Session session)
    {
        try
        {
            run();
        }
        catch (Exception failure) when (!isFirst && (failure is StopException || StopException.IsOfFiles(failure)))
        {
            session.Tell("datapackage: " + failure.Message);
        }
    }

    private static FileSystemWatcher Watch(string folder, AutoResetEvent changed)
    {
        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite,
        };
        watcher.Changed += (_, _) => changed.Set();
        watcher.Created += (_, _) => changed.Set();
        watcher.Deleted += (_, _) => changed.Set();
        watcher.Renamed += (_, _) => changed.Set();
        // Changes were lost, so something has changed.
        watcher.Error += (_, _) => changed.Set();
        watcher.EnableRaisingEvents = true;
        return watcher;
    }
}
