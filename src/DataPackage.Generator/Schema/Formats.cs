using System.Text.RegularExpressions;

namespace DataPackage.Generator.Schema;

/// <summary>The formats that an identifier can have. They check the form only: whether an identifier was ever given out is not known here.</summary>
internal static class Formats
{
    private static readonly Regex Qid = new(@"\AQ[1-9][0-9]*\z", RegexOptions.CultureInvariant);
    private static readonly Regex Country = new(@"\A[A-Z]{2}\z", RegexOptions.CultureInvariant);
    private static readonly Regex Currency = new(@"\A[A-Z]{3}\z", RegexOptions.CultureInvariant);
    private static readonly Regex Lei = new(@"\A[A-Z0-9]{18}[0-9]{2}\z", RegexOptions.CultureInvariant);

    public static readonly string[] All = ["qid", "iso3166-1-alpha2", "iso4217", "bcp47", "lei", "https-url"];

    /// <summary>What is wrong with <paramref name="text"/> as an identifier, or null.</summary>
    public static string? Check(string format, string text) => format switch
    {
        "qid" => Qid.IsMatch(text) ? null : "an item of Wikidata is written as Q and a number, such as Q42",
        "iso3166-1-alpha2" => Country.IsMatch(text) ? null : "a country is written as two capital letters (ISO 3166-1 alpha-2), such as TR",
        "iso4217" => IsCurrency(text) ? null : "a currency is written as three capital letters (ISO 4217), such as EUR",
        "bcp47" => IsLanguageTag(text) ? null : "a language is written as a tag of BCP 47, such as en or pt-BR",
        "lei" => Lei.IsMatch(text) && HasValidLeiChecksum(text) ? null : "a legal entity identifier (ISO 17442) has 20 letters and digits, the last two of which are a checksum",
        _ => IsHttpsUrl(text) ? null : "an address must be absolute and start with https://",
    };

    /// <summary>[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*, without a regular expression, since every localized text asks.</summary>
    public static bool IsLanguageTag(string text)
    {
        const int longestPart = 8;
        int start = 0, length = 0;
        foreach (var c in text)
        {
            if (c == '-' && length > 0 && start + length >= 2) (start, length) = (start + length + 1, 0);
            else if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') || (c is >= '0' and <= '9' && start > 0)) length++;
            else return false;
            if (length > longestPart) return false;
        }

        return length > 0 && start + length >= 2;
    }

    public static bool IsCurrency(string text) => Currency.IsMatch(text);

    private static bool IsHttpsUrl(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == "https";

    /// <summary>ISO 7064 MOD 97-10 over the text with letters written as 10 to 35.</summary>
    private static bool HasValidLeiChecksum(string text)
    {
        var remainder = 0;
        foreach (var c in text)
            remainder = c is >= '0' and <= '9' ? ((remainder * 10) + (c - '0')) % 97 : ((remainder * 100) + (c - 'A' + 10)) % 97;
        return remainder == 1;
    }
}
