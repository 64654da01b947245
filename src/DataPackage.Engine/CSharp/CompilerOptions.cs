using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.CSharp;

/// <summary>The options that the project sets.</summary>
/// <param name="RootNamespace">The root namespace of the project, used if datapackage.yaml names no namespace.</param>
/// <param name="References">The kinds of the packages that the project references; null if the references are
/// unknown.</param>
/// <param name="Places">How generated code tells where entities are written.</param>
internal sealed record CompilerOptions(
    string RootNamespace,
    EquatableArray<ExternalKind>? References,
    PlaceOptions Places
)
{
    /// <summary>The options of a host without a project.</summary>
    public static CompilerOptions None { get; } = new("", null, new PlaceOptions("", HasLines: false));
}
