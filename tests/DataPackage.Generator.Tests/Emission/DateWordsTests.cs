using DataPackage.Engine.CSharp;

namespace DataPackage.Generator.Tests.Emission;

/// <summary>Documentation shows dates as people say them.</summary>
public sealed class DateWordsTests
{
    [Theory]
    [InlineData("2025-04-03", "3 April 2025")]
    [InlineData("2025-04", "April 2025")]
    [InlineData("2025", "2025")]
    [InlineData("0987", "987")]
    [InlineData("2025-22", "summer 2025")]
    [InlineData("2025-04-03T10:15:00Z", "3 April 2025, 10:15:00Z")]
    [InlineData("1844~", "about 1844")]
    [InlineData("1844-03?", "perhaps March 1844")]
    [InlineData("1844%", "perhaps about 1844")]
    [InlineData("[1975,1976]", "1975 or 1976")]
    [InlineData("{1975,1977,1979}", "1975, 1977 and 1979")]
    [InlineData("[1975..1977]", "1975 to 1977")]
    [InlineData("[..2025-04-03]", "3 April 2025 or earlier")]
    [InlineData("[2025-04..]", "April 2025 or later")]
    [InlineData("1844/1846~", "1844 to about 1846")]
    [InlineData("1844/..", "from 1844")]
    [InlineData("../1844", "until 1844")]
    [InlineData("1844/", "from 1844 to an unknown end")]
    [InlineData("/1844", "from an unknown start to 1844")]
    public void A_date_is_shown_in_words(string edtf, string words) => Assert.Equal(words, DateWords.Of(edtf));

    [Theory]
    [InlineData("201X")]
    [InlineData("1844-XX")]
    [InlineData("-0044")]
    [InlineData("Y170000002")]
    [InlineData("1950S2")]
    [InlineData("2004-06~-11")]
    [InlineData("2001-34")]
    [InlineData("[1844,201X]")]
    [InlineData("201X/..")]
    [InlineData("../..")]
    public void A_date_without_plain_words_stays_in_edtf(string edtf) => Assert.Equal(edtf, DateWords.Of(edtf));
}
