namespace DataPackage.Engine.Schema.Model;

/// <summary>The list, on the kind that a reference names, of the entities that refer to it.</summary>
/// <param name="From">The kind that declares the reference.</param>
/// <param name="Property">The property of <paramref name="From"/> that is the reference.</param>
/// <param name="DeclaredOn">The range of the reference: this kind or one that it extends.</param>
internal sealed record Reverse(string Name, string Description, string From, string Property, string DeclaredOn)
{
    public string CSharpName => Names.ToPascalCase(Name);
}
