using System.Globalization;
using System.Text;
using CsCheck;
using DataPackage.Shared.Names;
using DataPackage.Shared.Text;

namespace DataPackage.Runtime.Tests.Text;

public sealed class NameFoldingTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("kirill dmitriev", "kirill dmitriev")]
    [InlineData("Kirill A. Dmitriev", "kirill a dmitriev")]
    [InlineData("Кирилл Дмитриев", "кирилл дмитриев")]
    [InlineData("Сергей Лавров", "сергеи лавров")]
    [InlineData("Хрущёв", "хрущев")]
    [InlineData("Recep Tayyip Erdoğan", "recep tayyip erdogan")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("Işık", "isik")]
    [InlineData("Jean-Luc  Mélenchon", "jean luc melenchon")]
    [InlineData("Jean\u2010Luc", "jean luc")]
    [InlineData("O'Brien", "obrien")]
    [InlineData("O\u2019Brien", "obrien")]
    [InlineData("Valéry Giscard d\u2019Estaing", "valery giscard destaing")]
    [InlineData("Müller", "muller")]
    [InlineData("Mu\u0308ller", "muller")]
    [InlineData("STRAẞE Straße", "strasse strasse")]
    [InlineData("Æthelred Œuvre Þór", "aethelred oeuvre thor")]
    [InlineData("Ångström, Bjørn Łódź Đurić", "angstrom bjorn lodz duric")]
    [InlineData("Nguyễn Phú Trọng", "nguyen phu trong")]
    [InlineData("ΟΔΥΣΣΕΥΣ Οδυσσεύς", "οδυσσευσ οδυσσευσ")]
    [InlineData("Ｔｏｋｙｏ　２０２５", "tokyo 2025")]
    [InlineData("ジョン・スミス", "ジョン スミス")]
    [InlineData("習近平", "習近平")]
    [InlineData("한국", "한국")]
    [InlineData("C, C++, C#", "c c++ c#")]
    [InlineData("  \t(“quoted”) — name!\u00A0", "quoted name")]
    [InlineData("zero\u200Bwidth\u00AD", "zerowidth")]
    [InlineData("…", "")]
    public void A_name_is_found_without_regard_to_case_accents_and_punctuation(string name, string folded)
    {
        Assert.Equal(folded, NameFolding.Fold(name));
        Assert.Equal(folded, Spanned(name));
    }

    [Fact]
    public void A_folded_name_is_not_copied()
    {
        const string Folded = "kirill dmitriev 2";

        Assert.Same(Folded, NameFolding.Fold(Folded));
    }

    [Fact]
    public void Folding_into_a_span_allocates_nothing()
    {
        var buffer = new char[256];
        var allocated = long.MaxValue;
        // The runtime itself may allocate while it warms up; the minimum of several runs is the code's own.
        for (var run = 0; run < 10; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            NameFolding.Fold("Ærøskøbing, Þingvellir", buffer);
            allocated = Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, allocated);
    }

    [Fact]
    public void A_destination_that_may_be_too_short_is_refused() =>
        Assert.Throws<ArgumentException>(() => NameFolding.Fold("abc", new char[NameFolding.MaxLength(3) - 1]));

    [Fact]
    public void A_name_of_any_length_folds()
    {
        var name = string.Concat(Enumerable.Repeat("Æ", 10_000));

        Assert.Equal(string.Concat(Enumerable.Repeat("ae", 10_000)), NameFolding.Fold(name));
    }

    [Fact]
    public void The_table_is_what_the_Unicode_tables_of_dotnet_yield()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            // Between letters, to show blanks and vanished characters.
            var expected = "a" + Expected((char)c) + "b";
            Assert.True(NameFolding.Fold($"a{(char)c}b") == expected, $"U+{c:X4} should fold to '{expected}'");
        }
    }

    [Fact]
    public void Folding_twice_changes_nothing_more()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            var folded = NameFolding.Fold(((char)c).ToString());
            Assert.Equal(folded, NameFolding.Fold(folded));
        }

        Gen.String.Sample(name =>
        {
            var folded = NameFolding.Fold(name);
            return NameFolding.Fold(folded) == folded
                && Spanned(name) == folded
                && folded.Length <= NameFolding.MaxLength(name.Length)
                && folded == folded.Trim(' ')
                && !folded.Contains("  ", StringComparison.Ordinal);
        });
    }

    /// <summary>A name is found in any normalization form, and never as another name.</summary>
    [Fact]
    public void A_name_folds_alike_in_every_normalization_form()
    {
        var differences = new List<string>();
        for (var code = 0; code < 0x30000; code++)
        {
            if (code is >= 0xD800 and <= 0xDFFF)
                continue;
            var text = $"a{char.ConvertFromUtf32(code)}b";
            var folded = NormalForm.Of(NameFolding.Fold(NormalForm.Of(text)));
            if (NormalForm.Of(NameFolding.Fold(Decomposed(text))) != folded || NameFolding.Fold(folded) != folded)
                differences.Add(FormattableString.Invariant($"U+{code:X4}"));
        }

        Assert.Equal([], differences);
    }

    /// <summary>In normalization form D, except for the order of marks.</summary>
    private static string Decomposed(string text)
    {
        var parts = new StringBuilder();
        foreach (var character in text.EnumerateRunes())
            Append(character.Value);
        return parts.ToString();

        void Append(int code)
        {
            if (!NormalForm.TryDecompose(code, out var first, out var second))
                parts.Append(char.ConvertFromUtf32(code));
            else
                Append(first);
            if (second > 0)
                Append(second);
        }
    }

    private static string Spanned(string name)
    {
        var buffer = new char[NameFolding.MaxLength(name.Length)];
        return new string(buffer, 0, NameFolding.Fold(name, buffer));
    }

    /// <summary>The rules behind the table, for blocks that Unicode has filled, so a new runtime changes
    /// nothing.</summary>
    private static string Expected(char c)
    {
        if (c is >= '\uFF01' and <= '\uFF5E')
            return Expected((char)(c - 0xFEE0));
        if (
            "'`\u00B4\u0374\u055A\u05F3\u2018\u2019\u201B\u2032".Contains(c, StringComparison.Ordinal)
            || IsIn(c, (0x2B9, 0x2BF))
        )
            return "";
        if (
            IsIn(
                c,
                (0x300, 0x36F),
                (0x483, 0x489),
                (0x1AB0, 0x1AFF),
                (0x1DC0, 0x1DFF),
                (0x20D0, 0x20FF),
                (0xFE00, 0xFE0F),
                (0xFE20, 0xFE2F)
            )
        )
            return "";
        if (c == '#')
            return "#";
        if (
            IsIn(
                c,
                (0, 0xFF),
                (0x370, 0x3FF),
                (0x530, 0x6FF),
                (0x2000, 0x206F),
                (0x2E00, 0x2E5D),
                (0x3000, 0x303F),
                (0x30A0, 0x30FF),
                (0xFE50, 0xFE6F),
                (0xFEFF, 0xFEFF),
                (0xFF5F, 0xFF65)
            )
        )
        {
            if (char.GetUnicodeCategory(c) == UnicodeCategory.Format)
                return "";
            if (char.IsPunctuation(c) || char.IsSeparator(c) || char.IsControl(c))
                return " ";
        }

        // A mark within a sign vanishes like a mark after it: ≠ is =.
        var parts = char.IsSurrogate(c) || c == '\uFFFE' ? "" : c.ToString().Normalize(NormalizationForm.FormD);
        if (parts.Length == 2 && !char.IsLetter(c) && IsIn(parts[1], (0x300, 0x36F)))
            return Expected(parts[0]);

        var isFolded =
            char.IsLetter(c)
            && IsIn(
                c,
                (0, 0x24F),
                (0x370, 0x52F),
                (0x531, 0x587),
                (0x1C90, 0x1CBF),
                (0x1E00, 0x1FFF),
                (0x2126, 0x212B),
                (0x2C60, 0x2C7F),
                (0xA640, 0xA69F)
            );
        var letter = isFolded ? char.ToLowerInvariant(c.ToString().Normalize(NormalizationForm.FormD)[0]) : c;
        return letter switch
        {
            'ø' => "o",
            'ł' => "l",
            'đ' or 'ð' => "d",
            'ħ' => "h",
            'ŧ' => "t",
            'ŋ' or 'ŉ' => "n",
            'ı' => "i",
            'ĸ' => "k",
            'ſ' => "s",
            'ª' => "a",
            'º' => "o",
            'µ' => "μ",
            'ς' => "σ",
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'þ' => "th",
            'ĳ' => "ij",
            'ǆ' or 'ǅ' or 'ǳ' or 'ǲ' => "dz",
            'ǉ' or 'ǈ' => "lj",
            'ǌ' or 'ǋ' => "nj",
            '\uFB00' => "ff",
            '\uFB01' => "fi",
            '\uFB02' => "fl",
            _ => letter.ToString(),
        };
    }

    private static bool IsIn(char c, params (int First, int Last)[] blocks) =>
        blocks.Any(block => c >= block.First && c <= block.Last);
}
