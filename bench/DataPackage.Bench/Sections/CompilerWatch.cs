using System.Diagnostics;
using System.Globalization;

namespace DataPackage.Bench.Sections;

/// <summary>Watches the compiler's process during a build, and that of the program that large packages start before
/// it.</summary>
internal sealed class CompilerWatch
{
    private const string Compiler = "csc";
    private const string Program = "DataPackage.EditorSchemas.dll";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    private readonly Process _build;
    private readonly HashSet<int> _others = [];
    private long _firstSeen;
    private long _lastSeen;

    private CompilerWatch(Process build) => _build = build;

    /// <summary>The peak of the compiler's resident memory.</summary>
    public long PeakBytes { get; private set; }

    /// <summary>The same of the program before it; 0 if the build started none.</summary>
    public long PeakBytesOfProgram { get; private set; }

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
            var command = CommandOfBuild(folder);
            if (command is null)
            {
                // A process just after its fork still has its parent's command line.
                if (File.GetCreationTimeUtc(folder) < DateTime.UtcNow.AddSeconds(-1))
                    _others.Add(id);
                return;
            }

            if (ValueOf(folder, "VmHWM:") is not { } line)
                return;
            var peak = long.Parse(line.AsSpan().TrimEnd(" kB"), CultureInfo.InvariantCulture) * 1024;
            if (command == Program)
            {
                PeakBytesOfProgram = Math.Max(PeakBytesOfProgram, peak);
                return;
            }

            PeakBytes = Math.Max(PeakBytes, peak);
            _lastSeen = Stopwatch.GetTimestamp();
            if (_firstSeen == 0)
                _firstSeen = _lastSeen;
        }
        catch (IOException)
        {
            // The process has ended.
        }
    }

    /// <summary>Which of the two a process is; null if it is another one, or of another build.</summary>
    private string? CommandOfBuild(string folder)
    {
        var line = File.ReadAllText(Path.Combine(folder, "cmdline"));
        var command =
            line.Contains("/csc.dll\0", StringComparison.Ordinal)
            || line.Split('\0')[0].EndsWith("/csc", StringComparison.Ordinal)
                ? Compiler
            : line.Contains($"/{Program}\0", StringComparison.Ordinal) ? Program
            : null;
        var parent = int.Parse(ValueOf(folder, "PPid:") ?? "0", CultureInfo.InvariantCulture);
        return parent == _build.Id ? command : null;
    }

    private static string? ValueOf(string folder, string name) =>
        File.ReadLines(Path.Combine(folder, "status"))
            .FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))
            ?[name.Length..].Trim();
}
