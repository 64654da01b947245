using System.Diagnostics;
using System.Globalization;

namespace DataPackage.Bench.Sections;

/// <summary>Watches the compiler's process during a build.</summary>
internal sealed class CompilerWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    private readonly Process _build;
    private readonly HashSet<int> _others = [];
    private long _firstSeen;
    private long _lastSeen;

    private CompilerWatch(Process build) => _build = build;

    /// <summary>The peak of the compiler's resident memory.</summary>
    public long PeakBytes { get; private set; }

    /// <summary>How long the compiler's process existed.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_firstSeen, _lastSeen);

    /// <summary>Watches until the build ends.</summary>
    public static CompilerWatch Follow(Process build)
    {
        var watch = new CompilerWatch(build);
        while (!build.HasExited)
        {
            watch.Look();
            Thread.Sleep(Interval);
        }

        return watch.PeakBytes > 0
            ? watch
            : throw new InvalidOperationException("The build did not run a compiler of its own.");
    }

    private void Look()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
            if (
                int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && id > _build.Id
                && !_others.Contains(id)
            )
                LookAt(id, folder);
    }

    private void LookAt(int id, string folder)
    {
        try
        {
            if (!IsCompilerOfBuild(folder))
            {
                // A process just after its fork still has its parent's command line.
                if (File.GetCreationTimeUtc(folder) < DateTime.UtcNow.AddSeconds(-1))
                    _others.Add(id);
                return;
            }

            var peak = ValueOf(folder, "VmHWM:");
            if (peak is null)
                return;
            PeakBytes = Math.Max(
                PeakBytes,
                long.Parse(peak.AsSpan().TrimEnd(" kB"), CultureInfo.InvariantCulture) * 1024
            );
            _lastSeen = Stopwatch.GetTimestamp();
            if (_firstSeen == 0)
                _firstSeen = _lastSeen;
        }
        catch (IOException)
        {
            // The process has ended.
        }
    }

    private bool IsCompilerOfBuild(string folder)
    {
        var command = File.ReadAllText(Path.Combine(folder, "cmdline"));
        return (
                command.Contains("/csc.dll\0", StringComparison.Ordinal)
                || command.Split('\0')[0].EndsWith("/csc", StringComparison.Ordinal)
            )
            && int.Parse(ValueOf(folder, "PPid:") ?? "0", CultureInfo.InvariantCulture) == _build.Id;
    }

    private static string? ValueOf(string folder, string name) =>
        File.ReadLines(Path.Combine(folder, "status"))
            .FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))
            ?[name.Length..].Trim();
}
