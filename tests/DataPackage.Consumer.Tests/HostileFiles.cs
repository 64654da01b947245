using System.Text;
using DataPackage.Testing;

namespace DataPackage.Consumer.Tests;

/// <summary>Files that crash, hang or mislead some reader of YAML. Small ones are in HostileSeeds/; large ones and
/// those that are not text are made here.</summary>
internal static class HostileFiles
{
    private static readonly string IdTooLong = $"notes/id-too-long-{new string('x', 120)}.yaml";

    /// <summary>By path below the seeds folder: the one error that a build must report, and its place.</summary>
    public static readonly Dictionary<string, string> Expected = new(StringComparer.Ordinal)
    {
        ["articles/bomb-in-front.md"] = "DP0003(5,25)",
        ["articles/nul-in-the-body.md"] = "DP0004(4,6)",
        ["articles/override-in-the-body.md"] = "DP0004(5,6)",
        ["articles/unclosed.md"] = "DP0008(1,1)",
        ["articles/without-front-matter.md"] = "DP0008(1,1)",
        ["notes/Not An Id.yaml"] = "DP4002(1,1)",
        ["notes/a-billion-values-as-a-key.yaml"] = "DP0003(4,25)",
        ["notes/a-billion-values.yaml"] = "DP0003(4,25)",
        ["notes/a-hundred-thousand-braces.yaml"] = "DP0003(1,257)",
        ["notes/a-hundred-thousand-brackets.yaml"] = "DP0003(1,65)",
        ["notes/a-hundred-thousand-lists.yaml"] = "DP0003(1,129)",
        ["notes/a-million-merges.yaml"] = "DP0003(9,8)",
        ["notes/alias-of-itself.yaml"] = "DP0005(1,5)",
        ["notes/backtracking.yaml"] = "DP1006(2,7)",
        ["notes/code-point-beyond-unicode.yaml"] = "DP0002(1,5)",
        ["notes/command-of-a-build-server.yaml"] = "DP1005(2,10)",
        ["notes/core-tag.yaml"] = "DP0005(1,7)",
        ["notes/escape-sequence.yaml"] = "DP0004(1,7)",
        ["notes/file-too-long.yaml"] = "DP0003(1,1)",
        ["notes/fourteen-bytes.yaml"] = "DP0005(1,3)",
        ["notes/half-a-pair.yaml"] = "DP0002(1,7)",
        [IdTooLong] = "DP4002(1,1)",
        ["notes/key-far-too-long.yaml"] = "DP0003(2,1)",
        ["notes/key-too-long.yaml"] = "DP0003(2,1)",
        ["notes/latin-1.yaml"] = "DP0004(1,8)",
        ["notes/line-separator.yaml"] = "DP0004(1,8)",
        ["notes/list-for-an-entity.yaml"] = "DP1004(1,3)",
        ["notes/merge-key.yaml"] = "DP0002(3,9)",
        ["notes/next-line.yaml"] = "DP0004(1,8)",
        ["notes/no-character.yaml"] = "DP0004(1,8)",
        ["notes/nothing-but-nul.yaml"] = "DP0004(1,1)",
        ["notes/nul-character.yaml"] = "DP0004(1,8)",
        ["notes/one-alias-too-many.yaml"] = "DP0003(2,20011)",
        ["notes/one-list-too-deep.yaml"] = "DP0003(1,71)",
        ["notes/one-value-too-many.yaml"] = "DP0003(2,10000001)",
        ["notes/overlong-utf8.yaml"] = "DP0004(1,7)",
        ["notes/paragraph-separator.yaml"] = "DP0004(1,8)",
        ["notes/path-for-a-reference.yaml"] = "DP2001(2,8)",
        ["notes/program.yaml"] = "DP0004(1,1)",
        ["notes/right-to-left-override-in-a-comment.yaml"] = "DP0004(1,11)",
        ["notes/right-to-left-override.yaml"] = "DP0004(1,8)",
        ["notes/surrogate-in-utf8.yaml"] = "DP0004(1,7)",
        ["notes/tab-indentation.yaml"] = "DP0002(1,1)",
        ["notes/tag-directive-of-nothing.yaml"] = "DP0002(1,1)",
        ["notes/tag-of-nothing.yaml"] = "DP0002(1,6)",
        ["notes/ten-thousand-indented-mappings.yaml"] = "DP0003(65,65)",
        ["notes/ten-thousand-keys-in-keys.yaml"] = "DP0005(1,3)",
        ["notes/text-after-the-end.yaml"] = "DP0002(1,1)",
        ["notes/text-for-an-entity.yaml"] = "DP1004(1,1)",
        ["notes/text-too-long.yaml"] = "DP0003(1,7)",
        ["notes/twice-the-same-key-by-escape.yaml"] = "DP0006(2,1)",
        ["notes/twice-the-same-key.yaml"] = "DP0006(2,1)",
        ["notes/two-byte-order-marks.yaml"] = "DP0004(1,1)",
        ["notes/two-hundred-and-twenty-six-bytes.yaml"] = "DP0003(1,129)",
        ["notes/unclosed-brackets.yaml"] = "DP0002(2,1)",
        ["notes/unclosed-quote.yaml"] = "DP0002(1,7)",
        ["notes/unknown-anchor.yaml"] = "DP0002(1,7)",
        ["notes/utf-32.yaml"] = "DP0004(1,1)",
        ["schema/TwoDocuments.yaml"] = "DP0005(2,1)",
    };

    /// <summary>The worst: each has killed a compiler process that read it in another way.</summary>
    public static readonly string[] Killers =
    [
        "notes/fourteen-bytes.yaml",
        "notes/two-hundred-and-twenty-six-bytes.yaml",
        "notes/alias-of-itself.yaml",
        "notes/a-hundred-thousand-brackets.yaml",
        "notes/a-hundred-thousand-lists.yaml",
    ];

    /// <summary>Writes all files, or the given ones, and returns their paths.</summary>
    public static List<string> Write(string seeds, params string[] only)
    {
        var written = new List<string>();
        void Put(string path, byte[] bytes)
        {
            if (only.Length > 0 && !only.Contains(path))
                return;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(seeds, path))!);
            File.WriteAllBytes(Path.Combine(seeds, path), bytes);
            written.Add(path);
        }

        var folder = Repository.PathOf("tests/DataPackage.Consumer.Tests/HostileSeeds");
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            Put(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes(file));
        foreach (var (path, bytes) in Made())
            Put(path, bytes);
        return written;
    }

    private static IEnumerable<(string Path, byte[] Bytes)> Made()
    {
        static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
        static string Repeat(string text, int count) =>
            new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

        yield return ("notes/a-hundred-thousand-brackets.yaml", Text(Repeat("[", 100_000)));
        yield return ("notes/a-hundred-thousand-braces.yaml", Text(Repeat("{a: ", 100_000)));
        yield return ("notes/a-hundred-thousand-lists.yaml", Text(Repeat("- ", 100_000)));
        yield return ("notes/ten-thousand-keys-in-keys.yaml", Text(Repeat("? ", 10_000)));
        yield return ("notes/one-list-too-deep.yaml", Text("parts: " + Repeat("[", 64) + Repeat("]", 64)));
        yield return (
            "notes/ten-thousand-indented-mappings.yaml",
            Text(string.Concat(Enumerable.Range(0, 2_000).Select(i => Repeat(" ", i) + "a:\n")))
        );
        yield return (
            "notes/one-alias-too-many.yaml",
            Text("name: &n x\naliases: [" + string.Join(", ", Enumerable.Repeat("*n", 5_001)) + "]\n")
        );
        yield return ("notes/one-value-too-many.yaml", Text("name: x\naliases: [" + Repeat("x,", 5_000_000) + "]\n"));
        yield return ("notes/text-too-long.yaml", Text("name: " + Repeat("x", (16 * 1024 * 1024) + 1)));
        yield return ("notes/file-too-long.yaml", Text("name: x\n#" + Repeat(" ", 64 * 1024 * 1024)));
        yield return ("notes/key-too-long.yaml", Text("name: x\n" + Repeat("k", 1_025) + ": x\n"));
        yield return ("notes/key-far-too-long.yaml", Text("name: x\n" + Repeat("k", 100_000) + ": x\n"));
        yield return (IdTooLong, Text("name: x\n"));
        yield return ("notes/backtracking.yaml", Text("name: x\ncode: " + Repeat("a", 5_000) + "!\n"));
        yield return ("notes/overlong-utf8.yaml", [.. Text("name: "), 0xC0, 0x80]);
        yield return ("notes/latin-1.yaml", [.. Text("name: K"), 0xF6, .. Text("ln\n")]);
        yield return ("notes/surrogate-in-utf8.yaml", [.. Text("name: "), 0xED, 0xA0, 0x80]);
        yield return ("notes/nul-character.yaml", Text("name: a\0b\n"));
        yield return ("notes/nothing-but-nul.yaml", new byte[4_096]);
        yield return ("notes/utf-32.yaml", [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes("name: x\n")]);
        yield return ("notes/two-byte-order-marks.yaml", [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, .. Text("name: x\n")]);
        yield return ("notes/program.yaml", [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0]);
        yield return ("notes/escape-sequence.yaml", Text("name: \u001b[31mred\n"));
        yield return ("notes/next-line.yaml", Text("name: a\u0085b: c\n"));
        yield return ("notes/line-separator.yaml", Text("name: a\u2028class X { }\n"));
        yield return ("notes/paragraph-separator.yaml", Text("name: a\u2029#error\n"));
        yield return ("notes/right-to-left-override.yaml", Text("name: a\u202Eb\n"));
        yield return ("notes/right-to-left-override-in-a-comment.yaml", Text("name: a # \u202E } // \u2066\n"));
        yield return ("notes/no-character.yaml", Text("name: a\uFDD0\n"));
        yield return ("articles/nul-in-the-body.md", Text("---\ntitle: x\n---\nText \0.\n"));
        yield return ("articles/override-in-the-body.md", Text("---\ntitle: x\n---\n\nText \u202E.\n"));
    }
}
