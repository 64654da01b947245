using DataPackage.Testing;

namespace DataPackage.LanguageServer.Tests;

/// <summary>A test that needs Node.js, on which the YAML language server runs. Skipped with a message if a developer
/// has none; must run in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (!NodeModules.MustRun)
            Skip = "Node.js and npm are not installed: the YAML language server, which is written for it, cannot run.";
    }
}
