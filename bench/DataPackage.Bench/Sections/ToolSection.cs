using DataPackage.Bench.Report;
using DataPackage.Testing;

namespace DataPackage.Bench.Sections;

/// <summary>The command <c>datapackage check</c> as a whole process, on the shipped data and on invented ones, beside
/// an empty program; in microseconds and bytes.</summary>
internal sealed class ToolSection : ISection
{
    public const string Check = "check";
    public const string Peak = "peak memory";

    public string Name => "tool";

    public SectionResult Run(Workspace workspace)
    {
        var tool = Build(workspace);
        var figures = new List<Figure>();
        var empty = workspace.Executable(Peer.Empty, workspace.Options.Small);
        figures.AddRange(
            ProcessJob.RunInterleaved([
                Job(0, tool, Repository.PathOf("seeds"), workspace.Options.RoundsAt(workspace.Options.Small)),
                new ProcessJob(0, Peer.Empty.Name, "", empty, workspace.Options.RoundsAt(workspace.Options.Small)),
            ])
        );
        foreach (var size in workspace.Options.Sizes)
        {
            var seeds = Path.Combine(workspace.DataOf(size).ToString(), "seeds");
            figures.AddRange(ProcessJob.RunInterleaved([Job(size, tool, seeds, workspace.Options.FewRoundsAt(size))]));
            figures.Add(Figure.Of(size, Check, Peak, PeakOf(tool, "check", seeds)));
        }

        return new SectionResult(figures);
    }

    /// <summary>The tool of this tree, as it is packed.</summary>
    public static string Build(Workspace workspace)
    {
        var artifacts = workspace.ToolFolder;
        Tool.Run(
            Tool.Dotnet,
            Repository.Root,
            "build",
            "src/DataPackage.Tool",
            "--configuration",
            "Release",
            "--artifacts-path",
            artifacts,
            "-maxcpucount:1",
            "-nologo",
            "-verbosity:quiet"
        );
        return Path.Combine(artifacts, "bin/DataPackage.Tool/release/DataPackage.Tool");
    }

    private static ProcessJob Job(int size, string tool, string seeds, int rounds) =>
        new(size, Check, "", tool, rounds, "check", seeds);

    /// <summary>The most memory of a run.</summary>
    public static double PeakOf(string tool, params IReadOnlyList<string> arguments)
    {
        using var process = Tool.Start(tool, Path.GetTempPath(), arguments);
        var peak = 0L;
        while (!process.HasExited)
        {
            try
            {
                process.Refresh();
                peak = Math.Max(peak, process.PeakWorkingSet64);
            }
            catch (InvalidOperationException)
            {
                // The process has just ended.
            }

            Thread.Sleep(1);
        }

        Tool.Finish(process);
        return peak;
    }
}
