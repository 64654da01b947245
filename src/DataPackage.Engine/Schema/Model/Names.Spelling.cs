using System.Globalization;
using System.Text;
using DataPackage.Shared.Names;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Schema.Model;

/// <summary>The part that knows no kinds: the analyzers of consumers' code compile it too.</summary>
internal static partial class Names
{
    /// <summary>The name that <see cref="ToPascalCase"/> makes of an empty text.</summary>
    private const string EmptyName = "_";

    /// <summary>Ends a name that was taken; no name from seeds ends in it.</summary>
    public const char Evasion = '_';

    /// <summary>C++ → CPlusPlus, F* → FStar, 1C Enterprise → _1CEnterprise, équipe → Equipe, 日本語 → 日本語; empty if
    /// nothing can be a name. For a slug it is the same as <see cref="ToPascalCase"/>.</summary>
    public static string ToMember(string text)
    {
        var name = ToPascalCase(Spell(text));
        return name == EmptyName ? "" : name;
    }

    /// <summary>A text whose signs are words, whose Latin letters are ASCII, and whose apostrophes are gone, except
    /// between digits.</summary>
    public static string Spell(string text)
    {
        var spelled = new StringBuilder(text.Length + 8);
        var composed = NormalForm.Of(text);
        for (var i = 0; i < composed.Length; i++)
        {
            var c = composed[i];
            if (SymbolName(c) is { } symbol)
                spelled.Append('-').Append(symbol).Append('-');
            else if (c is '\'' or '\u2019')
                spelled.Append(IsBetweenDigits(composed, i) ? "-" : "");
            else if (c < 0x80)
                spelled.Append(c);
            else if (NameFolding.Fold(c.ToString()) is { Length: > 0 } folded && folded[0] < 0x80)
                spelled.Append(char.IsUpper(c) ? LetterCase.ToUpper(folded[0]) + folded.Substring(1) : folded);
            else
                spelled.Append(IsNameCharacter(c) ? c : '-');
        }

        return spelled.ToString();
    }

    /// <summary>The word for a sign by which names differ that are otherwise the same: C, C++ and C#; null for any
    /// other character.</summary>
    public static string? SymbolName(char c) =>
        c switch
        {
            '+' => "plus",
            '#' => "sharp",
            '*' => "star",
            '&' => "and",
            _ => null,
        };

    /// <summary>birthDate → BirthDate, istanbul-talks-2025 → IstanbulTalks2025, 30-day-ceasefire → _30DayCeasefire,
    /// 2024-01-15 → _2024_01_15. Between two digits an underscore replaces what separates them, so 1.10 and 11.0 are
    /// two names.</summary>
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

            if (startsWord && result.Length > 0 && char.IsDigit(c) && char.IsDigit(result[result.Length - 1]))
                result.Append('_');
            result.Append(
                !startsWord ? c
                : c is >= 'a' and <= 'z' ? (char)(c - 32)
                : c < 0x80 ? c
                : LetterCase.ToUpper(c)
            );
            startsWord = false;
        }

        if (result.Length == 0 || !char.IsLetter(result[0]))
            result.Insert(0, '_');
        return result.ToString();
    }

    private static bool IsBetweenDigits(string text, int index) =>
        index > 0 && index + 1 < text.Length && char.IsDigit(text[index - 1]) && char.IsDigit(text[index + 1]);

    /// <summary>Letters, digits and combining marks: what C# takes within a name, except underscores and invisible
    /// characters.</summary>
    public static bool IsNameCharacter(char c) =>
        c < 0x80
            ? IsLetter(c) || c is >= '0' and <= '9'
            : CharUnicodeInfo.GetUnicodeCategory(c)
                is UnicodeCategory.UppercaseLetter
                    or UnicodeCategory.LowercaseLetter
                    or UnicodeCategory.TitlecaseLetter
                    or UnicodeCategory.ModifierLetter
                    or UnicodeCategory.OtherLetter
                    or UnicodeCategory.NonSpacingMark
                    or UnicodeCategory.SpacingCombiningMark
                    or UnicodeCategory.DecimalDigitNumber;

    private static bool IsLetter(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z';
}
