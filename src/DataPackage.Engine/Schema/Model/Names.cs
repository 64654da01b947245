using System.Globalization;
using System.Text;
using DataPackage.Engine.Diagnostics;
using DataPackage.Shared.Names;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Schema.Model;

/// <summary>Makes names in C# from names in seeds, by the rules in docs/seeds.md.</summary>
internal static partial class Names
{
    /// <summary>Members of every record or object: a generated member of such a name would hide one or not
    /// compile.</summary>
    private static readonly HashSet<string> ObjectMembers = new(StringComparer.Ordinal)
    {
        "Equals",
        "ReferenceEquals",
        "GetHashCode",
        "GetType",
        "ToString",
        "MemberwiseClone",
        "Finalize",
        "EqualityContract",
        "PrintMembers",
        "Deconstruct",
        "Clone",
    };

    /// <summary>The members of every entity that give way to a property or reverse of their name.</summary>
    public static readonly IReadOnlyCollection<string> YieldingMembers =
    [
        "GetFacts",
        "CitationsFor",
        "DefinedAt",
        "Find",
        "FindAll",
        "Claims",
        "Properties",
    ];

    /// <summary>The classes of every package that give way to a kind or an enumeration of their name.</summary>
    public static readonly IReadOnlyCollection<string> YieldingTypes = ["Mentions", "DataPackageInfo"];

    /// <summary>The members that generated code adds to every entity, without <see cref="YieldingMembers"/>.</summary>
    private static readonly HashSet<string> EntityMembers = new(StringComparer.Ordinal)
    {
        "Id",
        "Kind",
        "Caption",
        "Citations",
        "AllClaims",
        "All",
        "Get",
        "TryGet",
        "Parse",
        "TryParse",
    };

    private static readonly HashSet<string> ArticleMembers = new(StringComparer.Ordinal)
    {
        "Text",
        "Sha256",
        "Mentions",
    };

    /// <summary>The members that generated code adds to every catalog.</summary>
    private static readonly HashSet<string> CatalogMembers = new(StringComparer.Ordinal)
    {
        "All",
        "Get",
        "TryGet",
        "Find",
        "FindAll",
        "Resolve",
        "During",
        "PossiblyDuring",
    };

    /// <summary>The compiler refuses names of 512 characters or more (CS0645).</summary>
    private const int LongestMember = 400;

    /// <summary>[a-z0-9]+(-[a-z0-9]+)*, of at most <see cref="SeedLimits.IdLength"/> characters.</summary>
    public static bool IsId(string text)
    {
        if (text.Length > SeedLimits.IdLength)
            return false;
        var afterHyphen = true;
        foreach (var c in text)
        {
            if (c is >= 'a' and <= 'z' or >= '0' and <= '9')
                afterHyphen = false;
            else if (c == '-' && !afterHyphen)
                afterHyphen = true;
            else
                return false;
        }

        return !afterHyphen;
    }

    /// <summary>A letter of any script, then letters and digits, of at most <see cref="SeedLimits.NameLength"/>
    /// characters; composed (NFC), so it has one spelling. Underscores are left to generated code, except between two
    /// digits; C# takes no letters beyond the first plane; invisible characters are refused.</summary>
    public static bool IsIdentifier(string text)
    {
        if (text.Length is 0 or > SeedLimits.NameLength || !char.IsLetter(text[0]))
            return false;
        var isAscii = true;
        for (var i = 0; i < text.Length; i++)
        {
            isAscii &= text[i] < 0x80;
            if (!IsNameCharacter(text[i]) && !(text[i] == Evasion && IsBetweenDigits(text, i)))
                return false;
        }

        return isAscii || NormalForm.Of(text) == text;
    }

    /// <summary>An identifier that a type can have: it starts with a capital, or with a letter without case.</summary>
    public static bool IsTypeName(string text) => IsIdentifier(text) && !char.IsLower(text[0]);

    /// <summary>Names between dots, which may have underscores anywhere, as root namespaces have.</summary>
    public static bool IsNamespace(string text) =>
        text.Length <= SeedLimits.NamespaceLength
        && NormalForm.Of(text) == text
        && text.Split('.').All(part => IsNamespacePart(part) && !IsKeyword(part));

    private static bool IsNamespacePart(string part) =>
        part.Length is > 0 and <= SeedLimits.NameLength
        && (part[0] == Evasion || char.IsLetter(part[0]))
        && part.All(c => c == Evasion || IsNameCharacter(c))
        && part.Any(IsNameCharacter);

    /// <summary>Whether it is a namespace of the runtime: a kind there could hide a type that generated code uses
    /// (CS0436, CS0104).</summary>
    public static bool IsTakenNamespace(string text) =>
        TakenNamespaces.Any(taken => text == taken || text.StartsWith(taken + ".", StringComparison.Ordinal));

    private static readonly string[] TakenNamespaces = ["System", "Microsoft.CodeAnalysis", "DataPackage.Runtime"];

    /// <summary>An identifier that does not start with a capital.</summary>
    public static bool IsPropertyName(string text) =>
        IsIdentifier(text)
        && !char.IsUpper(text[0])
        && CharUnicodeInfo.GetUnicodeCategory(text[0]) != UnicodeCategory.TitlecaseLetter;

    /// <summary>A similar text that <see cref="IsId"/> accepts; null if there is none.</summary>
    public static string? SuggestId(string text)
    {
        var folded = NameFolding.Fold(text).Replace(' ', '-').Replace('_', '-');
        return IsId(folded) ? folded : null;
    }

    /// <summary>A similar text that <see cref="IsIdentifier"/> accepts: first_name → firstName, größe → grosse;
    /// null if there is none.</summary>
    public static string? SuggestName(string text, bool startsUpper)
    {
        var words = text.Split(
            text.Where(c => c < 0x80 && !IsLetter(c) && c is not (>= '0' and <= '9')).Distinct().ToArray(),
            StringSplitOptions.RemoveEmptyEntries
        );
        // Folding removes capitals too, so only words that need it are folded.
        var plain = words
            .Select(word => word.All(c => c < 0x80) ? word : NameFolding.Fold(word))
            .Where(word => word.Length > 0)
            .ToList();
        if (plain.Count == 0)
            return null;
        var name = ToPascalCase(string.Join("-", plain));
        if (!startsUpper)
            name = LetterCase.ToLower(name[0]) + name.Substring(1);
        return name != text && IsIdentifier(name) ? name : null;
    }

    /// <summary>Persons → persons, WashingtonVisits → washington-visits.</summary>
    public static string ToKebabCase(string pascalCase)
    {
        var result = new StringBuilder(pascalCase.Length + 4);
        for (var i = 0; i < pascalCase.Length; i++)
        {
            var c = pascalCase[i];
            var isUpper = c is >= 'A' and <= 'Z';
            var startsWord =
                isUpper
                && i > 0
                && (
                    pascalCase[i - 1] is not (>= 'A' and <= 'Z')
                    || (i + 1 < pascalCase.Length && pascalCase[i + 1] is >= 'a' and <= 'z')
                );
            if (startsWord)
                result.Append('-');
            result.Append(isUpper ? (char)(c + 32) : c);
        }

        return result.ToString();
    }

    /// <summary>The name of an entity's accessor. If the catalog already has such a member, an underscore
    /// follows.</summary>
    /// <remarks>Empty if nothing in the id can be a name, or if the name would be too long for the compiler.</remarks>
    public static string ToAccessor(string id, Kind kind)
    {
        var name = ToMember(id);
        return name.Length is 0 or > LongestMember ? ""
            : CatalogMembers.Contains(name)
            || ObjectMembers.Contains(name)
            || name == kind.Plural
            || IsLookup(name, kind)
            || IsGroups(name, kind)
                ? name + Evasion
            : name;
    }

    /// <summary>The class that shows the entities of a catalog by a property: ByType.</summary>
    public static string ToGroups(string property, Kind kind) =>
        "By" + ToPascalCase(property) is var name && name == kind.Plural
            ? name + Evasion
            : "By" + ToPascalCase(property);

    private static bool IsGroups(string name, Kind kind) =>
        kind.GroupBy.Any(property => ToGroups(property, kind) == name);

    /// <summary>The name of a group of entities. If the class around it, or something within it, has that name, an
    /// underscore follows.</summary>
    public static string ToGroup(string name, string outer, IEnumerable<string> members)
    {
        var taken = new HashSet<string>(members, StringComparer.Ordinal) { outer, "All" };
        while (ObjectMembers.Contains(name) || taken.Contains(name))
            name += Evasion;
        return name;
    }

    /// <summary>Whether it is a method of the catalog that looks an entity up by a property: GetByCode,
    /// TryGetByCode.</summary>
    private static bool IsLookup(string name, Kind kind)
    {
        var by =
            name.StartsWith("GetBy", StringComparison.Ordinal) ? 5
            : name.StartsWith("TryGetBy", StringComparison.Ordinal) ? 8
            : 0;
        return by > 0 && kind.Lookups.Any(property => property.CSharpName == name.Substring(by));
    }

    public static bool IsTakenInCatalog(string member) => CatalogMembers.Contains(member);

    public static bool IsTakenInEntity(string member, string kind, bool isArticle) =>
        ObjectMembers.Contains(member)
        || EntityMembers.Contains(member)
        || member == kind
        || (isArticle && ArticleMembers.Contains(member));

    public static bool IsTakenInEmbedded(string member, string kind) =>
        ObjectMembers.Contains(member) || member == kind;

    /// <summary>Whether it is a keyword, which cannot be a name without an @.</summary>
    public static bool IsKeyword(string name) => CSharpKeywords.Contains(name);
}
