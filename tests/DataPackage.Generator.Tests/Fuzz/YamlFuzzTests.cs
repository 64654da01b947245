using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Syntax;
using Xunit.Abstractions;

namespace DataPackage.Generator.Tests.Fuzz;

/// <summary>Broken, cut and shuffled YAML gives a tree or a message at a place in the file, never an
/// exception.</summary>
public class YamlFuzzTests(ITestOutputHelper output)
{
    private static readonly string[] Sources =
    [
        "name: { en: Old Port, de: Alter Hafen }\naliases: [Vieux-Port, &a \"x\\ty\", *a]\nopened: 1844~\n",
        "- first   # said aside\n- second: deep\n  third: |\n    line 1\n    line 2\n- ? key\n  : value\n- >-\n  one\n  two\n",
        "%YAML 1.2\n---\n!!map { a: !!str b, 'it''s': \"\\u00e9\\\n  folded\", ? [x] : y }\n...\n",
        "a0: &a0 [x, x, x]\na1: &a1 [*a0, *a0, *a0]\nb: { <<: *a0 }\n",
    ];

    private static readonly string[] Fragments =
    [
        "a: ",
        "- ",
        "? ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "\n",
        "\n  ",
        "&x ",
        "*x",
        "!t ",
        "!![-]",
        "|",
        ">-",
        "|2\n",
        "'",
        "\"",
        "\\",
        "#",
        "---\n",
        "...\n",
        "%TAG ! ",
        "%YAML 1.2\n",
        "<<: ",
        "\t",
        "\r",
        "\u00e9",
        "e\u0301",
        "\U0001F6A2",
        "\\U",
        "\\UFFFFFFFF",
        "\\ud800",
        ":",
        "\uFEFF",
        "\0",
        "\u0085",
        "\u2028",
        "\u202E",
        "~",
        "null",
    ];

    [Fact]
    public void Any_text_at_all_can_be_read()
    {
        var run = FuzzRun.FromEnvironment();
        output.WriteLine(FuzzRun.Again(run.Seed) + $" (and {run.Count - 1:N0} more)");
        var broken = 0;
        foreach (var seed in run.Seeds)
        {
            var text = Make(new Random(seed));
            foreach (
                var (path, file) in new[]
                {
                    ("ships/a.yaml", text),
                    ("articles/a.md", "---\n" + text + "\n---\nText.\n"),
                    ("schema/Ship.yaml", text),
                }
            )
            {
                var exception = Record.Exception(() =>
                {
                    var document = SeedReader.Read(path, path, file, CancellationToken.None);
                    var isFaulty = document.Diagnostics.Any(found =>
                        found.Rule.Severity == RuleSeverity.Error && found.Rule.Id != "DP0006"
                    );
                    Assert.Equal(document.IsBroken, isFaulty || document.TextFault is not null);
                    Assert.All(document.Diagnostics, found => Assert.InRange(found.Location.Span.End, 0, file.Length));
                    if (document.IsBroken)
                        broken++;
                });
                Assert.True(exception is null, $"{FuzzRun.Again(seed)}: {path}: {exception}");
            }
        }

        output.WriteLine(
            $"{run.Count:N0} texts, each as entity, front matter and schema; {broken:N0} of these are no seeds"
        );
    }

    /// <summary>A good text with a few cuts, copies and fragments, or fragments alone.</summary>
    private static string Make(Random random)
    {
        var text = random.Next(3) == 0 ? "" : Sources[random.Next(Sources.Length)];
        for (var edits = random.Next(1, text.Length == 0 ? 40 : 8); edits > 0; edits--)
        {
            var at = random.Next(text.Length + 1);
            text = random.Next(4) switch
            {
                0 when text.Length > 0 => text.Remove(
                    Math.Min(at, text.Length - 1),
                    random.Next(1, Math.Min(8, text.Length - Math.Min(at, text.Length - 1) + 1))
                ),
                1 when text.Length > 0 => text.Insert(at, text.Substring(random.Next(text.Length), 0))
                    + text[..random.Next(Math.Min(text.Length, 12))],
                2 => text.Insert(at, ((char)random.Next(0x10000)).ToString()),
                _ => text.Insert(at, Fragments[random.Next(Fragments.Length)]),
            };
        }

        return text;
    }
}
