using DataPackage.Engine.Text;

namespace DataPackage.Engine.Releases;

/// <summary>Makes the ledger of a release of the ledger before it, and says what stands in the way.</summary>
internal sealed class LedgerUpdate
{
    private static readonly HashSet<MemberRole> Recorded =
    [
        MemberRole.Accessor,
        MemberRole.EnumValue,
        MemberRole.Key,
        MemberRole.Kind,
        MemberRole.Property,
    ];

    private readonly PublishedIds _ids;
    private readonly Dictionary<string, RetiredId> _retired;
    private readonly List<LedgerFault> _faults = [];

    private LedgerUpdate(PublishedIds ids, IReadOnlyCollection<RetiredId> retired)
    {
        _ids = ids;
        _retired = retired.ToDictionary(id => id.Name, StringComparer.Ordinal);
    }

    /// <summary>The ids of a ledger that the package neither has nor forwards nor retires, and those that it uses
    /// again.</summary>
    public static IReadOnlyList<LedgerFault> Check(
        Ledger ledger,
        PublishedIds ids,
        IReadOnlyCollection<RetiredId> retired
    )
    {
        var update = new LedgerUpdate(ids, retired);
        foreach (var entry in ledger.Entries.Where(entry => entry.IsId))
            update.Follow(entry, "", []);
        update.CheckRetired(ledger);
        return update._faults;
    }

    /// <param name="ledger">Null before the first release.</param>
    /// <param name="version">The release.</param>
    public static Ledger Of(
        Ledger? ledger,
        PublishedPackage now,
        IReadOnlyCollection<RetiredId> retired,
        string version
    )
    {
        var update = new LedgerUpdate(PublishedIds.Of(now), retired);
        var entries = new Dictionary<(string, string), LedgerEntry>();
        var published = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in ledger?.Entries ?? default)
        {
            entries[(entry.Role, entry.Name)] = entry;
            if (entry is { IsId: true, State: LedgerState.Live })
                published.Add(entry.Name);
        }

        foreach (var name in update._ids.Now.Concat(update._ids.Heirs.Keys))
            Publish(entries, LedgerEntry.Id, name, version);
        foreach (var member in now.Members.Where(member => Recorded.Contains(member.Role)))
            Publish(entries, FactsFile.WordOf(member.Role), member.Name, version);
        var members = new HashSet<(string, string)>(
            now.Members.Select(member => (FactsFile.WordOf(member.Role), member.Name))
        );
        return new Ledger(
            version,
            entries
                .Values.Select(entry =>
                    entry.IsId ? update.Follow(entry, version, published)
                    : members.Contains((entry.Role, entry.Name)) ? entry with { State = LedgerState.Live, Until = "" }
                    : entry.State == LedgerState.Live ? entry with { State = LedgerState.Retired, Until = version }
                    : entry
                )
                .OrderBy(entry => entry.Role, StringComparer.Ordinal)
                .ThenBy(entry => entry.Name, StringComparer.Ordinal)
                .ToEquatableArray()
        );
    }

    private static void Publish(
        Dictionary<(string, string), LedgerEntry> entries,
        string role,
        string name,
        string version
    )
    {
        if (!entries.ContainsKey((role, name)))
            entries.Add((role, name), new LedgerEntry(role, name, version, LedgerState.Live));
    }

    /// <summary>What became of an id. Its targets live: one that ended later is followed to its end.</summary>
    /// <param name="published">The ids of entities that the release before had.</param>
    private LedgerEntry Follow(LedgerEntry entry, string version, HashSet<string> published)
    {
        if (_ids.Now.Contains(entry.Name))
        {
            if (entry.State != LedgerState.Live && !IsRenamedBack(entry))
                _faults.Add(new LedgerFault(entry, LedgerFaultType.UsedAgain));
            return entry with { State = LedgerState.Live, Until = "", Target = "" };
        }

        if (_ids.Heirs.TryGetValue(entry.Name, out var heir))
        {
            if (entry.State is LedgerState.Split or LedgerState.Retired)
                _faults.Add(new LedgerFault(entry, LedgerFaultType.UsedAgain));
            var isMerged = entry.Target == heir ? entry.State == LedgerState.Merged : published.Contains(heir);
            return Ended(entry, isMerged ? LedgerState.Merged : LedgerState.Renamed, heir, version);
        }

        if (_retired.TryGetValue(entry.Name, out var retired))
            return Ended(
                entry,
                retired.See.Count > 1 ? LedgerState.Split : LedgerState.Retired,
                string.Join(" ", retired.See.Select(Living)),
                version
            );
        _faults.Add(new LedgerFault(entry, LedgerFaultType.Vanished));
        return entry;
    }

    /// <summary>Whether the entity that had taken over the id has given it back.</summary>
    private bool IsRenamedBack(LedgerEntry entry) =>
        _ids.Heirs.TryGetValue(entry.Target, out var heir) && heir == entry.Name;

    private static LedgerEntry Ended(LedgerEntry entry, LedgerState state, string target, string version) =>
        entry with
        {
            State = state,
            Until = entry.State == state ? entry.Until : version,
            Target = target,
        };

    /// <summary>The entity that the name finds.</summary>
    private string Living(string name) => _ids.Heirs.TryGetValue(name, out var heir) ? heir : name;

    private void CheckRetired(Ledger ledger)
    {
        var entries = ledger
            .Entries.Where(entry => entry.IsId)
            .ToDictionary(entry => entry.Name, StringComparer.Ordinal);
        foreach (var retired in _retired.Values)
        {
            if (!entries.TryGetValue(retired.Name, out var entry))
                _faults.Add(new LedgerFault(retired, LedgerFaultType.NeverPublished));
            else if (
                entry.State is not (LedgerState.Split or LedgerState.Retired)
                && (_ids.Now.Contains(retired.Name) || _ids.Heirs.ContainsKey(retired.Name))
            )
                _faults.Add(new LedgerFault(retired, LedgerFaultType.StillUsed));
            else if (entry.Until.Length > 0 && entry.Until != retired.Since)
                _faults.Add(new LedgerFault(retired, LedgerFaultType.OtherRelease, entry.Until));
            foreach (var successor in retired.See.Where(name => !_ids.Now.Contains(Living(name))))
                _faults.Add(new LedgerFault(retired, LedgerFaultType.UnknownSuccessor, successor));
        }
    }
}

/// <summary>What stands in the way of a release.</summary>
/// <param name="Entry">The entry of the ledger; null for a fault of what is retired.</param>
/// <param name="Retired">What is retired; null for a fault of the ledger.</param>
/// <param name="Other">The successor or the release that the fault is about; empty for other faults.</param>
internal sealed record LedgerFault(LedgerEntry? Entry, RetiredId? Retired, LedgerFaultType Type, string Other = "")
{
    public LedgerFault(LedgerEntry entry, LedgerFaultType type)
        : this(entry, null, type) { }

    public LedgerFault(RetiredId retired, LedgerFaultType type, string other = "")
        : this(null, retired, type, other) { }
}

internal enum LedgerFaultType
{
    /// <summary>A published id is gone without a word.</summary>
    Vanished,

    /// <summary>An id that was given up is that of an entity.</summary>
    UsedAgain,

    /// <summary>No release had the id.</summary>
    NeverPublished,

    /// <summary>An entity has the retired id, or had it.</summary>
    StillUsed,

    /// <summary>The id was given up in another release than is said.</summary>
    OtherRelease,

    /// <summary>What took its place is no entity.</summary>
    UnknownSuccessor,
}
