using System.Diagnostics;
using System.Globalization;
using DataPackage.Bench.Report;

namespace DataPackage.Bench.Sections;

/// <summary>A process that is run repeatedly.</summary>
/// <param name="Size">The size that its figures are of; 0 if they are of none.</param>
/// <param name="Subject">The subject of the figures.</param>
/// <param name="Label">Precedes the names of the figures that the process prints.</param>
internal sealed record ProcessJob(
    int Size,
    string Subject,
    string Label,
    string Executable,
    int Rounds,
    params IReadOnlyList<string> Arguments
)
{
    /// <summary>The time of a whole process, for which it prints no line.</summary>
    public const string Process = "process";

    /// <summary>Runs the jobs in turn, every second time in reverse order, so a disturbance of the machine affects all
    /// of them. Figures of several sizes can only be compared if their jobs run in turn, too.</summary>
    public static IReadOnlyList<Figure> RunInterleaved(IReadOnlyList<ProcessJob> jobs)
    {
        var samples = jobs.ToDictionary(job => job, _ => new Dictionary<string, List<double>>(StringComparer.Ordinal));
        for (var round = 0; round < jobs.Max(job => job.Rounds); round++)
            foreach (var job in round % 2 == 0 ? jobs : jobs.Reverse())
                if (round < job.Rounds)
                    foreach (var (name, value) in job.RunOnce())
                        (samples[job].TryGetValue(name, out var values) ? values : samples[job][name] = []).Add(value);
        return
        [
            .. jobs.SelectMany(job =>
                samples[job]
                    .Select(sample => Figure.Of(job.Size, job.Subject, $"{job.Label}{sample.Key}", sample.Value))
            ),
        ];
    }

    private IEnumerable<(string Name, double Value)> RunOnce()
    {
        var start = Stopwatch.GetTimestamp();
        var output = Tool.Run(Executable, Path.GetDirectoryName(Executable)!, Arguments);
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        return
        [
            .. output
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(' '))
                // Other programs print other lines.
                .Where(parts =>
                    parts.Length == 2
                    && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out _)
                )
                .Select(parts => (parts[0], double.Parse(parts[1], CultureInfo.InvariantCulture))),
            (Process, elapsed),
        ];
    }
}
