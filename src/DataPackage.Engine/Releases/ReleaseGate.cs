using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Releases;

/// <summary>Says which version changes need.</summary>
internal static class ReleaseGate
{
    /// <summary>The lowest version that may follow the last release.</summary>
    public static ReleaseVersion Lowest(string last, EquatableArray<ReleaseChange> changes) =>
        ReleaseVersion.Parse(last)!.Value.Next(ReleaseComparison.LevelOf(changes));

    /// <summary>The reason why a version is too low; null if it is not.</summary>
    public static string? Refuse(string last, EquatableArray<ReleaseChange> changes, string version) =>
        Lowest(last, changes) is var lowest
        && ReleaseVersion.ParseLoosely(version) is { } stated
        && stated.IsAtLeast(lowest)
            ? null
            : Rules.VersionTooLow.Format([last, $"{lowest}", version, ChangeWords.Summary(changes)]);
}
