using DataPackage.Engine.Text;

namespace DataPackage.Engine.Releases;

/// <summary>What a change means for those who use a package, in the parts of a version (Semantic Versioning
/// 2.0).</summary>
internal enum ReleaseLevel
{
    /// <summary>Nobody notices.</summary>
    None,

    /// <summary>A value says something else.</summary>
    Patch,

    /// <summary>There is more than before, and all that was there still works.</summary>
    Minor,

    /// <summary>Code that compiled, or an id that was stored, no longer works.</summary>
    Major,
}

internal static class ReleaseLevels
{
    /// <summary>The lowest version that may follow with changes of this level. Before 1.0.0 the second number counts
    /// what breaks, too.</summary>
    public static ReleaseVersion Next(this ReleaseVersion last, ReleaseLevel level) =>
        level switch
        {
            ReleaseLevel.None => last,
            ReleaseLevel.Major when last.Major > 0 => new(last.Major + 1, 0, 0, ""),
            ReleaseLevel.Major or ReleaseLevel.Minor => new(last.Major, last.Minor + 1, 0, ""),
            _ => new(last.Major, last.Minor, last.Patch + 1, ""),
        };
}
