using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.History;

/// <summary>An id that was given up, as generated code answers for it.</summary>
/// <param name="Accessors">The names that it had in C#, by the ledger; where none is recorded, the name that follows
/// from its id. Without those that other entities have now.</param>
/// <param name="Since">The release in which it was given up.</param>
/// <param name="Because">The reason, for people.</param>
/// <param name="Successors">The entities that took its place, in the order of the file.</param>
internal sealed record Retirement(
    string Kind,
    string Id,
    EquatableArray<string> Accessors,
    string Since,
    string Because,
    EquatableArray<EntityLink> Successors
)
{
    /// <summary>Several entities took its place, so nobody can say which of them was meant.</summary>
    public bool IsSplit => Successors.Count > 1;

    /// <summary>Those of the kinds that there are, ordered by kind, then by id, ordinally. What contradicts the
    /// entities is left out, because it is reported.</summary>
    public static EquatableArray<Retirement> Of(ReleaseFiles files, PackageIndex index)
    {
        var retired = files.Retired;
        if (retired.Count == 0)
            return default;
        var ids = PublishedIds.Of(index);
        var taken = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        return retired
            .Where(each => !ids.Now.Contains(each.Name) && !ids.Heirs.ContainsKey(each.Name))
            .OrderBy(each => each.Name, StringComparer.Ordinal)
            .Select(each =>
            {
                var (kind, id) = Split(each.Name);
                return index.Find(kind) is not { } found
                    ? null
                    : new Retirement(
                        kind,
                        id,
                        AccessorsOf(each.Name, id, found, files.Ledger, taken),
                        each.Since,
                        each.Because,
                        each.See.Select(ids.Living)
                            .Distinct()
                            .Select(Split)
                            .Select(name => index.Find(name.Kind)?.Find(name.Id))
                            .OfType<EntityLink>()
                            .ToEquatableArray()
                    );
            })
            .OfType<Retirement>()
            .ToEquatableArray();
    }

    /// <summary>An id may have slashes, the name of a kind has none.</summary>
    private static (string Kind, string Id) Split(string name)
    {
        var slash = name.IndexOf('/');
        return slash < 0 ? (name, "") : (name.Substring(0, slash), name.Substring(slash + 1));
    }

    private static EquatableArray<string> AccessorsOf(
        string name,
        string id,
        KindIndex index,
        Ledger? ledger,
        Dictionary<string, HashSet<string>> taken
    )
    {
        var kind = index.Kind;
        if (index.HasTooManyForAccessors)
            return default;
        var had = ledger?.AccessorsOf(name, kind.Plural).ToList() ?? [];
        if (had.Count == 0 && ledger is null && kind.Seeding.Accessors is AccessorPolicy.All or AccessorPolicy.Distinct)
            had.Add(Names.ToAccessor(id, kind));
        if (!taken.TryGetValue(kind.Name, out var names))
            taken.Add(kind.Name, names = TakenIn(index));
        // The catalog may have got a member of that name since.
        return had.Where(accessor => Names.ToAccessor(accessor, kind) == accessor && names.Add(accessor))
            .ToEquatableArray();
    }

    private static HashSet<string> TakenIn(KindIndex index) =>
        new(
            index.Entities.SelectMany(entity =>
                index.FormerNamesOf(entity.Row).Select(former => former.Accessor).Concat([entity.Accessor])
            ),
            StringComparer.Ordinal
        )
        {
            "",
        };
}
