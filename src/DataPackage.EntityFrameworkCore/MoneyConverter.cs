using DataPackage.Runtime;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DataPackage.EntityFrameworkCore;

/// <summary>Writes an amount of money as its text: <c>12.50 EUR</c>.</summary>
/// <remarks>A text that is no amount throws <see cref="FormatException"/>.</remarks>
public sealed class MoneyConverter : ValueConverter<Money, string>
{
    /// <summary>For Entity Framework.</summary>
    public MoneyConverter()
        : base(money => money.ToString(), text => Money.Parse(text)) { }
}
