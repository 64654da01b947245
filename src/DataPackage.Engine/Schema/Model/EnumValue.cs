namespace DataPackage.Engine.Schema.Model;

/// <param name="Name">The value in seeds.</param>
internal sealed record EnumValue(string Name, string Description, string? Deprecated)
{
    public string CSharpName => Names.ToPascalCase(Name);
}
