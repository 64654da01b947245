using DataPackage.Bench.Report;

namespace DataPackage.Bench.Sections;

/// <summary>The time from the first statement of <c>Main</c> until the birth date of the first entity was read, in
/// separate processes; in microseconds.</summary>
internal sealed class ColdSection : ISection
{
    public string Name => "cold";

    public SectionResult Run(Workspace workspace)
    {
        var figures = new List<Figure>();
        figures.AddRange(
            ProcessJob.RunInterleaved([
                .. workspace.Options.Sizes.SelectMany(size =>
                    workspace
                        .PeersAt(size)
                        .SelectMany(peer => Jobs(workspace, peer, size, peer.Name, workspace.Executable(peer, size)))
                ),
            ])
        );

        var notes = new List<string> { "MasterMemory: its package cannot be restored here." };
        if (!Peer.FlatBuffers.IsPossible)
            notes.Add("FlatBuffers: its compiler, flatc, is not installed.");
        figures.AddRange(RunVariant(workspace, "r2r", workspace.Options.Sizes));
        if (Workspace.Linker is not null)
            figures.AddRange(RunVariant(workspace, "aot", [workspace.Options.Middle]));
        else
            notes.Add("Native AOT: there is no linker.");
        return new SectionResult(figures, notes);
    }

    /// <summary>The subject of a peer's figures in this variant.</summary>
    public static string SubjectOf(Peer peer, string variant) => $"{peer.Name} ({variant})";

    /// <summary>At sizes other than the middle one, only the data package is measured: whether it is flat.</summary>
    private static IReadOnlyList<Figure> RunVariant(Workspace workspace, string variant, IEnumerable<int> sizes) =>
        ProcessJob.RunInterleaved([
            .. sizes.SelectMany(size =>
                (size == workspace.Options.Middle ? Peer.All : [Peer.DataPackage, Peer.OtherDelivery])
                    .Where(peer => peer.IsPossible && peer.Variants.Contains(variant))
                    .SelectMany(peer =>
                        Jobs(workspace, peer, size, SubjectOf(peer, variant), workspace.Executable(peer, size, variant))
                    )
            ),
        ]);

    private static IEnumerable<ProcessJob> Jobs(
        Workspace workspace,
        Peer peer,
        int size,
        string subject,
        string executable
    )
    {
        var rounds = peer.IsSlow ? workspace.Options.FewRoundsAt(size) : workspace.Options.RoundsAt(size);
        if (peer == Peer.Empty)
        {
            yield return new ProcessJob(size, subject, "", executable, rounds);
            yield break;
        }

        var sample = workspace.DataOf(size).Dataset.Sample;
        if (peer.HasData)
            yield return new ProcessJob(size, subject, "id ", executable, rounds, "id", sample.Id);
        if (peer.HasTypes)
            yield return new ProcessJob(size, subject, "type ", executable, rounds, "type", sample.Id);
        if (peer.HasAliases)
            yield return new ProcessJob(size, subject, "alias ", executable, rounds, "alias", sample.Aliases[0]);
        if (peer.HasAccessors)
            yield return new ProcessJob(size, subject, "accessor ", executable, rounds, "accessor");
    }
}
