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
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in ledger?.Entries ?? default)
        {
            entries[(entry.Role, entry.Name)] = entry;
            if (entry is { IsId: true, State: LedgerState.Live })
                known.Add(entry.Name);
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
                    entry.IsId ? update.Follow(entry, version, known)
                    : members.Contains((entry.Role, entry.Name)) ? entry with { State = LedgerState.Live, Until = "" }
                    : entry.State == LedgerState.Live ? entry with { State = LedgerState.Retired, Until = version }
                    : entry
                )
                .OrderBy(entry => entry.Role, StringComparer.Ordinal)
                .ThenBy(entry => entry.Name, StringComparer.Ordinal)
                .ToEquatableArray(),
            ledger?.Withdrawn ?? default
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
    private LedgerEntry Follow(LedgerEntry entry, string version, HashSet<string> known)
    {
        var isRetired = _retired.TryGetValue(entry.Name, out var retired);
        if (_ids.Now.Contains(entry.Name))
        {
            if (entry.State is LedgerState.Split or LedgerState.Retired)
                _faults.Add(new LedgerFault(entry, LedgerFaultType.UsedAgain));
            return entry with { State = LedgerState.Live, Until = "", Target = "" };
        }

        var until = entry.State == LedgerState.Live ? version : entry.Until;
        if (_ids.Heirs.TryGetValue(entry.Name, out var heir))
            return entry with
            {
                State =
                    entry.State == LedgerState.Merged || known.Contains(heir)
                        ? LedgerState.Merged
                        : LedgerState.Renamed,
                Until = until,
                Target = heir,
            };
        if (isRetired)
            return entry with
            {
                State = retired!.See.Count > 1 ? LedgerState.Split : LedgerState.Retired,
                Until = until,
                Target = string.Join(" ", retired.See),
            };
        _faults.Add(new LedgerFault(entry, LedgerFaultType.Vanished));
        return entry;
    }

    private void CheckRetired(Ledger ledger)
    {
        var published = new HashSet<string>(
            ledger.Entries.Where(entry => entry.IsId).Select(entry => entry.Name),
            StringComparer.Ordinal
        );
        foreach (var retired in _retired.Values)
        {
            if (!published.Contains(retired.Name))
                _faults.Add(new LedgerFault(retired, LedgerFaultType.NeverPublished));
            foreach (var successor in retired.See.Where(name => !_ids.Now.Contains(name)))
                _faults.Add(new LedgerFault(retired, LedgerFaultType.UnknownSuccessor, successor));
        }
    }
}

/// <summary>What stands in the way of a release.</summary>
/// <param name="Entry">The entry of the ledger; null for a fault of what is retired.</param>
/// <param name="Retired">What is retired; null for a fault of the ledger.</param>
/// <param name="Successor">The entity that does not exist; empty for other faults.</param>
internal sealed record LedgerFault(LedgerEntry? Entry, RetiredId? Retired, LedgerFaultType Type, string Successor = "")
{
    public LedgerFault(LedgerEntry entry, LedgerFaultType type)
        : this(entry, null, type) { }

    public LedgerFault(RetiredId retired, LedgerFaultType type, string successor = "")
        : this(null, retired, type, successor) { }
}

internal enum LedgerFaultType
{
    /// <summary>A published id is gone without a word.</summary>
    Vanished,

    /// <summary>An id that was given up is that of an entity.</summary>
    UsedAgain,

    /// <summary>No release had the id.</summary>
    NeverPublished,

    /// <summary>What took its place is no entity.</summary>
    UnknownSuccessor,
}
