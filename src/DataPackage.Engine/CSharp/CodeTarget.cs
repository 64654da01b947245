using DataPackage.Engine.Schema.Model;

namespace DataPackage.Engine.CSharp;

/// <summary>What the project that compiles the generated code is like.</summary>
/// <param name="Namespace">Of all generated types.</param>
/// <param name="CanCompile">Whether the project has what generated code needs, and the package is within its limits;
/// nothing is emitted otherwise.</param>
internal sealed record CodeTarget(string Namespace, bool CanCompile)
{
    /// <summary>What datapackage.yaml says, or the project's root namespace.</summary>
    /// <param name="facts">What datapackage.yaml says.</param>
    /// <param name="rootNamespace">The project's; MSBuild derives it from the project's name, which may hold
    /// anything.</param>
    /// <param name="canCompile">Whether the project has what generated code needs, and the package is within its
    /// limits.</param>
    public static CodeTarget Choose(PackageFacts facts, string rootNamespace, bool canCompile) =>
        new(facts.Namespace ?? ToNamespace(rootNamespace), canCompile);

    private static string ToNamespace(string root)
    {
        var parts = root.Split('.').Select(ToIdentifier).Where(part => part.Length > 0).ToList();
        return parts.Count == 0 ? "Seeds" : string.Join(".", parts);
    }

    private static string ToIdentifier(string part)
    {
        var name = string.Concat(
            part.Where(c => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_')
        );
        if (name.Length == 0)
            return "";
        return name[0] is >= '0' and <= '9' || Names.IsKeyword(name) ? "_" + name : name;
    }
}
