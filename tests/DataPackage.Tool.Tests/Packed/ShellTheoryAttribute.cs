using DataPackage.Testing;

namespace DataPackage.Tool.Tests.Packed;

/// <summary>A theory that needs a shell. Skipped with a message if a developer has none; must run in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ShellTheoryAttribute : TheoryAttribute
{
    public ShellTheoryAttribute(string shell)
    {
        if (Environment.GetEnvironmentVariable("CI") != "true" && !NodeModules.IsOnPath(shell))
            Skip = $"{shell} is not installed: its script for completion cannot run.";
    }
}
