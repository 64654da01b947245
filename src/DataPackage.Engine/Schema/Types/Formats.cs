using System.Text.RegularExpressions;

namespace DataPackage.Engine.Schema.Types;

/// <summary>The formats of identifiers. They check the form only, not whether an identifier was ever
/// assigned.</summary>
internal static class Formats
{
    private static readonly Regex Qid = Make("qid");
    private static readonly Regex Country = Make("iso3166-1-alpha2");
    private static readonly Regex Currency = Make("iso4217");
    private static readonly Regex Lei = Make("lei");

    public static readonly string[] All = ["qid", "iso3166-1-alpha2", "iso4217", "bcp47", "lei", "https-url"];

    /// <summary>A regular expression that an identifier of the format matches as a whole; it is all that editors
    /// check.</summary>
    public static string PatternOf(string format) =>
        format switch
        {
            "qid" => "Q[1-9][0-9]*",
            "iso3166-1-alpha2" => "[A-Z]{2}",
            "iso4217" => "[A-Z]{3}",
            "bcp47" => "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*",
            "lei" => "[A-Z0-9]{18}[0-9]{2}",
            _ => "[Hh][Tt][Tt][Pp][Ss]:.+",
        };

    /// <summary>The mistake in <paramref name="text"/> as an identifier; null if there is none.</summary>
    public static string? Check(string format, string text) =>
        format switch
        {
            "qid" => Qid.IsMatch(text) ? null : "an item of Wikidata is written as Q and a number, such as Q42",
            "iso3166-1-alpha2" => Country.IsMatch(text)
                ? null
                : "a country is written as two capital letters (ISO 3166-1 alpha-2), such as TR",
            "iso4217" => IsCurrency(text)
                ? null
                : "a currency is written as three capital letters (ISO 4217), such as EUR",
            "bcp47" => IsLanguageTag(text) ? null : "a language is written as a tag of BCP 47, such as en or pt-BR",
            "lei" => Lei.IsMatch(text) && HasValidLeiChecksum(text)
                ? null
                : "a legal entity identifier (ISO 17442) has 20 letters and digits, the last two of which are a "
                    + "checksum",
            _ => IsWebAddress(text) && text.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
                ? null
                : "an address must be absolute and start with https://",
        };

    /// <summary>[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*, without a regular expression, because every localized text is
    /// checked. BCP 47 has room for languages of four to eight letters, but none was ever registered: 'german' is a
    /// mistake for 'de'.</summary>
    public static bool IsLanguageTag(string text)
    {
        const int longestLanguage = 3,
            longestPart = 8;
        int start = 0,
            length = 0;
        foreach (var c in text)
        {
            if (c == '-' && length > 0 && start + length >= 2)
                (start, length) = (start + length + 1, 0);
            else if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') || (c is >= '0' and <= '9' && start > 0))
                length++;
            else
                return false;
            if (length > (start == 0 ? longestLanguage : longestPart))
                return false;
        }

        return length > 0 && start + length >= 2;
    }

    /// <summary>An absolute address of http or https that names a host, with nothing around it.</summary>
    public static bool IsWebAddress(string text) =>
        TryRead(text, out var uri) && uri!.Scheme is "https" or "http" && uri.Host.Length > 0;

    /// <remarks>Invalid characters are refused here: <see cref="Uri"/> refuses them or not, depending on whether the
    /// machine has ICU.</remarks>
    public static bool TryRead(string text, out Uri? address)
    {
        address = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
                i++;
            else if (char.IsSurrogate(text[i]) || text[i] == '\uFFFE' || char.IsWhiteSpace(text[i]))
                return false;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out address);
    }

    public static bool IsCurrency(string text) => Currency.IsMatch(text);

    private static Regex Make(string format) => new($@"\A(?:{PatternOf(format)})\z", RegexOptions.CultureInvariant);

    /// <summary>ISO 7064 MOD 97-10 over the text with letters written as 10 to 35.</summary>
    private static bool HasValidLeiChecksum(string text)
    {
        var remainder = 0;
        foreach (var c in text)
            remainder = c is >= '0' and <= '9'
                ? ((remainder * 10) + (c - '0')) % 97
                : ((remainder * 100) + (c - 'A' + 10)) % 97;
        return remainder == 1;
    }
}
