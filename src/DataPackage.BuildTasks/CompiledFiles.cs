namespace DataPackage.BuildTasks;

/// <summary>The files in the folder of a package that is compiled before the compiler starts.</summary>
internal static class CompiledFiles
{
    /// <summary>The last request to the program.</summary>
    public const string Request = "request";

    /// <summary>The packed bytes.</summary>
    public const string Resource = "data.bin";

    /// <summary>The documentation of accessors that the compiler's file lacks: pairs of entries that end with NUL. The
    /// first is the documentation id of an accessor, the second the elements to write after its own.</summary>
    public const string Documentation = "documentation";

    /// <summary>Written when all others are. Its time is that at which the program began to read, so the next build
    /// knows whether a seed was saved since.</summary>
    public const string Stamp = "written";
}
