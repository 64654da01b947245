using System.Diagnostics;

namespace DataPackage.Bench.Sections;

/// <summary>One rebuild of a project that was built before, with a compiler of its own.</summary>
internal static class MeasuredBuild
{
    /// <param name="arguments">The project, and how it is built.</param>
    /// <param name="packages">The folder of <see cref="Workspace.Packages"/>.</param>
    /// <param name="heapLimit">The most bytes of each process's managed heap; null for no limit.</param>
    /// <returns>How long the build took, and what its processes took.</returns>
    public static (TimeSpan Elapsed, CompilerWatch Watch) Run(
        IEnumerable<string> arguments,
        string packages,
        long? heapLimit = null
    )
    {
        var start = Stopwatch.GetTimestamp();
        using var build = Tool.Start(
            Tool.Dotnet,
            Path.GetTempPath(),
            heapLimit,
            [
                "build",
                .. arguments,
                "--no-restore",
                "--no-incremental",
                "-p:BuildProjectReferences=false",
                "-p:UseSharedCompilation=false",
                "-nodeReuse:false",
                "-p:EmitCompilerGeneratedFiles=false",
                $"-p:BenchPackages={packages}",
            ]
        );
        var watch = CompilerWatch.Follow(build);
        Tool.Finish(build);
        return (Stopwatch.GetElapsedTime(start), watch);
    }
}
