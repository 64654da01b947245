using DataPackage.Testing;

namespace DataPackage.Robustness.Tests;

/// <summary>Most machines have ICU, few containers do, and .NET can run without it. Packages and look-ups are the
/// same.</summary>
public class IcuTests
{
    [IcuFact]
    public void Packages_messages_schemas_and_look_ups_are_the_same_with_and_without_ICU()
    {
        var (with, without) = (Run("0"), Run("1"));

        Assert.Equal("with ICU", with[0]);
        Assert.Equal("without ICU", without[0]);
        Assert.Equal(with[1..], without[1..]);
        // The equal results must also be the right ones.
        Assert.Contains(with, line => line.StartsWith("Persons.g.cs ", StringComparison.Ordinal));
        Assert.Equal([], with.Where(line => line.Contains("not found", StringComparison.Ordinal)));
    }

    private static string[] Run(string invariant)
    {
        var environment = new Dictionary<string, string> { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = invariant };
        var result = Dotnet.Try(
            AppContext.BaseDirectory,
            environment,
            "exec",
            typeof(IcuTests).Assembly.Location,
            ResultsAnywhere.Argument
        );
        Assert.True(result.ExitCode == 0, result.Output);
        return result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}

/// <summary>A test that compares with ICU. Skipped with a message if a developer's machine has none; must run in
/// CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class IcuFactAttribute : FactAttribute
{
    public IcuFactAttribute()
    {
        // Without ICU, a process starts only if it is told to do without.
        if (
            Environment.GetEnvironmentVariable("CI") != "true"
            && !"e\u0301".Normalize().Equals("\u00E9", StringComparison.Ordinal)
        )
            Skip = "This machine has no ICU, or is told not to use it (DOTNET_SYSTEM_GLOBALIZATION_INVARIANT).";
    }
}
