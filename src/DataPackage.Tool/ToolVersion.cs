using System.Reflection;

namespace DataPackage.Tool;

/// <summary>The version of the tool.</summary>
internal static class ToolVersion
{
    /// <summary>Without the commit that it was built from.</summary>
    public static string Current { get; } =
        (
            typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?? throw new InvalidOperationException("The build states no version.")
        ).InformationalVersion.Split('+')[0];
}
