using DataPackage.Shared.Text;

namespace DataPackage.Runtime.Tests.Text;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("kirill-dmitriev", "kirill-dmitriev")]
    [InlineData("кирилл é 日本 🎈", "кирилл é 日本 🎈")]
    [InlineData("a\r\nb\tc", "a\\u000D\\u000Ab\\u0009c")]
    [InlineData("\u001B[31m\u0085\u2028\u2029\u007F", "\\u001B[31m\\u0085\\u2028\\u2029\\u007F")]
    [InlineData("a\u202Eb\u2066c\u200Bd\u00ADe\uFEFFf", "a\\u202Eb\\u2066c\\u200Bd\\u00ADe\\uFEFFf")]
    public void What_nobody_sees_is_escaped_and_all_else_stays(string text, string shown)
    {
        Assert.Equal(shown, VisibleText.Of(text));
        Assert.Equal(shown, VisibleText.Of(text.AsSpan()));
    }

    [Fact]
    public void A_text_that_is_visible_is_the_same_instance()
    {
        var text = new string('x', VisibleText.LongestRequest);

        Assert.Same(text, VisibleText.Of(text));
    }

    [Fact]
    public void A_long_text_is_cut()
    {
        var shown = new string('x', VisibleText.LongestRequest) + "...";

        Assert.Equal(shown, VisibleText.Of(new string('x', VisibleText.LongestRequest + 1)));
        Assert.Equal(shown, VisibleText.Of(new string('x', 1_000_000).AsSpan()));
        Assert.Equal("ab...", VisibleText.Of("abc", 2));
        // Half a character is shown as an escape.
        Assert.Equal("a\\uD83C...", VisibleText.Of("a🎈", 2));
        Assert.Equal("\\uDC00\\uD800", VisibleText.Of("\uDC00\uD800"));
    }
}
