namespace DataPackage.Consumer.Tests;

/// <summary>A fact about file names that only Linux allows, or about links, which need an administrator
/// elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxFactAttribute : FactAttribute
{
    public const string Why = "Other systems have no such files.";

    public LinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? null! : Why;
}

/// <summary>As <see cref="LinuxFactAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute() => Skip = OperatingSystem.IsLinux() ? null! : LinuxFactAttribute.Why;
}
