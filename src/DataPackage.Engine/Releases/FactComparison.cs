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
        foreach (var (was, isNow) in Paired(old, found, PassageOf, PassageOf))
            yield return new ReleaseChange(
                was is not null && isNow is not null ? ReleaseLevel.None : ReleaseLevel.Patch,
                ChangeType.Citation,
                subject,
                (was ?? isNow)!.For,
                was is null ? null : Text(was),
                isNow is null ? null : Text(isNow)
            );
    }

    private static string PassageOf(PublishedCitation citation) => $"{citation.For}\t{citation.Quote}";

    /// <summary>The value, and in brackets what is said of it.</summary>
    public static string Text(PublishedFact fact) =>
        fact.Remarks.Length == 0 ? fact.Value : $"{fact.Value} ({fact.Remarks})";

    public static string Text(PublishedCitation citation) => $"{citation.Article}{BeforeQuote}{citation.Quote}\"";

    /// <summary>The id of the article in the text of a citation.</summary>
    public static string ArticleIn(string text) =>
        text.IndexOf(BeforeQuote, StringComparison.Ordinal) is >= 0 and var end ? text.Substring(0, end) : text;

    private const string BeforeQuote = ": \"";

    /// <summary>What only one side has, by key, each as often as it has it more.</summary>
    private static IEnumerable<(string Key, List<T> Before, List<T> After)> Differing<T>(
        EquatableArray<T> before,
        EquatableArray<T> after,
        Func<T, string> keyOf
    )
        where T : notnull, IEquatable<T>
    {
        if (before.Equals(after))
            yield break;
        var surplus = new Dictionary<T, int>();
        foreach (var each in before)
            surplus[each] = CountOf(each) + 1;
        foreach (var each in after)
            surplus[each] = CountOf(each) - 1;
        int CountOf(T each) => surplus.TryGetValue(each, out var count) ? count : 0;

        var byKey = new SortedDictionary<string, (List<T> Before, List<T> After)>(StringComparer.Ordinal);
        (List<T> Before, List<T> After) At(string key)
        {
            if (!byKey.TryGetValue(key, out var lists))
                byKey.Add(key, lists = ([], []));
            return lists;
        }

        foreach (var each in before.Where(each => surplus[each] > 0))
        {
            surplus[each]--;
            At(keyOf(each)).Before.Add(each);
        }

        foreach (var each in after.Where(each => surplus[each] < 0))
        {
            surplus[each]++;
            At(keyOf(each)).After.Add(each);
        }

        foreach (var each in byKey)
            yield return (each.Key, each.Value.Before, each.Value.After);
    }

    /// <summary>Values that took the place of others. An item of a list takes no other's place, unless only what is
    /// said of it differs.</summary>
    private static IEnumerable<(PublishedFact? Before, PublishedFact? After)> Paired(
        string path,
        List<PublishedFact> before,
        List<PublishedFact> after,
        Renames renames
    ) =>
        path.Contains("[]") || path.EndsWith("~", StringComparison.Ordinal)
            ? Paired(before, after, fact => renames.InValue(fact.Value), fact => fact.Value)
            : Paired(before, after, _ => "", _ => "");

    /// <summary>Those with the same key, in turn; then those that have no counterpart.</summary>
    private static IEnumerable<(T? Before, T? After)> Paired<T>(
        List<T> before,
        List<T> after,
        Func<T, string> keyBefore,
        Func<T, string> keyAfter
    )
        where T : class
    {
        var free = after
            .GroupBy(keyAfter, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => new Queue<T>(same), StringComparer.Ordinal);
        foreach (var was in before)
            yield return (
                was,
                free.TryGetValue(keyBefore(was), out var same) && same.Count > 0 ? same.Dequeue() : null
            );
        foreach (var isNow in after)
            if (free[keyAfter(isNow)] is { Count: > 0 } left && ReferenceEquals(left.Peek(), isNow))
                yield return (null, left.Dequeue());
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
