using DataPackage.Bench.Report;

namespace DataPackage.Bench.Sections;

/// <summary>The managed heap and the peak of resident memory, after one entity was read by id and after all names were
/// read; in bytes.</summary>
internal sealed class MemorySection : ISection
{
    public string Name => "memory";

    public SectionResult Run(Workspace workspace) =>
        new([
            .. workspace.Options.Sizes.SelectMany(size =>
                ProcessJob.RunInterleaved([
                    .. workspace
                        .PeersAt(size)
                        .Where(peer => peer != Peer.EmptyProperties)
                        .Select(peer => new ProcessJob(
                            size,
                            peer.Name,
                            "",
                            workspace.Executable(peer, size),
                            workspace.Options.FewRoundsAt(size),
                            "memory",
                            workspace.DataOf(size).Dataset.Sample.Id
                        )),
                ])
            ),
        ]);
}
