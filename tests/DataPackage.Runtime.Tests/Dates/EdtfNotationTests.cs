using System.Globalization;
using DataPackage.Shared.Dates;

namespace DataPackage.Runtime.Tests.Dates;

public sealed class EdtfNotationTests
{
    [Fact]
    public void The_text_of_every_day_follows_from_its_number()
    {
        for (var day = 0; day <= EdtfNotations.LastDay; day += day < 1_000 ? 1 : 97)
        {
            var text = DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            Assert.Equal(text, EdtfNotations.Write(EdtfNotation.Day, day));
            Assert.Equal(text[..7], EdtfNotations.Write(EdtfNotation.Month, day));
            Assert.Equal(text[..4], EdtfNotations.Write(EdtfNotation.Year, day));
            Assert.Equal(text + '%', EdtfNotations.Write(EdtfNotations.Last, day));
        }

        Assert.Equal("9999-12-31", EdtfNotations.Write(EdtfNotation.Day, EdtfNotations.LastDay));
    }

    [Theory]
    [InlineData("1985", EdtfNotation.Year)]
    [InlineData("0012-04", EdtfNotation.Month)]
    [InlineData("1985-04-12", EdtfNotation.Day)]
    [InlineData("198X", EdtfNotation.InFull)]
    [InlineData("1985-21", EdtfNotation.InFull)]
    [InlineData("1985-XX", EdtfNotation.InFull)]
    [InlineData("1985?", EdtfNotation.Year | EdtfNotation.Uncertain)]
    [InlineData("1985-04~", EdtfNotation.Month | EdtfNotation.Approximate)]
    [InlineData("1985-04-12%", EdtfNotation.Day | EdtfNotation.Uncertain | EdtfNotation.Approximate)]
    [InlineData("1985-~04", EdtfNotation.InFull)]
    [InlineData("?1985-04~", EdtfNotation.InFull)]
    [InlineData("1985-21~", EdtfNotation.InFull)]
    [InlineData("198X~", EdtfNotation.InFull)]
    [InlineData("1985~/1986~", EdtfNotation.InFull)]
    [InlineData("1985/..", EdtfNotation.InFull)]
    [InlineData("-0044-03-15", EdtfNotation.InFull)]
    [InlineData("{1985,1987}", EdtfNotation.InFull)]
    public void Only_a_text_that_follows_from_the_days_is_left_out(string text, object notation)
    {
        Assert.True(EdtfParser.TryParse(text, out var date, out _));
        Assert.Equal(notation, EdtfNotations.Of(date.ToString(), date.EarliestDay));
    }

    [Theory]
    [InlineData("2004")]
    [InlineData("2004?")]
    [InlineData("2004-06~")]
    [InlineData("2004-06-11%")]
    public void A_date_made_from_its_days_says_all_that_the_parsed_one_says(string text)
    {
        var parsed = EdtfDate.Parse(text);
        var made = new EdtfDate(EdtfNotations.Of(text, parsed.FirstDay), (int)parsed.FirstDay, (int)parsed.LastDay);
        Assert.Equal(text, made.ToString());
        Assert.Equal(parsed, made);
        Assert.Equal(
            (parsed.IsUncertain, parsed.IsApproximate, parsed.IsInterval, parsed.IsSet),
            (made.IsUncertain, made.IsApproximate, made.IsInterval, made.IsSet)
        );
        Assert.Equal((parsed.Earliest, parsed.Latest), (made.Earliest, made.Latest));
    }
}
