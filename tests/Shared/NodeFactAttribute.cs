namespace DataPackage.Testing;

/// <summary>A test that needs Node.js, on which programs of others run. Skipped with a message if a developer has none;
/// must run in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = NodeModules.WhySkipped;
}

/// <summary>As <see cref="NodeFactAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeTheoryAttribute : TheoryAttribute
{
    public NodeTheoryAttribute() => Skip = NodeModules.WhySkipped;
}
