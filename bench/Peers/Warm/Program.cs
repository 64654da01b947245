using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using DataPackage.Bench.Peers;
using Perfolizer.Horology;

// In this process, so all results come from the same run; a process for each would load the data again.
var job = (
    args is [_, "smoke"]
        ? Job.Dry
        : Job.Default.WithWarmupCount(5).WithIterationCount(9).WithIterationTime(TimeInterval.FromMilliseconds(200))
).WithToolchain(InProcessEmitToolchain.Instance);
var config = ManualConfig
    .CreateEmpty()
    .AddJob(job)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddLogger(NullLogger.Instance)
    .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "benchmarks"));

if (args[0] == "mentions")
{
    // One operation, done in several ways.
    foreach (var report in BenchmarkRunner.Run<MentionOperations>(config).Reports)
        Print(report, MentionOperations.Operation, report.BenchmarkCase.Descriptor.WorkloadMethod.Name);
    return;
}

foreach (
    var (measure, type) in ((string, Type)[])
        [("DataPackage", typeof(DataPackageOperations)), ("object-graph", typeof(ObjectGraphOperations))]
)
foreach (var report in BenchmarkRunner.Run(type, config).Reports)
    Print(report, report.BenchmarkCase.Descriptor.WorkloadMethod.Name, measure);

static void Print(BenchmarkReport report, string operation, string measure)
{
    var time = report.ResultStatistics ?? throw new InvalidOperationException($"{operation} failed.");
    Console.WriteLine(
        FormattableString.Invariant($"result {operation} {measure} {time.Median:F3} {time.Min:F3} {time.Max:F3}")
    );
    var allocated = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;
    Console.WriteLine(
        FormattableString.Invariant($"result {operation} {measure}-allocated {allocated} {allocated} {allocated}")
    );
}
