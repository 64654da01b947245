using DataPackage.Engine.Schema.Types;
using DataPackage.Tool.Site.Texts;

namespace DataPackage.Tool.Site.Values;

/// <summary>Shows numbers with the separators of a language, and with all their digits.</summary>
internal static class NumberText
{
    /// <summary>Numbers of up to four digits have no groups: many of them are years.</summary>
    private const int LeastOfGroups = 10_000;

    /// <summary>Null if the value is no number.</summary>
    public static string? Of(ScalarValue value, UiTexts texts) =>
        value switch
        {
            MoneyValue money => $"{texts.Number(money.Number)} {money.Currency}",
            { Amount: { } number } => texts.Number(number, number is > -LeastOfGroups and < LeastOfGroups),
            _ => null,
        };
}
