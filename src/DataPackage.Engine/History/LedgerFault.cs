using DataPackage.Engine.Text;

namespace DataPackage.Engine.History;

/// <summary>What stands in the way of a release.</summary>
/// <param name="Name">The kind and the id.</param>
/// <param name="Span">The line of the ledger, or the name in the list of what is retired.</param>
/// <param name="Other">The successor or the release that the fault is about.</param>
internal sealed record LedgerFault(LedgerFaultType Type, string Name, TextSpan Span, string Other)
{
    /// <summary>Whether the fault is one of the ledger's lines.</summary>
    public bool IsOfLedger => Type is LedgerFaultType.Vanished or LedgerFaultType.UsedAgain;

    /// <summary>The ids of a ledger that the package neither has nor forwards nor retires, those that it uses again,
    /// and what is said of retired ids and is not so.</summary>
    /// <param name="mostHashed">The most ids that are compared with those that were withdrawn: each takes about 20
    /// milliseconds.</param>
    public static IEnumerable<LedgerFault> Find(
        Ledger ledger,
        PublishedIds ids,
        EquatableArray<RetiredId> retired,
        int mostHashed,
        CancellationToken cancellation
    )
    {
        var fates = new IdFates(ids, retired);
        var entries = ledger
            .Entries.Where(entry => entry.IsId)
            .ToDictionary(entry => entry.Name, StringComparer.Ordinal);
        return entries
            .Values.Select(entry => Of(entry, fates))
            .Concat(FindWithdrawn(ledger, entries, ids, mostHashed, cancellation))
            .Concat(retired.Select(id => Of(id, entries, ledger.Version, ids)))
            .OfType<LedgerFault>()
            .Concat(
                retired.SelectMany(id =>
                    id.See.Where(name => !ids.Now.Contains(ids.Living(name)))
                        .Select(name => new LedgerFault(LedgerFaultType.UnknownSuccessor, id.Name, id.Span, name))
                )
            );
    }

    private static LedgerFault? Of(LedgerEntry entry, IdFates fates)
    {
        if (entry.State == LedgerState.Withdrawn)
            return null;
        if (!fates.Knows(entry.Name))
            return new LedgerFault(LedgerFaultType.Vanished, entry.Name, entry.Span, entry.Since);
        var isUsedAgain = fates.Of(entry).State switch
        {
            LedgerState.Live => entry.State != LedgerState.Live && !fates.IsRenamedBack(entry),
            LedgerState.Renamed => entry.IsGivenUp,
            _ => false,
        };
        return isUsedAgain ? new LedgerFault(LedgerFaultType.UsedAgain, entry.Name, entry.Span, entry.Until) : null;
    }

    /// <summary>Only an id that no release has can be one that was withdrawn.</summary>
    private static IEnumerable<LedgerFault> FindWithdrawn(
        Ledger ledger,
        Dictionary<string, LedgerEntry> entries,
        PublishedIds ids,
        int mostHashed,
        CancellationToken cancellation
    )
    {
        if (ledger.Withdrawn.Salt.Length == 0)
            yield break;
        var added = ids.Now.Concat(ids.Heirs.Keys).Where(name => !entries.ContainsKey(name));
        foreach (var name in added.OrderBy(name => name, StringComparer.Ordinal).Take(mostHashed))
        {
            cancellation.ThrowIfCancellationRequested();
            if (ledger.Withdrawn.Find(name) is { } hash)
                yield return new LedgerFault(LedgerFaultType.UsedAgain, name, entries[hash].Span, entries[hash].Until);
        }
    }

    private static LedgerFault? Of(
        RetiredId retired,
        Dictionary<string, LedgerEntry> entries,
        string released,
        PublishedIds ids
    )
    {
        LedgerFault Fault(LedgerFaultType type, string other = "") => new(type, retired.Name, retired.Span, other);
        if (!entries.TryGetValue(retired.Name, out var entry))
            return Fault(LedgerFaultType.NeverPublished);
        if (entry.IsGivenUp)
            return entry.Until == retired.Since ? null : Fault(LedgerFaultType.OtherRelease, entry.Until);
        if (ids.Now.Contains(retired.Name) || ids.Heirs.ContainsKey(retired.Name))
            return Fault(LedgerFaultType.StillUsed);
        return ReleaseVersion.Parse(retired.Since) is { } since && !since.IsAfter(ReleaseVersion.Parse(released)!.Value)
            ? Fault(LedgerFaultType.StillThere, released)
            : null;
    }
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

    /// <summary>A later release than the one that is said still had the id.</summary>
    StillThere,

    /// <summary>What took its place is no entity.</summary>
    UnknownSuccessor,
}
