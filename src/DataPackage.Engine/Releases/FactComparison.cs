using DataPackage.Engine.Text;

namespace DataPackage.Engine.Releases;

/// <summary>Compares the facts and citations of an entity.</summary>
internal static class FactComparison
{
    private static readonly PublishedEntity Nothing = new("", "", default, default, default);

    /// <param name="then">Null if the entity is new.</param>
    /// <param name="now">Null if the entity is gone.</param>
    public static IEnumerable<ReleaseChange> Of(PublishedEntity? then, PublishedEntity? now, Renames renames)
    {
        var subject = (then ?? now)!.Name;
        var (before, after) = (then ?? Nothing, now ?? Nothing);
        foreach (var (path, old, found) in Differing(before.Facts, after.Facts, fact => fact.Path))
        foreach (var (was, isNow) in Paired(path, old, found, renames))
            yield return new ReleaseChange(
                IsSame(was, isNow, renames) ? ReleaseLevel.None : ReleaseLevel.Patch,
                ChangeType.Fact,
                subject,
                path,
                was is null ? null : Text(was),
                isNow is null ? null : Text(isNow)
            )
            {
                CitedBefore = was is null ? default : Supporting(path, before),
                CitedAfter = isNow is null ? default : Supporting(path, after),
            };
        foreach (
            var (_, old, found) in Differing(
                before.Citations,
                after.Citations,
                citation => renames.OfArticle(citation.Article)
            )
        )
        foreach (var (was, isNow) in Paired(old, found))
            yield return new ReleaseChange(
                was is not null && isNow is not null ? ReleaseLevel.None : ReleaseLevel.Patch,
                ChangeType.Citation,
                subject,
                (was ?? isNow)!.For,
                was is null ? null : Text(was),
                isNow is null ? null : Text(isNow)
            );
    }

    /// <summary>The same passages, of an article that was renamed; and those that have no counterpart.</summary>
    private static IEnumerable<(PublishedCitation? Before, PublishedCitation? After)> Paired(
        List<PublishedCitation> before,
        List<PublishedCitation> after
    )
    {
        foreach (var was in before)
        {
            var same = after.FindIndex(citation => citation.Quote == was.Quote && citation.For == was.For);
            yield return (was, same < 0 ? null : after[same]);
            if (same >= 0)
                after.RemoveAt(same);
        }

        foreach (var isNow in after)
            yield return (null, isNow);
    }

    /// <summary>The value, and in brackets what is said of it.</summary>
    public static string Text(PublishedFact fact) =>
        fact.Remarks.Length == 0 ? fact.Value : $"{fact.Value} ({fact.Remarks})";

    public static string Text(PublishedCitation citation) => $"{citation.Article}: \"{citation.Quote}\"";

    /// <summary>What only one side has, by key, each as often as it has it more.</summary>
    private static IEnumerable<(string Key, List<T> Before, List<T> After)> Differing<T>(
        EquatableArray<T> before,
        EquatableArray<T> after,
        Func<T, string> keyOf
    )
        where T : IEquatable<T>
    {
        if (before.Equals(after))
            yield break;
        var byKey = new SortedDictionary<string, (List<T> Before, List<T> After)>(StringComparer.Ordinal);
        (List<T> Before, List<T> After) At(string key)
        {
            if (!byKey.TryGetValue(key, out var lists))
                byKey.Add(key, lists = ([], []));
            return lists;
        }

        foreach (var each in before)
            At(keyOf(each)).Before.Add(each);
        foreach (var each in after)
        {
            var lists = At(keyOf(each));
            if (!lists.Before.Remove(each))
                lists.After.Add(each);
        }

        foreach (var each in byKey)
            if (each.Value.Before.Count + each.Value.After.Count > 0)
                yield return (each.Key, each.Value.Before, each.Value.After);
    }

    /// <summary>Values that took the place of others. An item of a list takes no other's place, unless only what is
    /// said of it differs.</summary>
    private static IEnumerable<(PublishedFact? Before, PublishedFact? After)> Paired(
        string path,
        List<PublishedFact> before,
        List<PublishedFact> after,
        Renames renames
    )
    {
        var isOne = !path.Contains("[]") && !path.EndsWith("~", StringComparison.Ordinal);
        foreach (var was in before)
        {
            var same = after.FindIndex(fact => isOne || fact.Value == renames.InValue(was.Value));
            yield return (was, same < 0 ? null : after[same]);
            if (same >= 0)
                after.RemoveAt(same);
        }

        foreach (var isNow in after)
            yield return (null, isNow);
    }

    /// <summary>Whether the value is the same but for the id of an entity that was renamed.</summary>
    private static bool IsSame(PublishedFact? was, PublishedFact? isNow, Renames renames) =>
        was is not null
        && isNow is not null
        && renames.InValue(was.Value) == isNow.Value
        && renames.InRemarks(was.Remarks) == isNow.Remarks;

    /// <summary>The passages for the property; those for the whole entity if it has none.</summary>
    private static EquatableArray<PublishedCitation> Supporting(string path, PublishedEntity entity)
    {
        var property = PropertyOf(path);
        var own = entity.Citations.Where(citation => citation.For.Split(',').Any(each => PropertyOf(each) == property));
        return (own.Any() ? own : entity.Citations.Where(citation => citation.For.Length == 0)).ToEquatableArray();
    }

    private static string PropertyOf(string path)
    {
        var end = path.IndexOfAny(['.', '[', '~']);
        return end < 0 ? path : path.Substring(0, end);
    }
}
