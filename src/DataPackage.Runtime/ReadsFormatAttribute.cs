using System.ComponentModel;

namespace DataPackage.Runtime;

/// <summary>Tells a generator the newest format of packed data that an assembly reads, so a build with an older runtime
/// fails with a message. This assembly carries it.</summary>
/// <remarks>Nothing reads it at run time, and trimming removes it.</remarks>
/// <param name="newest">The newest format; all earlier ones, from 1 on, are read too.</param>
[AttributeUsage(AttributeTargets.Assembly)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ReadsFormatAttribute(int newest) : Attribute
{
    /// <summary>The newest format that the assembly reads.</summary>
    public int Newest { get; } = newest;
}
