using DataPackage.Engine.Text;

namespace DataPackage.Engine.Releases;

/// <summary>The words for changes, in reports and in files.</summary>
internal static class ChangeWords
{
    /// <summary>The words of the levels, in their order.</summary>
    public static string Of(ReleaseLevel level) =>
        level switch
        {
            ReleaseLevel.None => "none",
            ReleaseLevel.Patch => "patch",
            ReleaseLevel.Minor => "minor",
            _ => "major",
        };

    public static string Of(ChangeType type) =>
        type switch
        {
            ChangeType.Package => "package",
            ChangeType.Member => "member",
            ChangeType.EntityRemoved => "entity-removed",
            ChangeType.EntityWithdrawn => "entity-withdrawn",
            ChangeType.EntityRenamed => "entity-renamed",
            ChangeType.EntityMerged => "entity-merged",
            ChangeType.EntityAdded => "entity-added",
            ChangeType.FormerId => "former-id",
            ChangeType.Fact => "fact",
            _ => "citation",
        };

    /// <summary>One sentence: the level, and what demands it.</summary>
    public static string Summary(EquatableArray<ReleaseChange> changes)
    {
        var level = ReleaseComparison.LevelOf(changes);
        if (level == ReleaseLevel.None)
            return "none: the two publish the same";
        // An entity says more than its names in code.
        var deciding = changes
            .Where(change => change.Level == level)
            .OrderBy(change => change.Type == ChangeType.Member)
            .ToList();
        var first = deciding[0];
        return $"{Of(level)}: {Head(first)}{(first.Why.Length > 0 ? ": " + first.Why : "")}"
            + (deciding.Count > 1 ? $"; and {deciding.Count - 1} more of this level" : "");
    }

    /// <summary>What changed, without the facts.</summary>
    public static string Head(ReleaseChange change) =>
        change.Type switch
        {
            ChangeType.EntityAdded => $"{change.Subject} is new",
            ChangeType.EntityRemoved => $"{change.Subject} is gone",
            ChangeType.EntityWithdrawn => $"{change.Before} of the kind {change.Subject} may not be named any more",
            ChangeType.EntityRenamed => $"{change.Subject} is called {change.After} now",
            ChangeType.EntityMerged => $"{change.Subject} is part of {change.After} now",
            ChangeType.FormerId => $"{change.Subject}, a former id of {change.Before ?? "nothing"}, is one of "
                + $"{change.After ?? "nothing"} now",
            ChangeType.Fact or ChangeType.Citation => $"{change.Subject} {change.Path}".TrimEnd(),
            _ => change switch
            {
                { Before: null } => $"{change.Subject} is new",
                { After: null } => $"{change.Subject} is gone",
                _ => $"{change.Subject} was {change.Before} and is {change.After}",
            },
        };
}
