namespace DataPackage.Engine.Schema.Model;

/// <param name="Name">As the seeds spell it.</param>
internal sealed record EnumValue(string Name, string Description, string? Deprecated)
{
    public string CSharpName => Names.ToPascalCase(Name);
}
