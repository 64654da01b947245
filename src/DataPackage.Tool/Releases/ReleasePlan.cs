using DataPackage.Engine;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Releases;
using DataPackage.Engine.Text;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Releases;

/// <summary>What a release would change, and which version it needs.</summary>
internal sealed class ReleasePlan
{
    private readonly IReadOnlyCollection<RetiredId> _retired;

    private ReleasePlan(Ledger? ledger, PublishedPackage? last, PublishedPackage now, PackageCompiler compiler)
    {
        (Ledger, Now) = (ledger, now);
        _retired = LedgerCheck.ReadRetired(compiler.Documents, new DiagnosticBag(), out _);
        Changes = last is null ? default : ReleaseComparison.Of(last, Now);
        Level = ReleaseComparison.LevelOf(Changes);
    }

    /// <summary>The ledger before the release; null before the first.</summary>
    public Ledger? Ledger { get; }

    /// <summary>What the seeds publish.</summary>
    public PublishedPackage Now { get; }

    /// <summary>All changes since the last release; none before the first.</summary>
    public EquatableArray<ReleaseChange> Changes { get; }

    public ReleaseLevel Level { get; }

    /// <summary>The lowest version that the release may have; null if any will do.</summary>
    public ReleaseVersion? Lowest => Ledger is null ? null : ReleaseVersion.Parse(Ledger.Version)!.Value.Next(Level);

    /// <exception cref="StopException">The seeds have errors.</exception>
    public static ReleasePlan Of(PackageCompiler compiler, ReleaseFolder folder, Session session)
    {
        // Before the ledger is read: a mistake in it is one of the errors.
        var now = PackageVersions.Of(compiler, "the folder at hand", session, isCompared: false);
        var ledger = folder.ReadLedger();
        return new ReleasePlan(ledger, ledger is null ? null : folder.ReadFacts(), now, compiler);
    }

    /// <summary>The reason why the version is too low; null if it is not.</summary>
    public string? Refuse(ReleaseVersion version) =>
        Lowest is { } lowest && !version.IsAtLeast(lowest)
            ? Rules.VersionTooLow.Format([Ledger!.Version, $"{lowest}", $"{version}", ChangeWords.Summary(Changes)])
            : null;

    /// <summary>The changes for a changelog.</summary>
    public IEnumerable<string> Markdown =>
        Ledger is null
            ? [$"The first release, with {Counted.Of(Now.Entities.Sum(entity => entity.Facts.Count), "fact")}."]
            : ChangeMarkdown.Lines(Changes);

    public Ledger LedgerOf(string version) => LedgerUpdate.Of(Ledger, Now, _retired, version);
}
