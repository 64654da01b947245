using System.ComponentModel;

namespace DataPackage.Runtime;

/// <summary>Tells the generator of another package which entities this assembly has, so it can check references to
/// them. For generated code.</summary>
/// <remarks>Nothing reads it at run time, and trimming removes it.</remarks>
/// <param name="format">The format of the ids (<see cref="ReadsFormatAttribute"/>).</param>
/// <param name="package">The namespace of the package's types.</param>
/// <param name="kind">The kind: the name of its record.</param>
/// <param name="catalog">The catalog of the kind.</param>
/// <param name="ids">The ids of its entities in ordinal order, in the generator's own notation.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EntityIdsAttribute(int format, string package, string kind, string catalog, string ids) : Attribute
{
    /// <summary>The format of the ids.</summary>
    public int Format { get; } = format;

    /// <summary>The namespace of the package's types.</summary>
    public string Package { get; } = package;

    /// <summary>The kind: the name of its record.</summary>
    public string Kind { get; } = kind;

    /// <summary>The catalog of the kind.</summary>
    public string Catalog { get; } = catalog;

    /// <summary>The ids of the entities in ordinal order, in the generator's own notation.</summary>
    public string Ids { get; } = ids;
}
