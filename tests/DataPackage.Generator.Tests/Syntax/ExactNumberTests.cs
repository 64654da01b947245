using System.Globalization;
using DataPackage.Engine.Schema.Inference;
using DataPackage.Engine.Syntax;
using DataPackage.Runtime;

namespace DataPackage.Generator.Tests.Syntax;

/// <summary>A number is held exactly, or it is a mistake; inference never takes a text for a number that is
/// another.</summary>
public class ExactNumberTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-1.50", "-1.50")]
    [InlineData("+5", "5")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("007", "7")]
    [InlineData("1e3", "1000")]
    [InlineData("1E+3", "1000")]
    [InlineData("-1.5e-3", "-0.0015")]
    [InlineData("1e-28", "0.0000000000000000000000000001")]
    [InlineData("6.02214076E+23", "602214076000000000000000")]
    [InlineData("1.602176634e-19", "0.0000000000000000001602176634")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("0.1234567890123456789012345678", "0.1234567890123456789012345678")]
    [InlineData("0.12345678901234567890123456780000", "0.1234567890123456789012345678")]
    [InlineData("10000000000000000000000000000000e-5", "100000000000000000000000000")]
    [InlineData("0e99", "0")]
    public void A_number_is_read_exactly(string text, string value)
    {
        Assert.True(ExactNumber.TryRead(text, out var number, out var problem));
        Assert.Null(problem);
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), number);
    }

    [Theory]
    [InlineData("0.12345678901234567890123456789")]
    [InlineData("1.00000000000000000000000000001")]
    [InlineData("79228162514264337593543950336")]
    [InlineData("1e29")]
    [InlineData("1e-29")]
    [InlineData("1e99999999999999999999")]
    [InlineData("-1e-99999999999999999999")]
    public void A_number_that_cannot_be_held_says_why(string text)
    {
        Assert.False(ExactNumber.TryRead(text, out _, out var problem));
        Assert.Contains("28 digits", problem!.Value.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("e5")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1e1.5")]
    [InlineData("1,000")]
    [InlineData("1_000")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("--1")]
    [InlineData("1.2.3")]
    [InlineData("0x1F")]
    [InlineData(".inf")]
    [InlineData(".nan")]
    [InlineData("\u0661")]
    public void A_text_is_no_number(string text)
    {
        Assert.False(ExactNumber.TryRead(text, out _, out var problem));
        Assert.Null(problem);
    }

    [Theory]
    [InlineData("1e3", "Decimal")]
    [InlineData("6.02E+23", "Decimal")]
    [InlineData("1.6e-19", "Decimal")]
    [InlineData("1.50", "Decimal")]
    [InlineData("12", "Integer")]
    [InlineData("0", "Integer")]
    [InlineData("99999999999999999999", "Decimal")]
    [InlineData("1e400", "Text")]
    [InlineData("1e-40", "Text")]
    [InlineData("0.12345678901234567890123456789", "Text")]
    [InlineData("0.100000000000000000000000000000000", "Text")]
    [InlineData("-0", "Text")]
    [InlineData("-0.0", "Text")]
    [InlineData("-0e1", "Text")]
    [InlineData("01", "Text")]
    [InlineData("01e3", "Text")]
    [InlineData("0x1F", "Text")]
    [InlineData("0o17", "Text")]
    [InlineData(".inf", "Text")]
    [InlineData("-.inf", "Text")]
    [InlineData(".nan", "Text")]
    [InlineData("+5", "Text")]
    [InlineData("1_000", "Text")]
    [InlineData(".5", "Text")]
    [InlineData("5.", "Text")]
    [InlineData("1e", "Text")]
    public void Inference_keeps_what_is_written(string text, string form) =>
        Assert.Equal(form, ScalarForms.Of(new SeedScalar(default, text, IsPlain: true)).ToString());

    [Fact]
    public void Exponents_work_in_values_amounts_limits_and_values_of_any_type()
    {
        var generated = new SeedSet()
            .With("datapackage.yaml", "namespace: Seeded\n")
            .With(
                "schema/Grain.yaml",
                "properties:\n  mass: { type: decimal, maximum: 1e3, description: In kg. }\n"
                    + "  price: { type: money, description: What it costs. }\n"
                    + "  other: { type: any, description: More. }\n"
            )
            .With(
                "grains.yaml",
                "a: { mass: 1.5e-3, price: 2e3 EUR, other: 1e3 }\nb: { price: { amount: 2E2, currency: EUR } }\n"
            )
            .Generate();
        Assert.Empty(generated.Messages);
        var grain = generated.Entity("Grains", "A");
        Assert.Equal(0.0015m, grain.Get("Mass"));
        Assert.Equal(new Money(2000, "EUR"), grain.Get("Price"));
        Assert.Equal(1000m, ((AnyValue)grain.Get("Other")!).AsDecimal());
        Assert.Equal("1e3", ((AnyValue)grain.Get("Other")!).Text);
        Assert.Equal(new Money(200, "EUR"), generated.Entity("Grains", "B").Get("Price"));

        Assert.Equal(
            [
                "grains.yaml(1,12): DP1005",
                "grains.yaml(2,12): DP1006",
                "grains.yaml(3,13): DP1005",
                "grains.yaml(4,23): DP1005",
            ],
            new SeedSet()
                .With("datapackage.yaml", "namespace: Seeded\n")
                .With(
                    "schema/Grain.yaml",
                    "properties:\n  mass: { type: decimal, maximum: 1e3, description: In kg. }\n"
                        + "  price: { type: money, description: What it costs. }\n"
                )
                .With(
                    "grains.yaml",
                    "a: { mass: 1e-29 }\nb: { mass: 1001e0 }\nc: { price: 1e99 EUR }\n"
                        + "d: { price: { amount: 1e99, currency: EUR } }\n"
                )
                .Generate()
                .Messages
        );
    }
}
