using DataPackage.Runtime;

namespace DataPackage.Generator.Tests.Schema;

/// <summary>Maps, nested lists, values that may be null or have no type, and keys that are not C# names.</summary>
public class ShapeTests
{
    private static string AllOf(object entity) => ((IEntity)entity).ToString("F");

    private static Generated Clean(SeedSet seeds, string code = "")
    {
        var generated = seeds.Generate(code);
        Assert.Empty(generated.Texts);
        Assert.Empty(generated.CompilerMessages);
        Assert.All(
            generated.Sources,
            source => Assert.DoesNotContain(source.SourceText.ToString(), c => c is not ('\n' or (>= ' ' and <= '~')))
        );
        return generated;
    }

    private static SeedSet With(string properties, string seed, string more = "") =>
        new SeedSet().With("schema/Sample.yaml", $"{more}\nproperties:\n{properties}").With("samples/first.yaml", seed);

    [Fact]
    public void A_map_keeps_its_keys_as_they_are_and_in_their_order()
    {
        var keys = new[] { "zz", "a", "C++", "日本語", "", "with blank", "é", "null", "~x", "A", "10", "2" };
        var generated = Clean(
            With(
                "  it: { cardinality: map, type: text }",
                "it:\n" + string.Concat(keys.Select((key, i) => $"  \"{key}\": value {i}\n"))
            )
        );

        var map = (IReadOnlyDictionary<string, string>)generated.Entity("Samples", "First").Get("It")!;
        Assert.Equal(keys, map.Keys);
        Assert.Equal(keys, map.Select(entry => entry.Key));
        Assert.All(keys.Select((key, i) => (key, i)), pair => Assert.Equal($"value {pair.i}", map[pair.key]));
        Assert.Equal(keys.Length, map.Count);
        Assert.False(map.ContainsKey("a "));
        Assert.False(map.TryGetValue("Zz", out _));
        Assert.Throws<KeyNotFoundException>(() => map["nobody"]);
        Assert.Contains(
            "It = {zz = value 0, a = value 1",
            AllOf(generated.Entity("Samples", "First")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Lists_and_maps_stand_in_one_another_to_any_depth()
    {
        var generated = Clean(
            With(
                """
                  coordinates: { cardinality: many, of: { cardinality: many, of: { cardinality: many, type: decimal } } }
                  byDay: { cardinality: map, of: { cardinality: many, type: integer } }
                  layers: { cardinality: many, of: { cardinality: map, type: boolean } }
                  level: { cardinality: map, of: { type: enum, values: [low, high] } }
                """,
                "coordinates: [[[1.10, 2], []], []]\nbyDay: { monday: [1, 2], tuesday: [] }\nlayers: [{ a: true }, {}]\nlevel: { x: high }\n"
            ),
            """
            static class C
            {
                static readonly Seeded.Sample First = Seeded.Samples.First;
                public static decimal Number => First.Coordinates[0][0][0];
                public static long Second => First.ByDay["monday"][1];
                public static bool A => First.Layers[0]["a"];
                public static Seeded.SampleLevel X => First.Level["x"];
                public static Seeded.Sample Again => First with { Coordinates = [[[1.1m, 2m], []], []] };
                public static bool IsEqual => Again == First && First.GetHashCode() == Again.GetHashCode() && Again with { Coordinates = [[[1.1m, 3m], []], []] } != First;
            }
            """.Replace("static class", "namespace Seeded; static class", StringComparison.Ordinal)
        );

        Assert.Equal(1.10m, generated.Call("C", "Number"));
        Assert.Equal(2L, generated.Call("C", "Second"));
        Assert.Equal(true, generated.Call("C", "A"));
        Assert.Equal("High", generated.Call("C", "X")!.ToString());
        Assert.Equal(true, generated.Call("C", "IsEqual"));
        Assert.Contains(
            "Coordinates = [[[1.1, 2], []], []]",
            AllOf(generated.Entity("Samples", "First")).Replace("1.10", "1.1", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Where_null_is_allowed_it_is_told_apart_from_what_is_empty()
    {
        var seeds = With(
                """
                  list: { cardinality: many, type: text, nullable: true }
                  map: { cardinality: map, type: integer, nullable: true }
                  texts: { cardinality: many, of: { type: text, nullable: true } }
                  numbers: { cardinality: map, of: { type: integer, nullable: true } }
                  lists: { cardinality: many, of: { cardinality: many, type: text, nullable: true } }
                  friends: { cardinality: many, of: { range: Sample, nullable: true } }
                  word: { type: text }
                """,
                "list: []\nmap: {}\ntexts: [a, null, \"\"]\nnumbers: { a: 0, b: , c: null }\nlists: [[], null, [x]]\nfriends: [first, ~, second]\nword: \"\"\n"
            )
            .With("samples/second.yaml", "list: null\nword: null\n");
        var generated = Clean(
            seeds,
            "class C { int? N(Seeded.Sample s) => s.List?.Count + s.Map?.Count + s.Texts[0]?.Length + (int?)s.Numbers[\"a\"] + s.Lists[0]?.Count + s.Friends[0]?.Texts.Count; "
                + "Seeded.Sample Variant(Seeded.Sample s) => s with { List = null, Map = null, Texts = [null], Lists = [null, []] }; }"
        );

        var (first, second) = (generated.Entity("Samples", "First"), generated.Entity("Samples", "Second"));
        Assert.Empty(first.List("List"));
        Assert.Empty(first.List("Map"));
        Assert.Equal(new[] { "a", null, "" }, (IReadOnlyList<string?>)first.Get("Texts")!);
        Assert.Equal(
            [new("a", 0), new("b", null), new("c", null)],
            (IReadOnlyDictionary<string, long?>)first.Get("Numbers")!
        );
        Assert.Equal(
            [
                [],
                null,
                ["x"],
            ],
            (IReadOnlyList<IReadOnlyList<string>?>)first.Get("Lists")!
        );
        Assert.Equal(
            new[] { first, null, second },
            ((System.Collections.IEnumerable)first.Get("Friends")!).Cast<object?>()
        );
        Assert.Equal("", first.Get("Word"));
        Assert.Null(second.Get("List"));
        Assert.Null(second.Get("Map"));
        Assert.Empty(second.List("Texts"));
        Assert.Null(second.Get("Word"));
    }

    [Fact]
    public void What_has_no_type_is_read_as_it_stands()
    {
        var generated = Clean(
            With(
                "  it: { type: any }\n  many: { cardinality: many, type: any }\n  none: { type: any }",
                "it: { a: 1, b: \"1\", c: [x, null, [1.50, true, 2025-02-27]], d: {}, \"\": , e: \"\" }\nmany: [1, { a: b }]\n"
            )
        );
        var first = generated.Entity("Samples", "First");
        var it = (AnyValue)first.Get("It")!;

        Assert.Equal(["a", "b", "c", "d", "", "e"], it.Entries.Keys);
        Assert.Equal((1L, null), (it["a"]!.AsInteger(), it["b"]!.AsInteger()));
        Assert.Equal("1", it["b"]!.Text);
        Assert.Null(it["c"]![1]);
        Assert.Equal("1.50", it["c"]![2]![0]!.Text);
        Assert.Equal(1.50m, it["c"]![2]![0]!.AsDecimal());
        Assert.Equal(true, it["c"]![2]![1]!.AsBoolean());
        Assert.Equal(2025, it["c"]![2]![2]!.AsDate()!.Earliest!.Value.Year);
        Assert.Equal(AnyValueKind.Map, it["d"]!.Kind);
        Assert.Empty(it["d"]!.Entries);
        Assert.Null(it[""]);
        Assert.True(it.Entries.ContainsKey(""));
        Assert.Equal("", it["e"]!.Text);
        Assert.Null(it["z"]);
        Assert.Null(first.Get("None"));
        Assert.Equal("[1, {a = b}]", string.Concat("[", string.Join(", ", first.List("Many")), "]"));
        Assert.Equal(
            it,
            (AnyValue)
                Clean(
                        With(
                            "  it: { type: any }",
                            "it: { e: \"\", \"\": ~, d: {}, c: [x, ~, [1.50, true, 2025-02-27]], b: '1', a: 1 }"
                        )
                    )
                    .Entity("Samples", "First")
                    .Get("It")!
        );
        Assert.NotEqual(new AnyValue("1"), new AnyValue("1", isPlain: true));
    }

    [Fact]
    public void A_property_may_have_another_key_than_its_name()
    {
        var generated = Clean(
            With(
                """
                  type: { key: "@type", type: text }
                  snakeCase: { key: snake_case, type: integer }
                  cPlusPlus: { key: C++, type: text }
                  nihongo: { key: 日本語, type: text }
                  empty: { key: "", type: text }
                  größe: { type: decimal }
                  名前: { type: text }
                """,
                "\"@type\": a\nsnake_case: 2\nC++: c\n日本語: d\n\"\": e\ngröße: 1.5\n名前: f\n",
                "featured: [名前, größe]"
            ),
            "class C { string? S(Seeded.Sample s) => s.名前 + s.Größe; }"
        );
        var first = generated.Entity("Samples", "First");

        Assert.Equal(
            "a 2 c d e 1.5 f",
            string.Join(' ', "Type SnakeCase CPlusPlus Nihongo Empty Größe 名前".Split(' ').Select(first.Get))
        );
        Assert.Contains("Größe = 1.5, 名前 = f", AllOf(first), StringComparison.Ordinal);
        Assert.Contains("public string? \\u540d\\u524d", generated.Source("Sample.g.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("it: { of: { type: text } }", "(3,9): DP1010")]
    [InlineData("it: { type: text, nullable: true }", "(3,31): DP1010")]
    [InlineData("it: { cardinality: many, type: text, of: { type: text } }", "(3,34): DP1010")]
    [InlineData("it: { cardinality: many, of: { cardinality: many } }", "(3,32): DP1010")]
    [InlineData("it: { cardinality: many, of: { type: txt } }", "(3,40): DP1012")]
    [InlineData("it: { cardinality: many, of: { type: text, required: true } }", "(3,46): DP1011")]
    [InlineData("it: { cardinality: many, of: text }", "(3,32): DP1004", "(3,3): DP1010")]
    [InlineData("it: { cardinality: maps, type: text }", "(3,22): DP1012")]
    [InlineData("it: { cardinality: map, type: text, unique: true }", "(3,47): DP1010")]
    [InlineData("it: { cardinality: many, type: text, nullable: true, required: true }", "(3,50): DP1010")]
    [InlineData("it: { type: text, by: id }", "(3,25): DP1010")]
    [InlineData("it: { range: Sample, by: nobody }", "(3,28): DP1002")]
    [InlineData("it: { range: Sample, by: it }", "(3,28): DP1010")]
    [InlineData("it: { type: text }\n  that: { key: it, type: text }", "(4,16): DP1010")]
    [InlineData("e\u0301t: { type: text }", "(3,3): DP4004")]
    [InlineData("it_s: { type: text }", "(3,3): DP4004")]
    [InlineData("\"\\u200Da\": { type: text }", "(3,3): DP4004")]
    [InlineData("\"\\U0001D4D0\": { type: text }", "(3,3): DP4004")]
    public void A_mistake_in_a_shape_is_an_error_at_its_word(string property, params string[] messages)
    {
        var generated = new SeedSet().With("schema/Sample.yaml", $"\nproperties:\n  {property}\n").Generate();
        Assert.Equal(
            messages.Select(message => "schema/Sample.yaml" + message).Order(StringComparer.Ordinal),
            generated.Messages
        );
        Assert.Empty(generated.CompilerMessages);
    }

    [Theory]
    [InlineData(
        "cardinality: map, type: integer",
        "[1]",
        "(1,5)",
        "'it' takes a mapping, each value of which is a whole number, but here is a list"
    )]
    [InlineData(
        "cardinality: map, type: integer",
        "{ a: x }",
        "(1,10)",
        "'it' takes a whole number, but here is the text 'x'"
    )]
    [InlineData(
        "cardinality: map, type: integer",
        "{ a: ~ }",
        "(1,10)",
        "'it' takes a whole number, but here is nothing"
    )]
    [InlineData(
        "cardinality: many, of: { cardinality: many, type: decimal }",
        "[1]",
        "(1,6)",
        "'it' takes a list, each of which is a decimal number, but here is the text '1'"
    )]
    [InlineData("cardinality: many, of: { cardinality: many, type: decimal }", "[[1], ]\n", "", "")]
    [InlineData(
        "cardinality: many, of: { cardinality: map, type: text }",
        "[{ a: [b] }]",
        "(1,11)",
        "'it' takes a text, but here is a list"
    )]
    [InlineData(
        "cardinality: many, of: { type: text, nullable: true }",
        "[a, [b]]",
        "(1,9)",
        "'it' takes a text, but here is a list"
    )]
    [InlineData(
        "cardinality: many, type: any",
        "[a, null]",
        "(1,9)",
        "'it' takes anything but nothing, but here is nothing"
    )]
    [InlineData("key: its, type: integer", "x", "(1,5)", "'it' takes a whole number, but here is the text 'x'")]
    public void A_value_of_another_shape_is_an_error_at_its_place(
        string type,
        string value,
        string place,
        string message
    )
    {
        var key = type.StartsWith("key", StringComparison.Ordinal) ? "its" : "it";
        var generated = With($"  it: {{ {type} }}", $"{key}: {value}").Generate();
        if (key == "its")
            (place, message) = ("(1,6)", message.Replace("'it'", "'its'", StringComparison.Ordinal));
        Assert.Equal(place.Length == 0 ? [] : [$"samples/first.yaml{place}: DP1004"], generated.Messages);
        Assert.Equal(message.Length == 0 ? [] : [message], generated.Texts);
        Assert.Empty(generated.CompilerMessages);
    }

    [Fact]
    public void References_in_maps_and_nested_lists_have_reverses_and_those_that_lead_nowhere_are_errors()
    {
        var seeds = With(
                "  kin: { cardinality: map, range: Sample, reverse: { name: kinOf } }\n  rows: { cardinality: many, of: { cardinality: many, range: Sample } }",
                "kin: { mother: second, other: first }\nrows: [[second], [], [first, second]]\n"
            )
            .With("samples/second.yaml", "");
        var generated = Clean(
            seeds,
            "class C { bool B(Seeded.Sample s) => s.Kin[\"mother\"].KinOf[0] == s.Rows[2][0]; }"
        );
        var (first, second) = (generated.Entity("Samples", "First"), generated.Entity("Samples", "Second"));

        Assert.Equal([first], second.List("KinOf"));
        Assert.Equal([first], first.List("KinOf"));
        Assert.Equal(
            ["second", "first"],
            ((System.Collections.IEnumerable)first.Get("Kin")!)
                .Cast<object>()
                .Select(entry => entry.Get("Value")!.Get("Id"))
        );
        Assert.True(first.Equals(first.GetType().GetMethod("<Clone>$")!.Invoke(first, null)));
        Assert.Equal(
            ["samples/second.yaml(1,11): DP2001", "samples/second.yaml(2,9): DP2001"],
            seeds.With("samples/second.yaml", "kin: { a: third }\nrows: [[third]]\n").Generate().Messages
        );
    }

    [Fact]
    public void Localized_texts_and_embedded_values_stand_in_maps()
    {
        var generated = Clean(
            With(
                    "  names: { cardinality: map, type: text, localized: true }\n  parts: { cardinality: map, range: Part }",
                    "names: { a: { en: A, de: Ä }, b: B }\nparts: { x: { size: 1, tags: { t: [u] } } }\n",
                    "findBy: names"
                )
                .With(
                    "schema/Part.yaml",
                    "embedded: true\nproperties:\n  size: { type: integer }\n  tags: { cardinality: map, nullable: true, of: { cardinality: many, type: text } }\n"
                ),
            "class C { object O(Seeded.Sample s) => (s.Names[\"a\"][\"de\"], s.Parts[\"x\"].Tags![\"t\"][0], new Seeded.Part { Tags = null }); }"
        );
        var first = generated.Entity("Samples", "First");

        Assert.Same(first, generated.Call("Samples", "Find", "ä"));
        Assert.Contains("Parts = {x = Part { Size = 1, Tags = {t = [u]} }}", AllOf(first), StringComparison.Ordinal);
    }
}
