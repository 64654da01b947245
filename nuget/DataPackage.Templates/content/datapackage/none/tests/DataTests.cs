using System.Reflection;

public class DataTests
{
    // With the first kind, write tests over its entities: [EntityTheory, EntityData<Ship>].
    [Fact]
    public void The_package_can_be_loaded() => Assert.NotNull(Assembly.Load("FleetPackage"));
}
