using System.Globalization;
using CsCheck;

namespace DataPackage.Runtime.Tests;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("324000000000 USD")]
    [InlineData("-1234.50 EUR")]
    [InlineData("0 JPY")]
    public void Money_reads_what_it_writes(string text)
    {
        Assert.Equal(text, Money.Parse(text).ToString());
        Assert.True(Money.TryParse(text, out var money));
        Assert.Equal(Money.Parse(text.AsSpan()), money);
    }

    [Fact]
    public void Every_amount_round_trips() =>
        Gen.Select(Gen.Decimal, Gen.String[Gen.Char['A', 'Z'], 3, 3])
            .Sample(
                (amount, currency) =>
                {
                    var money = new Money(amount, currency);
                    return Money.Parse(money.ToString()) == money;
                }
            );

    [Theory]
    [InlineData("")]
    [InlineData("USD")]
    [InlineData(" USD")]
    [InlineData("1USD")]
    [InlineData("1 usd")]
    [InlineData("1 US")]
    [InlineData("1  USD")]
    [InlineData("1 USD ")]
    [InlineData("USD 1")]
    [InlineData("1,000 USD")]
    [InlineData("1e3 USD")]
    [InlineData("99999999999999999999999999999999 USD")]
    public void Another_form_is_refused(string text)
    {
        Assert.False(Money.TryParse(text, out _));
        Assert.Throws<FormatException>(() => Money.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("usd")]
    [InlineData("US")]
    [InlineData("USDT")]
    [InlineData("ÄÖÜ")]
    public void A_currency_is_three_capital_letters(string currency)
    {
        Assert.Throws<ArgumentException>(() => new Money(1, currency));
        Assert.Throws<ArgumentException>(() => new Money(1, "USD") with { Currency = currency });
    }

    [Fact]
    public void Null_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => new Money(1, null!));
        Assert.Throws<ArgumentNullException>(() => Money.Parse(null!));
        Assert.False(Money.TryParse(null, out _));
    }

    [Fact]
    public void The_same_amount_in_the_same_currency_is_equal()
    {
        Assert.Equal(new Money(1.5m, "EUR"), new Money(1.50m, "EUR"));
        Assert.NotEqual(new Money(1.5m, "EUR"), new Money(1.5m, "USD"));
    }

    [Fact]
    public void Only_an_explicit_culture_has_an_effect()
    {
        var german = CultureInfo.GetCultureInfo("de-DE");
        var money = new Money(324000.5m, "USD");
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = german;
            Assert.Equal("324000.5 USD", money.ToString());
            Assert.Equal("324,000.50 USD", money.ToString("N2", null));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Equal("324.000,50 USD", money.ToString("N2", german));
        Assert.Equal("324.000,50 USD", string.Create(german, $"{money:N2}"));
    }
}
