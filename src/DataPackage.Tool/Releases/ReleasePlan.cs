using System.Security.Cryptography;
using DataPackage.Engine;
using DataPackage.Engine.History;
using DataPackage.Engine.Releases;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;
using DataPackage.Tool.Packages;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Releases;

/// <summary>What a release would change, and which version it needs.</summary>
internal sealed class ReleasePlan
{
    private readonly EquatableArray<RetiredId> _retired;

    private ReleasePlan(
        Ledger? ledger,
        PublishedPackage? last,
        PublishedPackage now,
        PackageCompiler compiler,
        Withdrawal? withdrawal
    )
    {
        (Ledger, Now, Withdrawal) = (ledger, now, withdrawal);
        _retired = compiler.Releases.Retired;
        Changes = last is null ? default : ReleaseComparison.Of(last, now);
        if (withdrawal is not null)
            Changes = withdrawal.In(Changes);
        Level = ReleaseComparison.LevelOf(Changes);
    }

    /// <summary>The ledger before the release, without what the release withdraws; null before the first.</summary>
    public Ledger? Ledger { get; }

    /// <summary>What the seeds publish.</summary>
    public PublishedPackage Now { get; }

    /// <summary>What must not be named any more; null if nothing.</summary>
    public Withdrawal? Withdrawal { get; }

    /// <summary>All changes since the last release; none before the first.</summary>
    public EquatableArray<ReleaseChange> Changes { get; }

    public ReleaseLevel Level { get; }

    /// <summary>The lowest version that the release may have; null if any will do.</summary>
    public ReleaseVersion? Lowest => Ledger is null ? null : ReleaseGate.Lowest(Ledger.Version, Changes);

    /// <param name="withdrawn">The entities that must not be named any more, by kind and id.</param>
    /// <param name="version">The release; empty if it is only asked which one is needed.</param>
    /// <exception cref="StopException">The seeds have errors, or still have what is withdrawn.</exception>
    public static ReleasePlan Of(
        SeedPackage package,
        ReleaseFolder folder,
        IReadOnlyCollection<string> withdrawn,
        string version,
        Session session
    )
    {
        var compiler = package.Compile();
        if (withdrawn.Count == 0)
        {
            // Before the ledger is read: a mistake in it is one of the errors.
            var published = PackageVersions.Of(compiler, "the folder at hand", session, isCompared: false);
            var known = folder.ReadLedger();
            return new ReleasePlan(known, known is null ? null : folder.ReadFacts(), published, compiler, null);
        }

        var ledger = compiler.Releases.Ledger ?? throw StopException.Findings("no release has published anything yet");
        var names = NamesOf(withdrawn, ledger, compiler);
        var without = ledger.Without(names, Hexadecimal.Of(RandomNumberGenerator.GetBytes(16)), version);
        var written = without.Write();
        compiler = package.Compile(
            package
                .Read()
                .Select(seed =>
                    seed.SeedPath == SeedPaths.Ledger ? new SeedInput(seed.SeedPath, seed.FilePath, written) : seed
                )
        );
        var now = PackageVersions.Of(compiler, "the folder at hand", session, isCompared: false);
        var last = folder.ReadFacts();
        var withdrawal =
            names.Count == 0
                ? null
                : new Withdrawal(withdrawn, names, ledger, last, compiler.Schema, folder.ReadChanges());
        return new ReleasePlan(without, last, now, compiler, withdrawal);
    }

    /// <summary>The entities with all ids that led to them. One that is withdrawn already is left out.</summary>
    private static List<string> NamesOf(IReadOnlyCollection<string> withdrawn, Ledger ledger, PackageCompiler compiler)
    {
        var (ids, names) = (PublishedIds.Of(compiler.Index), new HashSet<string>(StringComparer.Ordinal));
        foreach (var name in withdrawn)
        {
            if (ids.Now.Contains(name) || ids.Heirs.ContainsKey(name))
                throw StopException.Findings($"the seeds still have '{name}': take it and what names it away first");
            if (compiler.Releases.Retired.Any(retired => retired.Name == name || retired.See.Contains(name)))
                throw StopException.Findings($"{SeedPaths.Retired} names '{name}': take it away there first");
            var led = ledger.NamesOf(name).Except(ids.Heirs.Keys).ToList();
            if (led.Count == 0 && ledger.Withdrawn.Find(name) is null)
                throw StopException.Findings($"no release has published '{name}'; name it by kind and id");
            names.UnionWith(led);
        }

        return [.. names];
    }

    /// <summary>The reason why the version is too low; null if it is not.</summary>
    public string? Refuse(string version) =>
        Ledger is null ? null : ReleaseGate.Refuse(Ledger.Version, Changes, version);

    /// <summary>An id that the release gives up, and of which another release is said; null if there is none. Before
    /// the first release, ids were given up unrecorded.</summary>
    public RetiredId? FindOtherRelease(string version)
    {
        if (Ledger is null)
            return null;
        var ended = (Ledger?.Entries ?? default)
            .Where(entry => entry.IsGivenUp)
            .Select(entry => entry.Name)
            .ToHashSet();
        return _retired.FirstOrDefault(retired => retired.Since != version && !ended.Contains(retired.Name));
    }

    /// <summary>The changes for a changelog.</summary>
    public IEnumerable<string> Markdown =>
        Ledger is null
            ? [$"The first release, with {Counted.Of(Now.Entities.Sum(entity => entity.Facts.Count), "fact")}."]
            : ChangeMarkdown.Lines(Changes);

    /// <summary>An id of the seeds that was withdrawn; null if there is none. Looks at all, where the compiler looks at
    /// some.</summary>
    public string? FindWithdrawn(CancellationToken cancellation) =>
        Ledger is null
            ? null
            : LedgerFault
                .Find(Ledger, Now.Ids, _retired, int.MaxValue, cancellation)
                .FirstOrDefault(fault => fault.Type == LedgerFaultType.UsedAgain)
                ?.Name;

    public Ledger LedgerOf(string version) => LedgerUpdate.Of(Ledger, Now, _retired, version);
}
