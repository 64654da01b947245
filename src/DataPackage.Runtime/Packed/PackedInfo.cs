using System.ComponentModel;
using System.Reflection;

namespace DataPackage.Runtime.Packed;

/// <summary>Facts about a package that exist only once it is compiled. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PackedInfo
{
    /// <summary>The version that NuGet shows, without the commit that a build appends; if none is stated, the version
    /// of the assembly.</summary>
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
