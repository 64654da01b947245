using System.Globalization;
using System.Text;
using DataPackage.Shared.Text;
using Xunit.Abstractions;

namespace DataPackage.Runtime.Tests.Text;

/// <summary>The normalization form is Unicode's and does not depend on the machine. Compared with .NET where it uses
/// ICU, for the characters of the tables that ICU knows.</summary>
public class NormalFormTests(ITestOutputHelper output)
{
    private const int LastCodePoint = 0x10FFFF;

    /// <summary>All characters of the tables (with a class, with a decomposition, or part of one) and some
    /// others.</summary>
    private static readonly string[] Pool =
    [
        .. Enumerable
            .Range(0, LastCodePoint)
            .Where(code =>
                code is < 0xAC00 or > 0xDFFF
                && (NormalForm.KindOf(code) > 0 || NormalForm.TryDecompose(code, out _, out _))
            )
            .SelectMany(code => Parts(code).Append(code))
            .Concat([
                0xAC00,
                0xAC01,
                0xD7A3,
                0x1100,
                0x1112,
                0x1113,
                0x1160,
                0x11A7,
                'a',
                ' ',
                0x34F,
                0x200D,
                0x1F600,
                0xFFFF,
            ])
            .Distinct()
            .Select(char.ConvertFromUtf32),
    ];

    private static readonly HashSet<string> PoolOfAll = new(Pool, StringComparer.Ordinal);

    /// <summary>Unicode 15 has given U+1E08F a class.</summary>
    private static readonly bool PlatformKnowsAll = "\u0323\U0001E08F" == "\U0001E08F\u0323".Normalize();

    [Fact]
    public void Each_character_has_the_form_that_the_platform_gives_it()
    {
        if (IsWithoutPlatform())
            return;
        for (var code = 0; code <= LastCodePoint; code++)
        {
            if (code is >= 0xD800 and <= 0xDFFF or 0xFFFE)
                continue;
            var text = char.ConvertFromUtf32(code);
            // The platform may know newer characters.
            if (
                NormalForm.KindOf(code) == 0
                && NormalForm.Of(text) == text
                && !PoolOfAll.Contains(text)
                && !text.IsNormalized()
            )
                continue;
            Assert.True(NormalForm.Of(text) == text.Normalize(), $"U+{code:X4}");
            var apart = text.Normalize(NormalizationForm.FormD);
            Assert.True(NormalForm.Of(apart) == apart.Normalize(), $"The parts of U+{code:X4}");
        }
    }

    [Fact]
    public void Each_two_characters_of_one_script_are_composed_as_the_platform_does()
    {
        if (IsWithoutPlatform())
            return;
        foreach (var block in Pool.GroupBy(text => char.ConvertToUtf32(text, 0) >> 8))
        foreach (var first in block)
        foreach (var second in block)
            AssertLikePlatform(first + second);
    }

    [Fact]
    public void Any_characters_together_are_composed_as_the_platform_does()
    {
        if (IsWithoutPlatform())
            return;
        var random = new Random(16);
        var text = new StringBuilder();
        for (var run = 0; run < 100_000; run++)
        {
            text.Clear();
            var from = random.Next(Pool.Length);
            for (var length = random.Next(2, 40); length > 0; length--)
                text.Append(
                    Pool[random.Next(4) == 0 ? random.Next(Pool.Length) : (from + random.Next(60)) % Pool.Length]
                );
            AssertLikePlatform(text.ToString());
        }
    }

    [Fact]
    public void What_is_no_character_stays_as_it_is()
    {
        string[] texts =
        [
            "\uD800",
            "\uDC00a\u0301",
            "a\u0301\uD83D",
            "\uDC00\uD800\u0301",
            "\uFFFEe\u0301\uFFFE",
            "\uFFFF",
            "\uD834\u0301\uDD57",
        ];

        Assert.Equal(
            [
                "\uD800",
                "\uDC00\u00E1",
                "\u00E1\uD83D",
                "\uDC00\uD800\u0301",
                "\uFFFE\u00E9\uFFFE",
                "\uFFFF",
                "\uD834\u0301\uDD57",
            ],
            texts.Select(NormalForm.Of)
        );
    }

    [Fact]
    public void A_text_in_the_form_is_the_same_instance()
    {
        string[] texts =
        [
            "",
            "Erdo\u011Fan",
            "\u0412\u043B\u0430\u0434\u0438\u043C\u0438\u0440",
            "\uD55C\uAD6D",
            "\u0995\u09BE\u0995",
            "\u0E17\u0E35\u0E48",
            "\u05E9\u05C1",
            "\u0301",
            "\u0924\u094D\u0930",
        ];

        Assert.All(texts, text => Assert.Same(text, NormalForm.Of(text)));
    }

    /// <summary>Comparing all pairs, or moving marks one by one, would take hours.</summary>
    [Theory]
    [InlineData("\u0301\u0323")]
    [InlineData("\u0323\u0301\u05B0\u0315\u0345")]
    [InlineData("\u09C7\u09BE")]
    [InlineData("\u1100\u1161\u11A8\u1161")]
    [InlineData("\u2126")]
    [InlineData("\u0340\u0344")]
    [InlineData("\U0001D160\u0301")]
    public void A_run_of_a_million_marks_is_put_in_order(string marks)
    {
        const int count = 500_000;
        var text = "a" + string.Concat(Enumerable.Repeat(marks, count / marks.Length));

        var composed = NormalForm.Of(text);

        Assert.Equal(composed, NormalForm.Of(composed));
        // In a short text each mark has the same place as in a long one.
        var shorter = NormalForm.Of("a" + string.Concat(Enumerable.Repeat(marks, 3)));
        Assert.Equal(shorter[..2], composed[..2]);
        Assert.Equal(shorter[^1], composed[^1]);
    }

    [Fact]
    public void Offsets_say_where_each_unit_came_from()
    {
        var composed = NormalForm.Of("xe\u0301y\u1112\u1161\u11ABz\uD800", out var offsets);

        Assert.Equal("x\u00E9y\uD55Cz\uD800", composed);
        Assert.Equal([0, 1, 3, 4, 7, 8, 9], offsets!);
    }

    /// <summary>Part 1 of the database's own test has every character; the others have the difficult ones.</summary>
    [Fact]
    public void The_test_of_the_database_passes()
    {
        var file = Path.Combine(
            Environment.GetEnvironmentVariable(UnicodeTablesTests.FolderVariable) ?? "",
            "NormalizationTest.txt"
        );
        if (!File.Exists(file))
        {
            output.WriteLine(
                $"Skipped: {UnicodeTablesTests.FolderVariable} names no folder with NormalizationTest.txt."
            );
            return;
        }

        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0 && line[0] is not ('#' or '@')))
        {
            var columns = line.Split(';')
                .Take(5)
                .Select(column =>
                    string.Concat(
                        column
                            .Split(' ')
                            .Select(code =>
                                char.ConvertFromUtf32(
                                    int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                                )
                            )
                    )
                )
                .ToArray();
            Assert.All(columns[..3], text => Assert.True(NormalForm.Of(text) == columns[1], line));
            Assert.All(columns[3..], text => Assert.True(NormalForm.Of(text) == columns[3], line));
        }
    }

    private static int[] Parts(int code) =>
        NormalForm.TryDecompose(code, out var first, out var second)
            ? second > 0
                ? [first, second]
                : [first]
            : [];

    private bool IsWithoutPlatform()
    {
        if (!PlatformKnowsAll)
            output.WriteLine("Skipped: this process has no ICU, or one that is older than the tables.");
        return !PlatformKnowsAll;
    }

    private static void AssertLikePlatform(string text)
    {
        if (text.Contains('\uFFFE', StringComparison.Ordinal))
            return;
        Assert.True(
            NormalForm.Of(text) == text.Normalize(),
            string.Join(' ', text.Select(c => ((int)c).ToString("X4", CultureInfo.InvariantCulture)))
        );
    }
}
