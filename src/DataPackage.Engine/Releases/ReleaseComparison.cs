using DataPackage.Engine.Text;

namespace DataPackage.Engine.Releases;

/// <summary>Compares two versions of a package.</summary>
internal sealed class ReleaseComparison
{
    private readonly PublishedPackage _before;
    private readonly PublishedPackage _after;
    private readonly Dictionary<string, PublishedEntity> _then;
    private readonly Dictionary<string, PublishedEntity> _now;

    /// <summary>By the kind and an id of any time, the entity that has or had it.</summary>
    private readonly Dictionary<string, PublishedEntity> _heirs = new(StringComparer.Ordinal);

    /// <summary>By an id, a kind that has it now.</summary>
    private readonly Dictionary<string, string> _kinds = new(StringComparer.Ordinal);
    private readonly List<ReleaseChange> _changes = [];

    private ReleaseComparison(PublishedPackage before, PublishedPackage after)
    {
        (_before, _after) = (before, after);
        _then = before.Entities.ToDictionary(entity => entity.Name, StringComparer.Ordinal);
        _now = after.Entities.ToDictionary(entity => entity.Name, StringComparer.Ordinal);
        foreach (var entity in after.Entities)
            _kinds[entity.Id] = entity.Kind;
        foreach (var entity in after.Entities)
        foreach (var former in entity.FormerIds)
            _heirs[$"{entity.Kind}/{former}"] = entity;
        // An id that an entity has wins over one that another had.
        foreach (var entity in after.Entities)
            _heirs[entity.Name] = entity;
    }

    /// <summary>All differences, ordered by what changed.</summary>
    public static EquatableArray<ReleaseChange> Of(PublishedPackage before, PublishedPackage after)
    {
        var comparison = new ReleaseComparison(before, after);
        comparison.CompareWhole();
        comparison.CompareMembers();
        comparison.CompareEntities();
        return comparison
            ._changes.OrderBy(change => change.Type)
            .ThenBy(change => change.Subject, StringComparer.Ordinal)
            .ThenBy(change => change.Path, StringComparer.Ordinal)
            // What is gone, then what is new.
            .ThenBy(change => change.Before is null)
            .ThenBy(change => change.Before, StringComparer.Ordinal)
            .ThenBy(change => change.After, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    /// <summary>The highest of the levels.</summary>
    public static ReleaseLevel LevelOf(IEnumerable<ReleaseChange> changes) =>
        changes.Select(change => change.Level).DefaultIfEmpty(ReleaseLevel.None).Max();

    private void CompareWhole()
    {
        if (_before.Namespace != _after.Namespace)
            Add(
                ReleaseLevel.Major,
                ChangeType.Package,
                "namespace",
                _before.Namespace,
                _after.Namespace,
                _before.Namespace.Length > 0 && _after.Namespace.Length > 0
                    ? "every name in code has it"
                    : "every name in code has it, and only one version states it: the other has that of its project"
            );
        if (_before.Language != _after.Language)
            Add(
                ReleaseLevel.Major,
                ChangeType.Package,
                "language",
                _before.Language,
                _after.Language,
                "a text that is asked for without a language is another one"
            );
    }

    private void CompareMembers()
    {
        var levels = new MemberLevels(_before, _after, Heir);
        var now = _after.Members.ToDictionary(member => (member.Role, member.Name));
        foreach (var then in _before.Members)
        {
            if (!now.TryGetValue((then.Role, then.Name), out var found))
                Add(MemberLevels.OfRemoved(then), then, then.Signature, null);
            else if (found.Signature != then.Signature)
                Add(levels.OfChanged(then, found), then, then.Signature, found.Signature);
            now.Remove((then.Role, then.Name));
        }

        foreach (var added in now.Values)
            Add(levels.OfAdded(added), added, null, added.Signature);
    }

    private void CompareEntities()
    {
        var renamed = new HashSet<string>(StringComparer.Ordinal);
        var renames = new Renames();
        foreach (var then in _before.Entities)
            if (!_now.ContainsKey(then.Name) && Heir(then.Name) is { } successor)
                renames.Add(then, successor);
        foreach (var then in _before.Entities)
        {
            if (!_now.TryGetValue(then.Name, out var now) && _heirs.TryGetValue(then.Name, out var heir))
            {
                var isRenamed = !_then.ContainsKey(heir.Name) && renamed.Add(heir.Name);
                now = isRenamed ? heir : null;
                Add(
                    ReleaseLevel.Minor,
                    isRenamed ? ChangeType.EntityRenamed : ChangeType.EntityMerged,
                    then.Name,
                    then.Id,
                    heir.Id,
                    "the old id finds it too"
                );
            }
            else if (now is null)
                Add(ReleaseLevel.Major, ChangeType.EntityRemoved, then.Name, then.Id, null, WhyRemoved(then));

            _changes.AddRange(FactComparison.Of(then, now, renames));
        }

        foreach (var now in _after.Entities)
            if (!_then.ContainsKey(now.Name) && !renamed.Contains(now.Name))
            {
                Add(ReleaseLevel.Minor, ChangeType.EntityAdded, now.Name, null, now.Id, "");
                _changes.AddRange(FactComparison.Of(null, now, renames));
            }

        CompareFormerIds();
    }

    private string WhyRemoved(PublishedEntity then) =>
        _kinds.TryGetValue(then.Id, out var kind)
            ? $"it is of the kind {kind} now, and who looks for a {then.Kind} does not find it"
            : "who stored the id no longer finds the entity";

    private void CompareFormerIds()
    {
        var (then, now) = (OwnersOfFormerIds(_before), OwnersOfFormerIds(_after));
        foreach (var name in then.Keys.Union(now.Keys).OrderBy(name => name, StringComparer.Ordinal))
        {
            var before = then.TryGetValue(name, out var old) ? old : null;
            var after = now.TryGetValue(name, out var found) ? found : null;
            // The change of the entity says that its old id is a former one.
            if (before?.Id == after?.Id || (before is null && _then.ContainsKey(name)))
                continue;
            var isFollowed = before is null || Heir(before.Name) is { } heir && heir == Heir(name);
            Add(
                before is null ? ReleaseLevel.Minor
                    : isFollowed ? ReleaseLevel.None
                    : ReleaseLevel.Major,
                ChangeType.FormerId,
                name,
                before?.Id,
                after?.Id,
                isFollowed ? "" : "who stored this id no longer finds the entity"
            );
        }
    }

    private PublishedEntity? Heir(string name) => _heirs.TryGetValue(name, out var heir) ? heir : null;

    private static Dictionary<string, PublishedEntity> OwnersOfFormerIds(PublishedPackage package)
    {
        var owners = new Dictionary<string, PublishedEntity>(StringComparer.Ordinal);
        foreach (var entity in package.Entities)
        foreach (var former in entity.FormerIds)
            owners[$"{entity.Kind}/{former}"] = entity;
        return owners;
    }

    private void Add((ReleaseLevel Level, string Why) judged, PublishedMember member, string? before, string? after) =>
        Add(
            judged.Level,
            ChangeType.Member,
            $"{FactsFile.WordOf(member.Role)} {member.Name}",
            before,
            after,
            judged.Why
        );

    private void Add(ReleaseLevel level, ChangeType type, string subject, string? before, string? after, string why) =>
        _changes.Add(new ReleaseChange(level, type, subject, "", before, after) { Why = why });
}
