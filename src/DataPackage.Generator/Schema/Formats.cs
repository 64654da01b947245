using System.Text.RegularExpressions;

namespace DataPackage.Generator.Schema;

/// <summary>The formats that an identifier can have. They check the form only: whether an identifier was ever given out is not known here.</summary>
internal static class Formats
{
    /// <summary>Where patterns backtrack, this keeps one that does so without end from hanging the compiler.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    /// <summary>RegexOptions.NonBacktracking, for which netstandard2.0 has no name: <c>(a+)+</c> takes time in proportion to the text, not to two to
    /// its power, in each of ten thousand seeds. Only .NET Framework, within old editors, lacks it.</summary>
    private const RegexOptions NonBacktracking = (RegexOptions)1024;

    private static readonly RegexOptions OptionsOfPatterns = RegexOptions.CultureInvariant | (IsLinear() ? NonBacktracking : RegexOptions.None);

    private static readonly Regex Qid = Make("Q[1-9][0-9]*");
    private static readonly Regex Country = Make("[A-Z]{2}");
    private static readonly Regex Currency = Make("[A-Z]{3}");
    private static readonly Regex Lei = Make("[A-Z0-9]{18}[0-9]{2}");

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

    public static bool IsPattern(string pattern, out string reason)
    {
        reason = "";
        try
        {
            _ = new Regex(Anchored(pattern), OptionsOfPatterns, Patience);
            return true;
        }
        catch (ArgumentException invalid)
        {
            reason = invalid.Message;
        }
        catch (NotSupportedException)
        {
            reason = "it refers back, looks around, or repeats too much to be matched in linear time";
        }

        return false;
    }

    /// <summary>Whether the whole text matches; null where the pattern takes too long to tell.</summary>
    public static bool? Matches(string pattern, string text)
    {
        try
        {
            // The static method keeps the last patterns compiled; a schema has few, and its data many values.
            return Regex.IsMatch(text, Anchored(pattern), OptionsOfPatterns, Patience);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static bool IsLinear()
    {
        try
        {
            _ = new Regex("a", NonBacktracking, Patience);
            return true;
        }
        catch (ArgumentOutOfRangeException)
        {
            return false;
        }
    }

    private static Regex Make(string pattern) => new(Anchored(pattern), RegexOptions.CultureInvariant, Patience);

    /// <summary>The whole text must match.</summary>
    private static string Anchored(string pattern) => @"\A(?:" + pattern + @")\z";

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
