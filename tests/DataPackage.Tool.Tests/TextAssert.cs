namespace DataPackage.Tool.Tests;

/// <summary>Asserts of texts, compared ordinally.</summary>
internal static class TextAssert
{
    public static void Has(string part, string text) => Assert.Contains(part, text, StringComparison.Ordinal);

    public static void Lacks(string part, string text) => Assert.DoesNotContain(part, text, StringComparison.Ordinal);
}
