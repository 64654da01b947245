using DataPackage.Engine.Schema.Model;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.CSharp;

/// <summary>The project that compiles the generated code.</summary>
/// <param name="Namespace">The namespace of all generated types.</param>
/// <param name="CanCompile">Whether the project has what generated code needs, and the package is within its limits;
/// otherwise nothing is generated.</param>
/// <param name="HasBytes">Whether the code is to run. An editor of a large package only shows it, so no
/// entity is packed.</param>
internal sealed record CodeTarget(string Namespace, bool CanCompile, bool HasBytes = true)
{
    /// <summary>Takes the namespace from datapackage.yaml, or else the project's root namespace, in which
    /// underscores replace what no name can have, as templates of the SDK do, or else <c>Seeds</c>.</summary>
    /// <param name="facts">The content of datapackage.yaml.</param>
    /// <param name="rootNamespace">The project's root namespace. MSBuild derives it from the project's name, so it may
    /// hold any character.</param>
    /// <param name="canCompile">Whether the project has what generated code needs, and the package is within its
    /// limits.</param>
    /// <param name="hasBytes">Whether the code is to run.</param>
    public static CodeTarget Choose(PackageFacts facts, string rootNamespace, bool canCompile, bool hasBytes = true) =>
        new(facts.Namespace ?? ToNamespace(rootNamespace), canCompile, hasBytes);

    private static string ToNamespace(string root)
    {
        var parts = root.Split('.').Select(ToIdentifier).Where(part => part.Length > 0).ToList();
        return parts.Count == 0 ? "Seeds" : string.Join(".", parts);
    }

    private static string ToIdentifier(string part)
    {
        var name = string.Concat(NormalForm.Of(part).Select(c => Names.IsNameCharacter(c) ? c : '_'));
        return !name.Any(Names.IsNameCharacter) ? ""
            : char.IsLetter(name[0]) || name[0] == '_'
                ? Names.IsKeyword(name) ? "_" + name
                    : name
            : "_" + name;
    }
}
