namespace DataPackage.Analyzers.Tests;

/// <summary>Dates in code.</summary>
public class DateTests
{
    [Theory]
    [InlineData("EdtfDate.Parse(\"2025-13\")")]
    [InlineData("Voyages.During(\"2025-13\")")]
    [InlineData("Voyages.PossiblyDuring(\"2025-13\")")]
    [InlineData("Voyage_Lookups.During(\"2025-13\")")]
    public void A_text_that_is_not_EDTF_is_reported_as_the_runtime_would(string call)
    {
        var thrown = Assert.Throws<FormatException>(() => Runtime.EdtfDate.Parse("2025-13"));

        Assert.Equal([$"DP5003 \"2025-13\": {thrown.Message}"], Program.With($"object X => {call};").Reports);
    }

    [Theory]
    [InlineData("EdtfDate.Parse(\"[1975,1976]\")")]
    [InlineData("Voyages.During(\"2025-02~\")")]
    [InlineData("Voyages.During(new DateOnly(2025, 2, 1), new DateOnly(2025, 2, 2))")]
    [InlineData("EdtfDate.TryParse(\"in May\", out _)")]
    [InlineData("DateOnly.Parse(\"2025-13\")")]
    public void A_date_of_EDTF_and_other_dates_are_not_reported(string call) =>
        Assert.Empty(Program.With($"object X => {call};").Reports);

    [Fact]
    public void A_date_is_checked_in_a_program_without_a_package() =>
        Assert.StartsWith(
            "DP5003 \"02/2025\"",
            Assert.Single(Program.WithoutPackage("object X => EdtfDate.Parse(\"02/2025\");").Reports),
            StringComparison.Ordinal
        );
}
