using System.ComponentModel;

namespace DataPackage.Runtime;

/// <summary>Tells a generator up to which format of packed data an assembly reads them, so that a build with an older
/// runtime says so. On this assembly itself.</summary>
/// <remarks>Nothing reads it at run time, and trimming drops it.</remarks>
/// <param name="newest">The newest format; each earlier one is read too, from 1 on.</param>
[AttributeUsage(AttributeTargets.Assembly)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ReadsFormatAttribute(int newest) : Attribute
{
    /// <summary>The newest format that is read.</summary>
    public int Newest { get; } = newest;
}
