using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataPackage.Engine.Syntax;
using DataPackage.Generator.Tests.Fuzz;
using Xunit.Abstractions;

namespace DataPackage.Generator.Tests.Syntax;

/// <summary>JSON becomes the same tree as YAML does. Its first mistake is reported at its place, and what comes before
/// it is kept.</summary>
public class JsonReaderTests(ITestOutputHelper output)
{
    private static SeedDocument Read(string text) => SeedReader.Read("a.json", "a.json", text, CancellationToken.None);

    private static string Show(SeedNode? node) =>
        node switch
        {
            null => "",
            SeedScalar { IsNull: true } => "?",
            SeedScalar scalar => scalar.IsPlain ? scalar.Text : $"'{scalar.Text}'",
            SeedSequence list => $"[{string.Join(", ", list.Items.Select(Show))}]",
            _ => $"{{{string.Join(", ", ((SeedMapping)node).Entries.Select(e => $"{e.Name}: {Show(e.Value)}"))}}}",
        };

    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("[]", "[]")]
    [InlineData(" [ 1 , -2.50 , 1E+3 , 0.1e-7 ] ", "[1, -2.50, 1E+3, 0.1e-7]")]
    [InlineData("[true, false, null, \"null\", \"\", \"1\"]", "[true, false, ?, 'null', '', '1']")]
    [InlineData("123456789012345678901234567890.10", "123456789012345678901234567890.10")]
    [InlineData("\"a\"", "'a'")]
    [InlineData("null", "?")]
    [InlineData("{\"a\": {\"b\": [{\"c\": 1}]}, \"\": 2}", "{a: {b: [{c: 1}]}, : 2}")]
    [InlineData("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]", "['\"\\/\b\f\n\r\t']")]
    [InlineData("[\"\\u00e9\\uD83D\\uDEA2x\\u2028\"]", "['\u00e9\U0001F6A2x\u2028']")]
    [InlineData("{\"<<\": {\"a\": 1}, \"b\": 2}", "{<<: {a: 1}, b: 2}")]
    [InlineData("[\r\n\t1,\r2]\r\n", "[1, 2]")]
    public void A_value_is_read(string json, string expected)
    {
        var document = Read(json);
        Assert.Empty(document.Diagnostics);
        Assert.False(document.IsBroken);
        Assert.Equal(expected, Show(document.Root));
    }

    [Fact]
    public void Every_node_knows_its_place()
    {
        const string json = "{\r\n  \"a\\u0062\": [1, \"x\\ny\"],\r\n  \"c\": {\"d\": null}\r\n}";
        var document = Read(json);
        string Source(SeedNode node) => json.Substring(node.Span.Start, node.Span.Length);
        var root = Assert.IsType<SeedMapping>(document.Root);
        Assert.Equal(json, Source(root));
        Assert.Equal(["\"a\\u0062\"", "\"c\""], root.Entries.Select(entry => Source(entry.Key)));
        Assert.Equal("ab", root.Entries[0].Name);
        Assert.Equal("[1, \"x\\ny\"]", Source(root.Entries[0].Value));
        Assert.Equal(["1", "\"x\\ny\""], ((SeedSequence)root.Entries[0].Value).Items.Select(Source));
        Assert.Equal("{\"d\": null}", Source(root.Entries[1].Value));
        Assert.Equal(
            (2, 7),
            (
                document.At(root.Entries[1].Value).Lines.Start.Line,
                document.At(root.Entries[1].Value).Lines.Start.Character
            )
        );
    }

    [Theory]
    [InlineData("", "0..0 the file is empty, and JSON is one value", "")]
    [InlineData("{\"a\": 1, ▸}", "7..8 nothing comes after this comma", "{a: 1}")]
    [InlineData("[1, 2,]", "5..6 nothing comes after this comma", "[1, 2]")]
    [InlineData(
        "[1,, 2]",
        "3..4 a value is a number, true, false, null, a text in double quotes, a list or an object",
        "[1]"
    )]
    [InlineData("[1, // x\n2]", "4..8 JSON has no comments", "[1, 2]")]
    [InlineData("# x\n[1]", "0..3 JSON has no comments", "[1]")]
    [InlineData("{/* x */\"a\": 1}", "1..8 JSON has no comments", "{a: 1}")]
    [InlineData("{\"a\": 1 \"b\": 2}", "8..9 a comma is missing before this", "{a: 1}")]
    [InlineData("{\"a\" 1}", "5..6 a colon is missing before this", "{a: ?}")]
    [InlineData("{a: 1}", "1..2 a key is in double quotes", "{}")]
    [InlineData("{'a': 1}", "1..2 a key is in double quotes", "{}")]
    [InlineData(
        "['a']",
        "1..2 a value is a number, true, false, null, a text in double quotes, a list or an object",
        "[]"
    )]
    [InlineData(
        "{\"a\": True, \"b\": 2}",
        "6..10 a value is a number, true, false, null, a text in double quotes, a list or an object",
        "{a: ?}"
    )]
    [InlineData(
        "[NaN]",
        "1..4 a value is a number, true, false, null, a text in double quotes, a list or an object",
        "[]"
    )]
    [InlineData(
        "[-Infinity]",
        "1..10 a value is a number, true, false, null, a text in double quotes, a list or an object",
        "[]"
    )]
    [InlineData("[+1]", "1..3 a number has no '+' before it", "[]")]
    [InlineData("[.5]", "1..3 a number has a digit before its point", "[]")]
    [InlineData("[5.]", "1..3 a number has a digit after its point", "[]")]
    [InlineData("[1e]", "1..3 a number has a digit after its 'e'", "[]")]
    [InlineData(
        "[007]",
        "1..4 a number has no zeros before its first digit; digits that are no number are a text in double quotes",
        "[]"
    )]
    [InlineData("[2025-01-02]", "1..11 this is no number of JSON; a text is in double quotes", "[]")]
    [InlineData("{\"a\": [1, 2", "6..7 this '[' is not closed", "{a: [1, 2]}")]
    [InlineData("{\"a\": 1]", "7..8 this ']' does not close the '{' that is open", "{a: 1}")]
    [InlineData("[1}", "2..3 this '}' does not close the '[' that is open", "[1]")]
    [InlineData("[1] [2]", "4..5 the value of the file ends before this", "[1]")]
    [InlineData("[1, \"x]\n", "4..7 this text is not closed on its line", "[1]")]
    [InlineData("[\"a\nb\"]", "1..3 this text is not closed on its line", "[]")]
    [InlineData("[\"a\tb\"]", "3..4 a text has its control characters as escapes: a tab is '\\t'", "[]")]
    [InlineData("[\"\\x\"]", "2..4 JSON has no such escape; a backslash is '\\\\'", "[]")]
    [InlineData("[\"\\u12G4\"]", "2..8 four hexadecimal digits come after '\\u'", "[]")]
    [InlineData("[\"ok\", \"x\\ud83d\"]", "9..15 this is half of a surrogate pair, and no character", "['ok']")]
    [InlineData("[\"\\ud83d\\u0041\"]", "2..8 this is half of a surrogate pair, and no character", "[]")]
    [InlineData("[\"\\uDEA2\"]", "2..8 this is half of a surrogate pair, and no character", "[]")]
    public void The_first_mistake_is_reported_and_what_is_before_it_is_kept(string json, string message, string kept)
    {
        json = json.Replace("▸", "", StringComparison.Ordinal);
        var document = Read(json);
        var found = Assert.Single(document.Diagnostics);
        Assert.True(document.IsBroken);
        Assert.Equal("DP0023", found.Rule.Id);
        Assert.Equal(
            message,
            $"{found.Location.Span.Start}..{found.Location.Span.End} "
                + found.Text["This is not well-formed JSON: ".Length..]
        );
        Assert.Equal(kept, Show(document.Root));
    }

    [Fact]
    public void A_repeated_key_is_reported_as_in_YAML_and_the_first_one_counts()
    {
        var document = Read("{\"a\": 1, \"b\": 2, \"\\u0061\": [3]}");
        var found = Assert.Single(document.Diagnostics);
        Assert.Equal(("DP0006", 17), (found.Rule.Id, found.Location.Span.Start));
        Assert.Equal("{a: 1, b: 2}", Show(document.Root));
    }

    [Theory]
    [InlineData(64, 0)]
    [InlineData(65, 1)]
    [InlineData(1_000_000, 1)]
    public void Lists_may_be_64_deep(int depth, int errors)
    {
        var document = Read(new string('[', depth) + (depth < 100 ? new string(']', depth) : ""));
        Assert.Equal(errors, document.Diagnostics.Count(found => found.Rule.Id == "DP0003"));
        Assert.Equal(errors, document.Diagnostics.Count);
    }

    [Fact]
    public void A_key_that_is_too_long_is_lost_alone()
    {
        var document = Read($"{{\"a\": 1, \"{new string('k', 1_025)}\": 2, \"b\": 3}}");
        Assert.Equal("DP0003", Assert.Single(document.Diagnostics).Rule.Id);
        Assert.Equal("{a: 1, b: 3}", Show(document.Root));
    }

    [Fact]
    public void A_forbidden_character_is_lost_alone()
    {
        var document = Read("{\"a\": 1, \"b\": \"x\u0085y\", \"c\": 3}");
        Assert.Equal("DP0004", Assert.Single(document.Diagnostics).Rule.Id);
        Assert.Equal("{a: 1, b: ?, c: 3}", Show(document.Root));
    }

    [Fact]
    public void A_separator_of_lines_is_a_character_of_a_text_and_ends_a_line_for_messages()
    {
        var document = Read("{\"a\": \"x\u2028y\u2029\", \"b\" 1}");
        Assert.Equal("x\u2028y\u2029", ((SeedScalar)((SeedMapping)document.Root!).ValueOf("a")!).Text);
        Assert.Equal(2, Assert.Single(document.Diagnostics).Location.Lines.Start.Line);
    }

    [Fact]
    public void A_package_of_JSON_has_its_errors_at_the_very_value()
    {
        var set = new SeedSet()
            .With("datapackage.yaml", "namespace: Seeded\n")
            .With(
                "schema/Ship.yaml",
                "properties:\n  name: { type: text, required: true, description: A name. }\n"
                    + "  masts: { type: integer, description: How many. }\n"
                    + "  built: { type: date, description: When. }\n"
            )
            .With("ships/tern.json", "{\"name\": \"Tern \\uD83D\\uDEA2\", \"masts\": 3, \"built\": \"1999\"}");
        var generated = set.Generate();
        Assert.Empty(generated.Messages);
        Assert.Equal("Tern \U0001F6A2", generated.Entity("Ships", "Tern").Get("Name")!.ToString());
        Assert.Equal(3L, generated.Entity("Ships", "Tern").Get("Masts"));
        Assert.Equal(
            ["ships/auk.json(2,10): DP1004", "ships/auk.json(3,16): DP1005", "ships/auk.json(4,2): DP1002"],
            set.With("ships/auk.json", "{\"name\": \"Auk\",\n\"masts\": \"x\",\n\"built\": \"1999-13\",\n \"mast\": 1}")
                .Generate()
                .Messages
        );
    }

    [Fact]
    public void Any_valid_JSON_is_read_as_another_reader_reads_it()
    {
        var run = FuzzRun.FromEnvironment(2_000);
        foreach (var seed in run.Seeds)
        {
            var random = new Random(seed);
            var json =
                RandomValue(random, 0)?.ToJsonString(new JsonSerializerOptions { WriteIndented = random.Next(2) == 0 })
                ?? "null";
            var document = Read(json);
            Assert.True(document.Diagnostics.Count == 0, $"{FuzzRun.Again(seed)}: {json}");
            using var expected = JsonDocument.Parse(json);
            Assert.Equal((seed, Spell(expected.RootElement)), (seed, Show(document.Root)));
        }
    }

    [Fact]
    public void Any_text_at_all_is_read_or_has_one_mistake()
    {
        var run = FuzzRun.FromEnvironment(5_000);
        output.WriteLine(FuzzRun.Again(run.Seed));
        foreach (var seed in run.Seeds)
        {
            var random = new Random(seed);
            var text = new StringBuilder(RandomValue(random, 0)?.ToJsonString() ?? "");
            for (var edits = random.Next(1, 5); edits > 0; edits--)
            {
                var at = random.Next(text.Length + 1);
                if (random.Next(2) == 0 && at < text.Length)
                    text.Remove(at, random.Next(1, Math.Min(6, text.Length - at) + 1));
                else
                    text.Insert(at, Marks[random.Next(Marks.Length)]);
            }

            var json = text.ToString();
            var isValid = true;
            try
            {
                using var parsed = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 64 });
                _ = Spell(parsed.RootElement);
            }
            catch (Exception failed) when (failed is JsonException or InvalidOperationException or ArgumentException)
            {
                isValid = false;
            }

            var document = Read(json);
            var mistakes = document.Diagnostics.Count(found => found.Rule.Id != "DP0006");
            Assert.Equal(document.IsBroken, mistakes == 1);
            Assert.True(isValid || mistakes == 1, $"{FuzzRun.Again(seed)}: {json}");
            Assert.True(
                !isValid || mistakes == 0 || document.Diagnostics[0].Rule.Id == "DP0004",
                $"{FuzzRun.Again(seed)}: {json}"
            );
            Assert.All(document.Diagnostics, found => Assert.InRange(found.Location.Span.End, 0, json.Length));
            Assert.All(document.Lost, lost => Assert.InRange(lost.End, lost.Start, json.Length));
        }
    }

    private static JsonNode? RandomValue(Random random, int depth)
    {
        switch (random.Next(depth < 4 ? 8 : 6))
        {
            case 0:
                return null;
            case 1:
                return random.Next(2) == 0;
            case 2:
                return JsonNode.Parse(
                    ((decimal)random.Next(-100_000, 100_000) / 1000).ToString(
                        System.Globalization.CultureInfo.InvariantCulture
                    ) + (random.Next(3) == 0 ? "e-" + random.Next(40) : "")
                );
            case 6:
                return new JsonArray([
                    .. Enumerable.Range(0, random.Next(4)).Select(_ => RandomValue(random, depth + 1)),
                ]);
            case 7:
                var entries = new JsonObject();
                for (var i = random.Next(4); i > 0; i--)
                    entries[i + RandomText(random)] = RandomValue(random, depth + 1);
                return entries;
            default:
                return RandomText(random);
        }
    }

    private const string Marks = "[]{},:\"\\u'#/*-+.e0\n\t\u0001\ud83dx";

    private static readonly string[] Pieces =
    [
        "a",
        "\"",
        "\\",
        "/",
        "\n",
        "\u0001",
        "\u00e9",
        "\U0001F6A2",
        "<<",
        "~",
        " ",
        "\u2028",
    ];

    private static string RandomText(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static string Spell(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Null => "?",
            JsonValueKind.String => $"'{element.GetString()}'",
            JsonValueKind.Array => $"[{string.Join(", ", element.EnumerateArray().Select(Spell))}]",
            JsonValueKind.Object =>
                $"{{{string.Join(", ", element.EnumerateObject().Select(e => $"{e.Name}: {Spell(e.Value)}"))}}}",
            _ => element.GetRawText(),
        };
}
