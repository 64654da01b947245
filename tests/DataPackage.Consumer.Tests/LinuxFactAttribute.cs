namespace DataPackage.Consumer.Tests;

/// <summary>A fact about names that only there a file can have, or about links, which elsewhere need an
/// administrator.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? null! : "Other systems have no such files.";
}
