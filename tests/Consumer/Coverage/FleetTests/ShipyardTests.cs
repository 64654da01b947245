using Fleet;
using Xunit;

public class ShipyardTests
{
    [Fact]
    public void A_ship_is_described_by_its_launch()
    {
        Assert.Equal("Tern, launched in 1901", Shipyard.Describe(Ships.Tern));
        Assert.Equal("Gull, never launched", Shipyard.Describe(Ships.Gull));
        Assert.True(Ships.Tern.HasSailed);
        Assert.False(Ships.Gull.HasSailed);
    }
}
