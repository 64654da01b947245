using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace DataPackage.Runtime.Packed;

/// <summary>Facts about a package that exist only once it is compiled. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PackedInfo
{
    /// <summary>Reading takes time, and an assembly may be unloaded.</summary>
    private static readonly ConditionalWeakTable<Assembly, DataPackageChanges> Changes = [];

    /// <summary>What the releases of the package in an assembly changed; read once.</summary>
    /// <exception cref="InvalidDataException">Somebody has changed a list by hand.</exception>
    public static DataPackageChanges ChangesOf(Assembly assembly) => Changes.GetValue(assembly, DataPackageChanges.Of);

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
