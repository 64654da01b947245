using DataPackage.Testing;

namespace DataPackage.Generator.Tests.Folders;

/// <summary>A theory that needs Node.js, on which the other readers run. Skipped with a message if a developer has
/// none; must run in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeTheoryAttribute : TheoryAttribute
{
    public NodeTheoryAttribute()
    {
        if (!NodeModules.MustRun)
            Skip = "Node.js and npm are not installed: the readers of others, which are written for it, cannot run.";
    }
}
