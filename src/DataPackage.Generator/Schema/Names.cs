using System.Globalization;
using System.Text;
using DataPackage.Generator.Model;
using DataPackage.Runtime.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace DataPackage.Generator.Schema;

/// <summary>How names in seeds become names in C#. The rules are documented in docs/seeds.md.</summary>
internal static class Names
{
    /// <summary>Members that every record or every object has: a generated member of that name would hide it or not compile.</summary>
    private static readonly HashSet<string> ObjectMembers = new(StringComparer.Ordinal)
    {
        "Equals", "ReferenceEquals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize",
        "EqualityContract", "PrintMembers", "Deconstruct", "Clone",
    };

    /// <summary>What the generator adds to every entity.</summary>
    private static readonly HashSet<string> EntityMembers = new(StringComparer.Ordinal)
    {
        "Id", "Kind", "Caption", "Citations", "Facts", "Source", "All", "Get", "TryGet", "Parse", "TryParse",
    };

    private static readonly HashSet<string> ArticleMembers = new(StringComparer.Ordinal) { "Text", "Sha256", "Mentions" };

    /// <summary>What the generator adds to every catalog.</summary>
    private static readonly HashSet<string> CatalogMembers = new(StringComparer.Ordinal) { "All", "Get", "TryGet", "Find", "FindAll", "During" };

    /// <summary>Ends a name that was taken; no name that comes from seeds ends in it.</summary>
    public const char Evasion = '_';

    /// <summary>[a-z0-9]+(-[a-z0-9]+)*</summary>
    public static bool IsId(string text)
    {
        var afterHyphen = true;
        foreach (var c in text)
        {
            if (c is >= 'a' and <= 'z' or >= '0' and <= '9') afterHyphen = false;
            else if (c == '-' && !afterHyphen) afterHyphen = true;
            else return false;
        }

        return !afterHyphen;
    }

    /// <summary>An ASCII letter, then ASCII letters and digits.</summary>
    public static bool IsPlainIdentifier(string text) =>
        text.Length > 0 && IsLetter(text[0]) && text.All(c => IsLetter(c) || c is >= '0' and <= '9');

    /// <summary>A letter of any script that starts no word in capitals, then such letters and digits; composed (NFC), so that there is one way to write it.
    /// Neither underscores, which generated code has, nor invisible characters, nor letters beyond the first plane, which C# does not take.</summary>
    public static bool IsPropertyName(string text)
    {
        if (text.Length == 0 || !char.IsLetter(text[0]) || char.IsUpper(text[0]) || CharUnicodeInfo.GetUnicodeCategory(text[0]) == UnicodeCategory.TitlecaseLetter) return false;
        foreach (var c in text)
            if (!IsNameCharacter(c)) return false;
        return IsPlainIdentifier(text) || NormalForm.Of(text) == text;
    }

    /// <summary>What <see cref="IsId"/> would accept in place of <paramref name="text"/>, or null.</summary>
    public static string? SuggestId(string text)
    {
        var folded = NameFolding.Fold(text).Replace(' ', '-').Replace('_', '-');
        return IsId(folded) ? folded : null;
    }

    /// <summary>birthDate → BirthDate, istanbul-talks-2025 → IstanbulTalks2025, 30-day-ceasefire → _30DayCeasefire.</summary>
    public static string ToPascalCase(string name)
    {
        var result = new StringBuilder(name.Length + 1);
        var startsWord = true;
        foreach (var c in name)
        {
            if (!IsNameCharacter(c))
            {
                startsWord = true;
                continue;
            }

            result.Append(!startsWord ? c : c is >= 'a' and <= 'z' ? (char)(c - 32) : c < 0x80 ? c : char.ToUpperInvariant(c));
            startsWord = false;
        }

        if (result.Length == 0 || !char.IsLetter(result[0])) result.Insert(0, '_');
        return result.ToString();
    }

    /// <summary>Persons → persons, WashingtonVisits → washington-visits.</summary>
    public static string ToKebabCase(string pascalCase)
    {
        var result = new StringBuilder(pascalCase.Length + 4);
        for (var i = 0; i < pascalCase.Length; i++)
        {
            var c = pascalCase[i];
            var isUpper = c is >= 'A' and <= 'Z';
            var startsWord = isUpper && i > 0
                && (pascalCase[i - 1] is not (>= 'A' and <= 'Z') || (i + 1 < pascalCase.Length && pascalCase[i + 1] is >= 'a' and <= 'z'));
            if (startsWord) result.Append('-');
            result.Append(isUpper ? (char)(c + 32) : c);
        }

        return result.ToString();
    }

    /// <summary>The name of an entity's accessor. Where the catalog has a member of that name already, an underscore follows.</summary>
    public static string ToAccessor(string id, Kind kind)
    {
        var name = ToPascalCase(id);
        return CatalogMembers.Contains(name) || ObjectMembers.Contains(name) || name == kind.Plural || IsLookup(name, kind) ? name + Evasion : name;
    }

    /// <summary>The methods of a catalog that look an entity up by a property: GetByCode, TryGetByCode.</summary>
    private static bool IsLookup(string name, Kind kind)
    {
        var by = name.StartsWith("GetBy", StringComparison.Ordinal) ? 5 : name.StartsWith("TryGetBy", StringComparison.Ordinal) ? 8 : 0;
        return by > 0 && kind.Lookups.Any(property => property.CSharpName == name.Substring(by));
    }

    public static bool IsTakenInCatalog(string member) => CatalogMembers.Contains(member);

    public static bool IsTakenInEntity(string member, string kind, bool isArticle) =>
        ObjectMembers.Contains(member) || EntityMembers.Contains(member) || member == kind || (isArticle && ArticleMembers.Contains(member));

    public static bool IsTakenInEmbedded(string member, string kind) => ObjectMembers.Contains(member) || member == kind;

    /// <summary>A keyword cannot be a name as it is, though C# would take it after an @.</summary>
    public static bool IsKeyword(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None;

    /// <summary>Letters and digits, and the marks that stand on letters: what C# takes within a name, but for underscores and what cannot be seen.</summary>
    private static bool IsNameCharacter(char c) => c < 0x80
        ? IsLetter(c) || c is >= '0' and <= '9'
        : CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber && SyntaxFacts.IsIdentifierPartCharacter(c);

    private static bool IsLetter(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z';
}
