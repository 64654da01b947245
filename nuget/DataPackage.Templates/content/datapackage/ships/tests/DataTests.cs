using DataPackage.Xunit;
using FleetNamespace;

public class DataTests
{
    [EntityTheory, EntityData<Ship>]
    public void Every_ship_has_a_year(Ship ship) => Assert.NotNull(ship.Launched?.Latest);

    [Fact]
    public void Boreas_is_a_sister_of_Albatros() => Assert.Contains(Ships.Albatros, Ships.Boreas.Sisters);
}
