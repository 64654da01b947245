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
