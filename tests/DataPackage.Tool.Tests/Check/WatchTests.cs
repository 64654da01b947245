using DataPackage.Tool.Packages;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Tests.Check;

/// <summary>Runs that wait for the next save.</summary>
public class WatchTests
{
    [Fact]
    public void What_stops_a_later_run_is_told_and_the_next_save_is_awaited()
    {
        using var folder = new TempFolder().With("seeds/ships/tern.yaml", "name: Tern\n");
        using var cancellation = new CancellationTokenSource();
        using var errors = new StringWriter();
        var session = SessionOf(folder, errors, cancellation.Token);
        var failures = new Queue<Exception>([
            StopException.Findings("a list cannot be read"),
            new IOException("the disk is full"),
            new UnauthorizedAccessException("a page is locked"),
        ]);
        var runs = 0;
        void Run()
        {
            // Somebody saves while this run goes on, so there is a next one.
            folder.With("seeds/ships/tern.yaml", FormattableString.Invariant($"name: Tern {++runs}\n"));
            if (runs > 1 && failures.TryDequeue(out var failure))
                throw failure;
            if (runs > 1)
                cancellation.Cancel();
        }

        Assert.Throws<OperationCanceledException>(() =>
            SeedWatcher.Run([SeedPackage.Find(session, null)], Run, session)
        );

        foreach (var told in new[] { "a list cannot be read", "the disk is full", "a page is locked" })
            TextAssert.Has($"datapackage: {told}\nwatching for changes", errors.ToString());
    }

    [Fact]
    public void What_stops_the_first_run_ends_the_watch()
    {
        using var folder = new TempFolder().With("seeds/ships/tern.yaml", "name: Tern\n");
        var session = SessionOf(folder, TextWriter.Null, CancellationToken.None);
        Assert.Throws<StopException>(() =>
            SeedWatcher.Run(
                [SeedPackage.Find(session, null)],
                () => throw StopException.NotStarted("the folder is somebody else's"),
                session
            )
        );
    }

    private static Session SessionOf(TempFolder folder, TextWriter errors, CancellationToken cancellation) =>
        new()
        {
            Output = TextWriter.Null,
            Errors = errors,
            Folder = folder.Path,
            Cancellation = cancellation,
        };
}
