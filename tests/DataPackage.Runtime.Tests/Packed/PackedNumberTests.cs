using CsCheck;
using DataPackage.Runtime.Packed;
using DataPackage.Shared.Format;

namespace DataPackage.Runtime.Tests.Packed;

public sealed class PackedNumberTests
{
    [Theory]
    [InlineData("0000", 0)]
    [InlineData("1000", 1)]
    [InlineData("o000", 63)]
    [InlineData("0100", 64)]
    [InlineData("0010", 4096)]
    [InlineData("0001", 262144)]
    [InlineData("oooo", PackedFormat.LargestFixed)]
    public void Four_digits_are_a_number_with_the_least_significant_first(string digits, int number) =>
        Assert.Equal(number, PackedNumber.ReadFour(System.Text.Encoding.ASCII.GetBytes(digits)));

    [Fact]
    public void Four_digits_moved_together_are_what_reading_them_one_by_one_gives() =>
        Gen.Int[0, 63]
            .Array[4]
            .Sample(digits =>
            {
                var bytes = digits.Select(digit => (byte)(PackedFormat.Zero + digit)).ToArray();
                return PackedNumber.ReadFour(bytes)
                    == digits.Reverse().Aggregate(0, (number, digit) => (number * 64) + digit);
            });
}
