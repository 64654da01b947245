using DataPackage.Engine.History;
using DataPackage.Engine.Linking;

namespace DataPackage.Tool.Site.Fates;

/// <summary>An id that was published, and that no entity has now. One that must not be named any more is none of
/// these.</summary>
/// <param name="Since">The release in which it ended; empty if none is recorded.</param>
/// <param name="Because">The reason, for people; empty if it was renamed or merged.</param>
/// <param name="Successors">One if it was renamed or merged, several if it was split, one or none if it was given
/// up.</param>
internal sealed record GoneId(
    string Kind,
    string Id,
    GoneStatus Status,
    string Since,
    string Because,
    IReadOnlyList<EntityLink> Successors
)
{
    /// <summary>Whether the id still finds an entity.</summary>
    public bool IsFollowed => Status is GoneStatus.Renamed or GoneStatus.Merged;

    /// <summary>The word of the ledger.</summary>
    public string Word =>
        Status switch
        {
            GoneStatus.Renamed => "renamed",
            GoneStatus.Merged => "merged",
            GoneStatus.Split => "split",
            _ => "retired",
        };

    /// <summary>All of them, by kind and id. Seeds name each one, or the check of the ledger is an error.</summary>
    public static IReadOnlyDictionary<string, GoneId> All(
        ReleaseFiles releases,
        PackageIndex index,
        LinkedPackage package
    )
    {
        var gone = new SortedDictionary<string, GoneId>(StringComparer.Ordinal);
        var entries = (releases.Ledger?.Entries ?? default)
            .Where(entry => entry.IsId)
            .ToDictionary(entry => entry.Name, StringComparer.Ordinal);
        foreach (var kind in package.Kinds)
            for (var row = 0; row < kind.Entities.Count; row++)
                foreach (var former in kind.Entities[row].FormerNames)
                {
                    var (entity, name) = (kind.Entities[row], $"{kind.Name}/{former.Id}");
                    var entry = entries.GetValueOrDefault(name);
                    gone[name] = new GoneId(
                        kind.Name,
                        former.Id,
                        entry?.State == LedgerState.Merged ? GoneStatus.Merged : GoneStatus.Renamed,
                        entry?.Until ?? "",
                        "",
                        [entity.LinkAt(kind.Name, row)]
                    );
                }

        foreach (var retired in Retirement.Of(releases, index))
            gone[$"{retired.Kind}/{retired.Id}"] = new GoneId(
                retired.Kind,
                retired.Id,
                retired.IsSplit ? GoneStatus.Split : GoneStatus.Retired,
                retired.Since,
                retired.Because,
                [.. retired.Successors]
            );
        return gone;
    }
}

internal enum GoneStatus
{
    /// <summary>The id is a former id of an entity that is called otherwise now.</summary>
    Renamed,

    /// <summary>The same, of an entity that was published before.</summary>
    Merged,

    /// <summary>Several entities took its place: nobody can say which of them was meant.</summary>
    Split,

    /// <summary>Nothing took its place, or one entity.</summary>
    Retired,
}
