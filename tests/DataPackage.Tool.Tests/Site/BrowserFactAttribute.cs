using DataPackage.Testing;

namespace DataPackage.Tool.Tests.Site;

/// <summary>A test that needs Chromium and Node.js. Skipped with a message if a developer has none; must run in
/// CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    public BrowserFactAttribute() =>
        Skip =
            NodeModules.WhySkipped is { } why ? why
            : Environment.GetEnvironmentVariable("CI") == "true" || Array.Exists(Names, NodeModules.IsOnPath) ? null
            : "Chromium is not installed: no browser can open the site.";

    /// <summary>The full path of the browser.</summary>
    public static string Browser =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .First(File.Exists);
}

/// <summary>A test that needs Java, for the validator of HTML. Skipped with a message if a developer has none; must run
/// in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ValidatorFactAttribute : FactAttribute
{
    public ValidatorFactAttribute() =>
        Skip =
            NodeModules.WhySkipped is { } why ? why
            : Environment.GetEnvironmentVariable("CI") == "true" || NodeModules.IsOnPath("java") ? null
            : "Java is not installed: the validator of HTML cannot run.";
}
