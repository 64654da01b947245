using DataPackage.Engine.Packing;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.CSharp;

/// <summary>The kinds, the target and the packing context by which the code of entities is made.</summary>
internal sealed record CodeContext(PackingContext Packing, CodeTarget Target)
{
    private EntityDocumentation? _documentation;

    // Made on first use. Threads that race make equal ones.
    public EntityDocumentation Documentation => _documentation ??= new EntityDocumentation(Packing.Schema, Target);

    /// <param name="languages">Every set of languages that a localized text of the package has; ordered
    /// ordinally.</param>
    public static CodeContext Of(PackageSchema schema, EquatableArray<string> languages, CodeTarget target) =>
        new(new PackingContext(schema, languages), target);

    /// <summary>A context without known languages, in which no entity can be packed.</summary>
    public static CodeContext OfNothing(PackageSchema schema, CodeTarget target) =>
        Of(schema, default, target with { CanCompile = false });

    public bool Equals(CodeContext? other) =>
        other is not null && Packing.Equals(other.Packing) && Target.Equals(other.Target);

    public override int GetHashCode() => Packing.GetHashCode();
}
