using DataPackage.Testing;

namespace DataPackage.Tool.Tests.Exports;

/// <summary>A test that needs the program sqlite3. Skipped with a message if a developer has none; must run in
/// CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SqliteFactAttribute : FactAttribute
{
    public SqliteFactAttribute() =>
        Skip =
            Environment.GetEnvironmentVariable("CI") == "true" || NodeModules.IsOnPath("sqlite3")
                ? null
                : "sqlite3 is not installed: the exported database cannot be read by another program.";
}
