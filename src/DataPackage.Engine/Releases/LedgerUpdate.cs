using DataPackage.Engine.History;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Releases;

/// <summary>Makes the ledger of a release of the ledger before it.</summary>
internal static class LedgerUpdate
{
    private static readonly HashSet<MemberRole> Recorded =
    [
        MemberRole.Accessor,
        MemberRole.EnumValue,
        MemberRole.Key,
        MemberRole.Kind,
        MemberRole.Property,
    ];

    /// <param name="ledger">Null before the first release.</param>
    /// <param name="version">The release.</param>
    public static Ledger Of(Ledger? ledger, PublishedPackage now, EquatableArray<RetiredId> retired, string version)
    {
        var fates = new IdFates(now.Ids, retired);
        var entries = new Dictionary<(string, string), LedgerEntry>();
        var published = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in ledger?.Entries ?? default)
        {
            entries[(entry.Role, entry.Name)] = entry;
            if (entry is { IsId: true, State: LedgerState.Live })
                published.Add(entry.Name);
        }

        foreach (var name in fates.Ids.Now.Concat(fates.Ids.Heirs.Keys))
            Publish(entries, new LedgerEntry(LedgerEntry.Id, name, version, LedgerState.Live));
        var members = now
            .Members.Where(member => Recorded.Contains(member.Role))
            .Select(member => EntryOf(member, version))
            .ToDictionary(member => (member.Role, member.Name));
        foreach (var member in members.Values)
            Publish(entries, member);
        // What was given up before anything was recorded.
        if (ledger is null)
            foreach (var id in retired)
                Publish(entries, new LedgerEntry(LedgerEntry.Id, id.Name, id.Since, LedgerState.Retired, id.Since));
        return new Ledger(
            version,
            entries
                .Values.Select(entry =>
                    entry.IsId ? Follow(entry, fates, version, published)
                    : members.TryGetValue((entry.Role, entry.Name), out var member)
                        ? member with
                        {
                            Since = entry.Since,
                        }
                    : entry.State == LedgerState.Live ? entry with { State = LedgerState.Retired, Until = version }
                    : entry
                )
                .OrderBy(entry => entry.Role, StringComparer.Ordinal)
                .ThenBy(entry => entry.Name, StringComparer.Ordinal)
                .ToEquatableArray(),
            ledger?.Withdrawn ?? WithdrawnIds.None
        );
    }

    private static LedgerEntry EntryOf(PublishedMember member, string version) =>
        new(
            FactsFile.WordOf(member.Role),
            member.Name,
            version,
            LedgerState.Live,
            Targets: member.Role is MemberRole.Accessor or MemberRole.Key ? new([member.Signature]) : default
        );

    private static void Publish(Dictionary<(string, string), LedgerEntry> entries, LedgerEntry entry)
    {
        if (!entries.ContainsKey((entry.Role, entry.Name)))
            entries.Add((entry.Role, entry.Name), entry);
    }

    /// <summary>What became of an id. Its targets live: one that ended later is followed to its end.</summary>
    /// <param name="published">The ids of entities that the release before had.</param>
    private static LedgerEntry Follow(LedgerEntry entry, IdFates fates, string version, HashSet<string> published)
    {
        var (state, targets) = fates.Of(entry);
        // The id of an entity that there was before led to two: the entity was merged with it.
        if (
            state == LedgerState.Renamed
            && (entry.Targets.Equals(targets) ? entry.State == LedgerState.Merged : published.Contains(targets[0]))
        )
            state = LedgerState.Merged;
        var isStill = entry.State == state || (entry.IsGivenUp && state is LedgerState.Split or LedgerState.Retired);
        return entry with
        {
            State = state,
            Until =
                state == LedgerState.Live ? ""
                : isStill ? entry.Until
                : version,
            Targets = targets,
        };
    }
}
