namespace DataPackage.Analyzers.Tests;

/// <summary>Values by which <c>[EntityData]</c> selects the cases of a theory.</summary>
public class FilterTests
{
    [Theory]
    [InlineData("Home")]
    [InlineData("Calls")]
    public void An_id_in_a_filter_is_checked_against_the_kind_of_the_property(string property) =>
        Assert.Equal(
            ["DP5001 \"bergan\": There is no Harbour with the id 'bergan'; did you mean 'bergen'?"],
            Program.With(Theory($"nameof(Ship.{property}), \"bergan\"")).Reports
        );

    [Fact]
    public void An_id_in_a_filter_on_an_abstract_kind_is_one_of_any_kind_that_extends_it()
    {
        Assert.Equal(
            ["DP5001 \"north-boy\": There is no Buoy or Harbour with the id 'north-boy'; did you mean 'north-buoy'?"],
            Program.With(Theory("nameof(Ship.Lies), \"north-boy\"")).Reports
        );
        Assert.Empty(Program.With(Theory("nameof(Ship.Lies), \"north-buoy\"")).Reports);
        Assert.Empty(Program.With(Theory("nameof(Ship.Lies), \"oslo\"")).Reports);
    }

    [Fact]
    public void A_date_in_a_filter_is_checked() =>
        Assert.StartsWith(
            "DP5003 \"1975-13\"",
            Assert.Single(Program.With(Theory("nameof(Ship.Launched), \"1975-13\"")).Reports),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("nameof(Ship.Home), \"bergen\"")]
    [InlineData("value: \"bergen\", property: nameof(Ship.Home)")]
    [InlineData("nameof(Ship.Home), null")]
    [InlineData("nameof(Ship.Motto), \"bergan\"")]
    [InlineData("Where = \"bergan\"")]
    public void A_filter_that_can_select_something_is_not_reported(string arguments) =>
        Assert.Empty(Program.With(Theory(arguments)).Reports);

    private static string Theory(string arguments) =>
        $"[EntityTheory, EntityData<Ship>({arguments})] public void Sails(Ship ship) {{ }}";
}
