using DataPackage.Bench.Report;

namespace DataPackage.Bench.Sections;

/// <summary>The time from the first statement of <c>Main</c> until all names were read, and the time to read them
/// again; in microseconds.</summary>
internal sealed class AllSection : ISection
{
    /// <summary>Precedes the figures of processes in which the jit compiles each loop once. By default it compiles a
    /// loop a second time while it runs, to make it fast. That is a good part of the first pass, and unrelated to the
    /// data.</summary>
    public const string LoopsCompiledOnce = "loops-compiled-once ";

    /// <summary>Precedes the figures of programs compiled ahead of time, without the work of the jit.</summary>
    public const string CompiledAhead = "compiled-ahead ";

    public string Name => "all";

    public SectionResult Run(Workspace workspace) =>
        new([
            .. workspace.Options.Sizes.SelectMany(size =>
                ProcessJob.RunInterleaved([
                    .. workspace
                        .PeersAt(size)
                        .Where(peer => peer.HasData)
                        .SelectMany(peer => Jobs(workspace, peer, size)),
                ])
            ),
        ]);

    private static IEnumerable<ProcessJob> Jobs(Workspace workspace, Peer peer, int size)
    {
        var (executable, rounds) = (workspace.Executable(peer, size), workspace.Options.FewRoundsAt(size));
        yield return new ProcessJob(size, peer.Name, "", executable, rounds, "all");
        if (peer != Peer.DataPackage && peer != Peer.MemoryPack)
            yield break;
        yield return new ProcessJob(
            size,
            peer.Name,
            LoopsCompiledOnce,
            "/usr/bin/env",
            rounds,
            "DOTNET_TC_QuickJitForLoops=0",
            executable,
            "all"
        );
        if (size == workspace.Options.Middle)
            yield return new ProcessJob(
                size,
                peer.Name,
                CompiledAhead,
                workspace.Executable(peer, size, "r2r"),
                rounds,
                "all"
            );
    }
}
