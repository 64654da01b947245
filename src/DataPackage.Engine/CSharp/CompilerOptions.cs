using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.CSharp;

/// <summary>What only a project knows.</summary>
/// <param name="RootNamespace">Of the project; used where datapackage.yaml names no namespace.</param>
/// <param name="References">The kinds of the packages that the project references; null where nobody could
/// look.</param>
/// <param name="Places">How generated code says where entities are written.</param>
internal sealed record CompilerOptions(
    string RootNamespace,
    EquatableArray<ExternalKind>? References,
    PlaceOptions Places
)
{
    /// <summary>Where there is no project.</summary>
    public static CompilerOptions None { get; } = new("", null, new PlaceOptions("", HasLines: false));
}
