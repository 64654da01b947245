using DataPackage.Engine.Text;

namespace DataPackage.Engine.History;

/// <summary>Says what became of published ids.</summary>
internal sealed class IdFates(PublishedIds ids, EquatableArray<RetiredId> retired)
{
    private readonly Dictionary<string, RetiredId> _retired = retired.ToDictionary(
        id => id.Name,
        StringComparer.Ordinal
    );

    public PublishedIds Ids => ids;

    /// <summary>The state of an id, and the entities that it leads to, each once. Stays as it is if nothing is said of
    /// it.</summary>
    public (LedgerState State, EquatableArray<string> Targets) Of(LedgerEntry entry) =>
        ids.Now.Contains(entry.Name) ? (LedgerState.Live, default)
        : ids.Heirs.TryGetValue(entry.Name, out var heir) ? (LedgerState.Renamed, new([heir]))
        : _retired.TryGetValue(entry.Name, out var given)
            ? Of(given.See.Select(ids.Living).Distinct().ToEquatableArray())
        : (entry.State, entry.Targets);

    private static (LedgerState, EquatableArray<string>) Of(EquatableArray<string> successors) =>
        (successors.Count > 1 ? LedgerState.Split : LedgerState.Retired, successors);

    /// <summary>Whether an entity has or had the id, or its curator says that it is given up.</summary>
    public bool Knows(string name) =>
        ids.Now.Contains(name) || ids.Heirs.ContainsKey(name) || _retired.ContainsKey(name);

    /// <summary>Whether the entity that had taken over the id has given it back.</summary>
    public bool IsRenamedBack(LedgerEntry entry) =>
        entry.Targets.Count == 1 && ids.Heirs.TryGetValue(entry.Targets[0], out var heir) && heir == entry.Name;
}
