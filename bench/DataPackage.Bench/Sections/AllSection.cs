using DataPackage.Bench.Report;

namespace DataPackage.Bench.Sections;

/// <summary>From the first statement of <c>Main</c> until all names were read, and reading them again; in microseconds.</summary>
internal sealed class AllSection : ISection
{
    public string Name => "all";

    public SectionResult Run(Workspace workspace) => new([.. workspace.Options.Sizes.SelectMany(size => ProcessJob.RunInterleaved(size,
        [.. workspace.PeersAt(size).Where(peer => peer != Peer.Empty)
            .Select(peer => new ProcessJob(peer.Name, "", workspace.Executable(peer, size), workspace.Options.FewRoundsAt(size), "all"))]))]);
}
