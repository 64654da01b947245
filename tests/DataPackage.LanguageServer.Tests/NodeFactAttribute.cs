namespace DataPackage.LanguageServer.Tests;

/// <summary>A test that needs Node.js, for which the YAML language server is written. Where a developer has none it
/// says so; in CI it must run.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") != "true" && !IsOnPath("npm"))
            Skip = "Node.js and npm are not installed: the YAML language server, which is written for it, cannot run.";
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder =>
                File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".cmd"))
            );
}
