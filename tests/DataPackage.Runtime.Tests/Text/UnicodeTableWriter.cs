using System.Globalization;
using System.Text;

namespace DataPackage.Runtime.Tests.Text;

/// <summary>Writes <c>UnicodeTables.cs</c> from the files of the Unicode Character Database.</summary>
internal sealed class UnicodeTableWriter
{
    private const int BlockLength = 32;
    private const int BytesPerLine = 22;
    private const int Planes = 0x20000;
    private const int Plane1 = 0x10000;
    private const int FirstSyllable = 0xAC00;
    private const int LastSyllable = 0xD7A3;
    private const int FirstIdeograph = 0x2F800;
    private const int LastIdeograph = 0x2FA1D;

    private readonly Dictionary<int, int> _classes = [];
    private readonly SortedDictionary<int, int[]> _decompositions = [];
    private readonly SortedDictionary<int, int> _upper = [];
    private readonly SortedDictionary<int, int> _lower = [];
    private readonly HashSet<int> _excluded = [];
    private readonly Dictionary<int, char> _quickChecks = [];
    private readonly List<int> _orders;
    private readonly string _version;

    /// <param name="folder">The folder of UnicodeData.txt and DerivedNormalizationProps.txt.</param>
    public UnicodeTableWriter(string folder)
    {
        foreach (var line in File.ReadLines(Path.Combine(folder, "UnicodeData.txt")))
            ReadCharacter(line.Split(';'));
        var properties = File.ReadAllLines(Path.Combine(folder, "DerivedNormalizationProps.txt"));
        // # DerivedNormalizationProps-15.0.0.txt
        _version = properties[0].Split('-')[1].Replace(".txt", "", StringComparison.Ordinal);
        foreach (var line in properties)
            ReadProperty(line.Split('#')[0].Split(';', StringSplitOptions.TrimEntries));
        _orders = [0, .. _classes.Values.Distinct().Order()];
    }

    public string Write()
    {
        var blocks = new List<byte[]>();
        var numbers = new List<byte>();
        for (var first = 0; first < Planes; first += BlockLength)
        {
            var block = Enumerable.Range(first, BlockLength).Select(KindOf).ToArray();
            var number = blocks.FindIndex(other => other.AsSpan().SequenceEqual(block));
            if (number < 0)
                (number, blocks) = (blocks.Count, [.. blocks, block]);
            numbers.Add(checked((byte)number));
        }

        var plane0 = _decompositions.Where(pair => pair.Key < Plane1).ToList();
        var plane1 = _decompositions.Where(pair => pair.Key is >= Plane1 and < Planes).ToList();
        var ideographs = Enumerable
            .Range(FirstIdeograph, LastIdeograph - FirstIdeograph + 1)
            .Select(code => _decompositions[code]);
        if (_decompositions.Keys.Any(code => code is >= Planes and (< FirstIdeograph or > LastIdeograph)))
            throw new InvalidDataException("There are decompositions where none were.");
        var composed = Enumerable
            .Range(0, plane0.Count)
            .Where(i => plane0[i].Value.Length == 2 && !_excluded.Contains(plane0[i].Key))
            .OrderBy(i => plane0[i].Value[0])
            .ThenBy(i => plane0[i].Value[1]);
        var code = new StringBuilder(Head.Replace("$version", _version, StringComparison.Ordinal));
        Bytes(
            code,
            "Which block of <see cref=\"Kinds\"/> each 32 characters of planes 0 and 1 have.",
            "Blocks",
            numbers
        );
        Bytes(
            code,
            "Blocks of what each character is to its neighbours, as <see cref=\"NormalForm\"/> says.",
            "Kinds",
            [.. blocks.SelectMany(block => block)]
        );
        Units(
            code,
            "The characters of plane 0 with a canonical decomposition, in order; not the syllables of Hangul.",
            "Decomposed",
            plane0.Select(pair => pair.Key)
        );
        Units(
            code,
            "For each of them two units: two characters; or one, then U+0000; or one of another plane.",
            "Decompositions",
            plane0.SelectMany(pair => Two(pair.Value))
        );
        Units(
            code,
            "Places in <see cref=\"Decomposed\"/> of what two characters compose, in the order of these.",
            "Composed",
            composed
        );
        Units(
            code,
            "The characters of plane 1 with a decomposition, and the two of each: all less U+10000.",
            "Plane1",
            plane1.SelectMany(pair => new[] { pair.Key, pair.Value[0], pair.Value[1] }).Select(each => each - Plane1)
        );
        Units(
            code,
            "For each character from U+2F800 on two units, as in <see cref=\"Decompositions\"/>.",
            "Ideographs",
            ideographs.SelectMany(Two)
        );
        Runs(code, "The capitals of small letters", "Upper", _upper);
        Runs(code, "The small letters of capitals", "Lower", _lower);
        return code.Append("}\n").ToString();
    }

    private const string Head = """
        namespace DataPackage.Runtime.Text;

        /// <summary>What the Unicode Character Database, version $version, says of composition and of case.</summary>
        /// <remarks>Written by UnicodeTablesTests, which see; no line is written by hand. Spans of bytes and strings, since these are the
        /// forms of constant table that cost nothing before they are read.</remarks>
        internal static class UnicodeTables
        {
            public const string Version = "$version";

        """;

    private void ReadCharacter(string[] fields)
    {
        var code = Hexadecimal(fields[0]);
        if (fields[3] != "0")
            _classes[code] = int.Parse(fields[3], CultureInfo.InvariantCulture);
        if (fields[5].Length > 0 && fields[5][0] != '<')
            _decompositions[code] = [.. fields[5].Split(' ').Select(Hexadecimal)];
        // Letters that Turkish readers write differently stay unchanged, as everywhere in .NET.
        if (code is 0x130 or 0x131)
            return;
        if (fields[12].Length > 0)
            _upper[code] = Hexadecimal(fields[12]);
        if (fields[13].Length > 0)
            _lower[code] = Hexadecimal(fields[13]);
    }

    private void ReadProperty(string[] fields)
    {
        if (fields.Length < 2)
            return;
        var ends = fields[0].Split("..");
        for (var code = Hexadecimal(ends[0]); code <= Hexadecimal(ends[^1]); code++)
        {
            if (fields[1] == "Full_Composition_Exclusion")
                _excluded.Add(code);
            else if (fields[1] == "NFC_QC")
                _quickChecks[code] = fields[2][0];
        }
    }

    /// <summary>The index of the combining class, and two bits: 0x80 if it may compose with the character before it,
    /// 0x40 if it must be decomposed to know.</summary>
    private byte KindOf(int code)
    {
        var kind = _orders.IndexOf(_classes.GetValueOrDefault(code));
        if (code is >= FirstSyllable and <= LastSyllable)
            return 0;
        var check = _quickChecks.GetValueOrDefault(code, 'Y');
        var isUnsettled =
            check == 'N'
            || (
                _decompositions.ContainsKey(code)
                && (
                    check == 'M'
                    || _quickChecks.GetValueOrDefault(FirstOf(code), 'Y') == 'M'
                    || _classes.ContainsKey(FirstOf(code))
                )
            );
        return checked(
            (byte)(
                kind
                | (
                    isUnsettled ? 0x40
                    : check == 'M' ? 0x80
                    : 0
                )
            )
        );
    }

    private int FirstOf(int code) => _decompositions.TryGetValue(code, out var parts) ? FirstOf(parts[0]) : code;

    private static int[] Two(int[] parts) =>
        parts switch
        {
            [var one] when one >= Plane1 => [.. char.ConvertFromUtf32(one).Select(unit => (int)unit)],
            [var one] => [one, 0],
            [< Plane1 and var first, < Plane1 and var second] => [first, second],
            _ => throw new InvalidDataException("A character is composed of parts that the table has no form for."),
        };

    private static int Hexadecimal(string text) =>
        int.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static void Bytes(StringBuilder code, string summary, string name, IReadOnlyCollection<byte> bytes)
    {
        code.Append(
            CultureInfo.InvariantCulture,
            $"\n    /// <summary>{summary}</summary>\n    public static ReadOnlySpan<byte> {name} =>\n    [\n"
        );
        foreach (var line in bytes.Chunk(BytesPerLine))
            code.Append("        ").AppendJoin(", ", line).Append(",\n");
        code.Append("    ];\n");
    }

    private static void Units(StringBuilder code, string summary, string name, IEnumerable<int> units)
    {
        const int unitsPerLine = 16;
        code.Append(
            CultureInfo.InvariantCulture,
            $"\n    /// <summary>{summary}</summary>\n    public const string {name} =\n        "
        );
        code.AppendJoin(
                " +\n        ",
                units
                    .Chunk(unitsPerLine)
                    .Select(line =>
                        "\""
                        + string.Concat(
                            line.Select(unit =>
                                "\\u" + checked((ushort)unit).ToString("X4", CultureInfo.InvariantCulture)
                            )
                        )
                        + "\""
                    )
            )
            .Append(";\n");
    }

    /// <summary>Runs: first, last, what the first becomes, and the step from one to the next.</summary>
    private static void Runs(StringBuilder code, string what, string name, SortedDictionary<int, int> map)
    {
        for (var plane = 0; plane < Planes; plane += Plane1)
        {
            var runs = new List<int[]>();
            foreach (var (from, to) in map.Where(pair => pair.Key >= plane && pair.Key < plane + Plane1))
            {
                var (first, target) = (from - plane, to - plane);
                if (
                    runs.LastOrDefault() is { } run
                    && target - first == run[2] - run[0]
                    && first - run[1] is 1 or 2
                    && (run[1] == run[0] || first - run[1] == run[3])
                )
                    (run[1], run[3]) = (first, first - run[1]);
                else
                    runs.Add([first, first, target, 1]);
            }

            var where = plane == 0 ? "plane 0" : "plane 1, less U+10000";
            Units(
                code,
                $"{what} of {where}, in runs: first, last, what the first becomes, the step.",
                plane == 0 ? name : name + "OfPlane1",
                runs.SelectMany(run => run)
            );
        }

        if (map.Any(pair => pair.Key >= Planes || (pair.Key < Plane1) != (pair.Value < Plane1)))
            throw new InvalidDataException("Case leads into another plane.");
    }
}
