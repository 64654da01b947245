using DataPackage.Bench.Report;

namespace DataPackage.Bench.Sections;

/// <summary>From the first statement of <c>Main</c> until all names were read, and reading them again; in
/// microseconds.</summary>
internal sealed class AllSection : ISection
{
    /// <summary>Before the figures of processes in which the jit does not compile a loop twice: once to run it a while,
    /// once more, while it runs, to run it fast. The second time is a good part of the first pass, and nothing that the
    /// data have to do with.</summary>
    public const string LoopsCompiledOnce = "loops-compiled-once ";

    /// <summary>Before the figures of programs compiled ahead of time: what is left when the jit has nothing to
    /// do.</summary>
    public const string CompiledAhead = "compiled-ahead ";

    public string Name => "all";

    public SectionResult Run(Workspace workspace) =>
        new([
            .. workspace.Options.Sizes.SelectMany(size =>
                ProcessJob.RunInterleaved(
                    size,
                    [
                        .. workspace
                            .PeersAt(size)
                            .Where(peer => peer.HasData)
                            .SelectMany(peer => Jobs(workspace, peer, size)),
                    ]
                )
            ),
        ]);

    private static IEnumerable<ProcessJob> Jobs(Workspace workspace, Peer peer, int size)
    {
        var (executable, rounds) = (workspace.Executable(peer, size), workspace.Options.FewRoundsAt(size));
        yield return new ProcessJob(peer.Name, "", executable, rounds, "all");
        if (peer != Peer.DataPackage && peer != Peer.MemoryPack)
            yield break;
        yield return new ProcessJob(
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
                peer.Name,
                CompiledAhead,
                workspace.Executable(peer, size, "r2r"),
                rounds,
                "all"
            );
    }
}
