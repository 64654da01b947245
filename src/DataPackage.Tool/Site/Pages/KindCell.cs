using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Tool.Site.Html;
using DataPackage.Tool.Site.Texts;
using DataPackage.Tool.Site.Values;

namespace DataPackage.Tool.Site.Pages;

/// <summary>What a cell in the table of a kind says.</summary>
/// <param name="Sort">A number by which it is sorted; null if by its text.</param>
/// <param name="IsNumber">Whether it is itself a number.</param>
internal readonly record struct KindCell(Words Words, string? Sort = null, bool IsNumber = false)
{
    private const int Longest = 120;

    public static KindCell Of(SitePage page, Value? value, Property column)
    {
        if (value is null)
            return new KindCell(new Words(""));
        var words = ValueLine.Of(value, column, page);
        return value switch
        {
            DateValue date => new KindCell(words, SortKey(date)),
            ScalarValue { Amount: { } amount } => new KindCell(
                words,
                FormattableString.Invariant($"{amount}"),
                IsNumber: true
            ),
            _ => new KindCell(words with { Text = ShortText.Of(words.Text, Longest) }),
        };
    }

    public void Write(HtmlWriter html)
    {
        if (Sort is null)
            html.Write($"<td>{(Words.Text.Length == 0 ? default : Words)}</td>");
        else if (IsNumber)
            html.Write($"<td class=\"number\" data-sort=\"{Sort}\">{Words.Text}</td>");
        else
            html.Write($"<td data-sort=\"{Sort}\">{Words.Text}</td>");
    }

    /// <summary>Days of all years in order, as text.</summary>
    private static string SortKey(DateValue date) =>
        FormattableString.Invariant($"{(date.EarliestDay ?? date.LatestDay ?? 0) + 4_000_000_000_000:D14}");
}
