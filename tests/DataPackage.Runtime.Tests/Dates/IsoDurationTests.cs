using System.Xml;
using CsCheck;
using DataPackage.Shared.Dates;

namespace DataPackage.Runtime.Tests.Dates;

/// <summary>Durations of ISO 8601, compared with the framework's own reader where both read the same.</summary>
public class IsoDurationTests
{
    [Theory]
    [InlineData("PT90M", "01:30:00", "PT1H30M")]
    [InlineData("P1DT12H", "1.12:00:00", "P1DT12H")]
    [InlineData("P2W", "14.00:00:00", "P14D")]
    [InlineData("PT1.5S", "00:00:01.5", "PT1.5S")]
    [InlineData("PT1,5H", "01:30:00", "PT1H30M")]
    [InlineData("P0.5D", "12:00:00", "PT12H")]
    [InlineData("-PT15M", "-00:15:00", "-PT15M")]
    [InlineData("+PT15M", "00:15:00", "PT15M")]
    [InlineData("P0D", "00:00:00", "PT0S")]
    [InlineData("-PT0.000S", "00:00:00", "PT0S")]
    [InlineData("PT0.0000001S", "00:00:00.0000001", "PT0.0000001S")]
    [InlineData("P00010D", "10.00:00:00", "P10D")]
    [InlineData("PT86400S", "1.00:00:00", "P1D")]
    [InlineData("P10675199DT2H48M5.4775807S", "10675199.02:48:05.4775807", "P10675199DT2H48M5.4775807S")]
    [InlineData("-P10675199DT2H48M5.4775808S", "-10675199.02:48:05.4775808", "-P10675199DT2H48M5.4775808S")]
    public void A_duration_has_one_length_and_one_shortest_text(string text, string length, string shortest)
    {
        Assert.True(IsoDuration.TryParse(text, out var read, out _));
        Assert.Equal(TimeSpan.Parse(length, System.Globalization.CultureInfo.InvariantCulture), read);
        Assert.Equal(shortest, IsoDuration.Format(read));
        Assert.Matches("^(?:" + IsoDuration.Pattern + ")$", text);
    }

    [Theory]
    [InlineData("", 0, "a duration starts with P, such as P1DT12H or PT90M")]
    [InlineData("90M", 0, "a duration starts with P, such as P1DT12H or PT90M")]
    [InlineData("p1d", 0, "a duration starts with P, such as P1DT12H or PT90M")]
    [InlineData("-", 1, "a duration starts with P, such as P1DT12H or PT90M")]
    [InlineData("01:30:00", 0, "a duration starts with P, such as P1DT12H or PT90M")]
    [InlineData("P", 1, "weeks, days, hours, minutes or seconds are missing")]
    [InlineData("PT", 2, "hours, minutes or seconds are missing after T")]
    [InlineData("P1DT", 4, "hours, minutes or seconds are missing after T")]
    [InlineData("P1Y", 2, "years have no fixed length; write days, such as P365D")]
    [InlineData("PT1Y", 3, "years have no fixed length; write days, such as P365D")]
    [InlineData("P1Y2M", 2, "years have no fixed length; write days, such as P365D")]
    [InlineData(
        "P90M",
        3,
        "months have no fixed length; write days, such as P30D, or minutes after a T, such as PT90M"
    )]
    [InlineData("P12H", 3, "H is written after a T, such as PT90M")]
    [InlineData("PT1D", 3, "D is written before the T, such as P1DT12H")]
    [InlineData("P1", 2, "a unit is missing after the number: W, D, H, M or S")]
    [InlineData("PD", 1, "a number is expected here, followed by W, D, H, M or S")]
    [InlineData("P-1D", 1, "a number is expected here, followed by W, D, H, M or S")]
    [InlineData("P1X", 2, "a unit is expected here: W, D, H, M or S")]
    [InlineData("P1d", 2, "a unit is expected here: W, D, H, M or S")]
    [InlineData("P1D ", 3, "a number is expected here, followed by W, D, H, M or S")]
    [InlineData("PT1M1H", 5, "the parts are written in the order of days, hours, minutes, seconds, each once")]
    [InlineData("PT1M1M", 5, "the parts are written in the order of days, hours, minutes, seconds, each once")]
    [InlineData("P1W1D", 3, "weeks are written alone; write days with other parts, such as P14DT12H")]
    [InlineData("PT1.5H1M", 6, "only the last part can have a fraction")]
    [InlineData("PTT1S", 2, "T is written once, before hours, minutes and seconds")]
    [InlineData("PT.5S", 2, "'.5' is not a number")]
    [InlineData("PT1.S", 2, "'1.' is not a number")]
    [InlineData("PT1.2.3S", 2, "'1.2.3' is not a number")]
    [InlineData("PT1.00000001S", 2, "a duration counts tenths of a microsecond, and this is finer")]
    [InlineData(
        "PT0.00000000000000000000000000000000001S",
        2,
        "a duration counts tenths of a microsecond, and this is finer"
    )]
    [InlineData("P10675200D", 0, "a duration has at most 10,675,199 days")]
    [InlineData("P10675199DT3H", 0, "a duration has at most 10,675,199 days")]
    [InlineData("P99999999999999999999999999999999D", 1, "a duration has at most 10,675,199 days")]
    [InlineData("PT\u0661S", 2, "a number is expected here, followed by W, D, H, M or S")]
    public void What_is_no_duration_is_wrong_at_a_character(string text, int position, string message)
    {
        Assert.False(IsoDuration.TryParse(text, out _, out var error));
        Assert.Equal((position, message), (error.Position, error.Message));
    }

    [Fact]
    public void Every_length_comes_back_and_the_framework_reads_it_alike() =>
        Gen.OneOf(Gen.Long, Gen.Long[-100_000_000_000, 100_000_000_000])
            .Select(ticks => new TimeSpan(ticks))
            .Sample(length =>
            {
                var text = IsoDuration.Format(length);
                Assert.True(IsoDuration.TryParse(text, out var read, out _));
                Assert.Equal(length, read);
                Assert.Equal(length, XmlConvert.ToTimeSpan(text));
                Assert.True(IsoDuration.TryParse(XmlConvert.ToString(length), out read, out _));
                Assert.Equal(length, read);
            });
}
