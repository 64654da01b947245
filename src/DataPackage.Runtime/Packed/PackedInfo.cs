using System.ComponentModel;
using System.Reflection;

namespace DataPackage.Runtime.Packed;

/// <summary>What a package of generated code knows of itself only once it is compiled.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PackedInfo
{
    /// <summary>The version that NuGet knows, without the commit that a build appends; the assembly's own where it
    /// states no other.</summary>
    public static string VersionOf(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        var version =
            assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            ?? assembly.GetName().Version?.ToString()
            ?? "0.0.0";
        return version.IndexOf('+', StringComparison.Ordinal) is >= 0 and var commit ? version[..commit] : version;
    }
}
