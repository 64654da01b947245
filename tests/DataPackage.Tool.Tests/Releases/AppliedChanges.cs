using DataPackage.Engine.Releases;
using DataPackage.Engine.Text;

namespace DataPackage.Tool.Tests.Releases;

/// <summary>Makes the new version of the old one and the changes: so the changes say all.</summary>
internal sealed class AppliedChanges
{
    private readonly HashSet<(MemberRole, string, string)> _members;
    private readonly Dictionary<string, List<string>> _facts;
    private string _namespace;
    private string _language;

    private AppliedChanges(PublishedPackage package)
    {
        (_namespace, _language) = (package.Namespace, package.Language);
        _members = [.. package.Members.Select(member => (member.Role, member.Name, member.Signature))];
        _facts = package.Entities.ToDictionary(entity => entity.Name, Lines);
    }

    public static string Of(PublishedPackage before, EquatableArray<ReleaseChange> changes)
    {
        var applied = new AppliedChanges(before);
        foreach (var change in changes)
            applied.Apply(change);
        return applied.ToString();
    }

    /// <summary>All that a version says, in one order.</summary>
    public static string Spell(PublishedPackage package) => new AppliedChanges(package).ToString();

    private static List<string> Lines(PublishedEntity entity) =>
        [
            .. entity.FormerIds.Select(id => "former " + id),
            .. entity.Facts.Select(fact => $"{fact.Path} = {FactComparison.Text(fact)}"),
            .. entity.Citations.Select(citation => $"cited {citation.For} {FactComparison.Text(citation)}"),
        ];

    private void Apply(ReleaseChange change)
    {
        switch (change.Type)
        {
            case ChangeType.Package:
                if (change.Subject == "namespace")
                    _namespace = change.After!;
                else
                    _language = change.After!;
                break;
            case ChangeType.Member:
                var space = change.Subject.IndexOf(' ', StringComparison.Ordinal);
                var role = Enum.GetValues<MemberRole>()
                    .Single(each => FactsFile.WordOf(each) == change.Subject[..space]);
                var name = change.Subject[(space + 1)..];
                if (change.Before is { } then)
                    Assert.True(_members.Remove((role, name, then)));
                if (change.After is { } now)
                    Assert.True(_members.Add((role, name, now)));
                break;
            case ChangeType.EntityAdded:
                _facts.Add(change.Subject, []);
                break;
            case ChangeType.EntityRenamed or ChangeType.EntityMerged or ChangeType.EntityRemoved:
                _renames[change.Subject] = (change.Type, change.After);
                break;
            case ChangeType.FormerId:
                var (kind, id) = (
                    change.Subject.Split('/')[0],
                    change.Subject[(change.Subject.IndexOf('/', StringComparison.Ordinal) + 1)..]
                );
                if (change.Before is { } owner)
                    Assert.True(_facts[$"{kind}/{owner}"].Remove("former " + id));
                if (change.After is { } heir)
                    _added.Add(($"{kind}/{heir}", "former " + id));
                break;
            default:
                var mark = change.Type == ChangeType.Fact ? $"{change.Path} = " : $"cited {change.Path} ";
                if (change.Before is { } old)
                    Assert.True(_facts[change.Subject].Remove(mark + old), $"{change.Subject} had no {mark}{old}");
                if (change.After is { } value)
                    _facts[change.Subject].Add(mark + value);
                break;
        }
    }

    private readonly SortedDictionary<string, (ChangeType Type, string? After)> _renames = new(StringComparer.Ordinal);
    private readonly List<(string Entity, string Line)> _added = [];

    public override string ToString()
    {
        foreach (var (name, (type, after)) in _renames)
        {
            var kind = name[..name.IndexOf('/', StringComparison.Ordinal)];
            var id = name[(kind.Length + 1)..];
            _facts.Remove(name, out var lines);
            if (type == ChangeType.EntityRenamed)
                _facts.Add($"{kind}/{after}", lines!);
            else
                Assert.DoesNotContain(lines!, line => !line.StartsWith("former ", StringComparison.Ordinal));
            if (after is not null)
                _added.Add(($"{kind}/{after}", "former " + id));
        }

        foreach (var (entity, line) in _added)
            _facts[entity].Add(line);
        return string.Join(
            '\n',
            new[] { _namespace, _language }
                .Concat(_members.Select(member => member.ToString()).Order(StringComparer.Ordinal))
                .Concat(
                    _facts
                        .OrderBy(entity => entity.Key, StringComparer.Ordinal)
                        .SelectMany(entity => entity.Value.Order(StringComparer.Ordinal).Prepend("= " + entity.Key))
                )
        );
    }
}
