namespace DataPackage.Consumer.Tests;

/// <summary>A fact about file names that only Linux allows, or about links, which need an administrator
/// elsewhere.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? null! : "Other systems have no such files.";
}
