namespace DataPackage.Generator.Tests.Schema;

/// <summary>Unmodified YAML of other people, without a schema.</summary>
public sealed class UnmodifiedYamlTests
{
    private static Generated Clean(SeedSet seeds, params string[] messages)
    {
        var generated = seeds.Generate();
        Assert.Equal(messages, generated.Messages);
        Assert.Empty(generated.CompilerMessages);
        return generated;
    }

    /// <summary>The same seeds with the inferred schemas added.</summary>
    private static SeedSet Pinned(params (string Path, string Text)[] files)
    {
        var seeds = new SeedSet();
        foreach (var (path, text) in files)
            seeds.With(path, text);
        foreach (var schema in Inferred.Of(files))
            seeds.With(schema.Path, schema.Text);
        return seeds;
    }

    private static IEnumerable<object> All(Generated generated, string catalog) =>
        ((System.Collections.IEnumerable)generated.Call(catalog, "All")!).Cast<object>();

    private static IEnumerable<object?> Ids(Generated generated, string catalog) =>
        All(generated, catalog).Select(entity => entity.Get("Id"));

    [Fact]
    public void Line_ends_of_Windows_anchors_and_block_scalars_are_what_YAML_says_they_are()
    {
        var generated = Clean(
            new SeedSet().With(
                "elements.yaml",
                string.Join(
                    "\r\n",
                    "%YAML 1.2",
                    "---",
                    "# as exported",
                    "h:",
                    "  isotopes: &light",
                    "    - { n: 0, stable: true }",
                    "    - { n: 1, stable: true }",
                    "  literal: |",
                    "    one",
                    "    two # no comment",
                    "  folded: >-",
                    "    three",
                    "    four",
                    "  kept: |+",
                    "    five",
                    "",
                    "he:",
                    "  isotopes: *light",
                    "  \"\": no key",
                    "...",
                    ""
                )
            ),
            "elements.yaml(1,1): DP1050"
        );

        var hydrogen = generated.Entity("Elements", "H");
        Assert.Equal("one\ntwo # no comment\n", hydrogen.Get("Literal"));
        Assert.Equal("three four", hydrogen.Get("Folded"));
        Assert.Equal("five\n\n", hydrogen.Get("Kept"));
        Assert.Equal([0L, 1L], generated.Entity("Elements", "He").List("Isotopes").Select(isotope => isotope.Get("N")));
        Assert.Equal("no key", generated.Entity("Elements", "He").Get("Empty"));
    }

    [Fact]
    public void Null_an_empty_text_an_empty_list_and_nothing_at_all_are_told_apart()
    {
        var generated = Clean(
            new SeedSet().With(
                "parts.yaml",
                """
                full: { note: text, uses: [one], sizes: { 2024: 1, 2025: 2 } }
                empty: { note: "", uses: [], sizes: {} }
                nulls: { note: ~, uses: null, sizes: }
                quoted: { note: "null" }
                """
            ),
            "parts.yaml(1,1): DP1050"
        );

        Assert.Equal("", generated.Entity("Parts", "Empty").Get("Note"));
        Assert.Empty(generated.Entity("Parts", "Empty").List("Uses"));
        Assert.Empty(generated.Entity("Parts", "Empty").List("Sizes"));
        Assert.Null(generated.Entity("Parts", "Nulls").Get("Note"));
        Assert.Null(generated.Entity("Parts", "Nulls").Get("Uses"));
        Assert.Null(generated.Entity("Parts", "Nulls").Get("Sizes"));
        Assert.Equal("null", generated.Entity("Parts", "Quoted").Get("Note"));
        Assert.Null(generated.Entity("Parts", "Quoted").Get("Uses"));
    }

    [Fact]
    public void One_kind_may_be_spread_over_files_and_documents_and_the_types_are_those_of_all()
    {
        var generated = Clean(
            new SeedSet()
                .With("ships/a.yaml", "name: A\nmasts: 3\n")
                .With("ships/b.yaml", "id: b\nname: B\nmasts: 2.5\n---\nid: c\nname: C\nflag: red\n"),
            "ships/a.yaml(1,1): DP1050"
        );

        Assert.Equal(["a", "b", "c"], Ids(generated, "Ships"));
        Assert.Equal(3m, generated.Entity("Ships", "A").Get("Masts"));
        Assert.Equal(2.5m, generated.Entity("Ships", "B").Get("Masts"));
        Assert.Contains("3 records in 2 files", Assert.Single(generated.Texts), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_of_a_map_without_a_value_is_an_entity_of_which_nothing_is_said()
    {
        var generated = Clean(
            new SeedSet().With("tongues.yaml", "a: { n: 1 }\nb:\nc: { n: 2 }\n"),
            "tongues.yaml(1,1): DP1050"
        );
        Assert.Equal(["a", "b", "c"], Ids(generated, "Tongues"));
        Assert.Null(generated.Entity("Tongues", "B").Get("N"));
        Assert.Equal(2L, generated.Entity("Tongues", "C").Get("N"));
    }

    [Theory]
    [InlineData(
        "items: data.rows",
        "data: { rows: [{ id: a, n: 1 }, { id: b, n: 2 }] }\nmeta: { count: 2 }\n",
        "nums.yaml"
    )]
    [InlineData("items: [data, rows.all]", "data: { rows.all: { a: { n: 1 }, b: { n: 2 } } }\n", "nums.yaml")]
    [InlineData("items: .", "a: { n: 1 }\nb: { n: 2 }\n", "nums/all.yaml")]
    [InlineData("source: export/*.yml", "a: { n: 1 }\nb: { n: 2 }\n", "export/x.yml")]
    public void A_path_or_a_source_names_the_collection_that_is_not_where_it_is_looked_for(
        string configuration,
        string text,
        string path
    )
    {
        var generated = Clean(
            new SeedSet()
                .With("datapackage.yaml", $"namespace: Seeded\nkinds:\n  Num: {{ {configuration} }}\n")
                .With(path, text),
            $"{path}(1,1): DP1050"
        );
        Assert.Equal(["a", "b"], Ids(generated, "Nums"));
        Assert.Equal([1L, 2L], All(generated, "Nums").Select(number => number.Get("N")));
    }

    [Fact]
    public void Records_without_an_id_come_in_the_order_of_their_file_and_what_could_be_the_id_is_named()
    {
        var generated = Clean(
            new SeedSet().With(
                "people.yaml",
                "- { name: Zoe, key: { code: z1 }, age: 40 }\n- { name: Al, key: { code: a1 }, age: 40 }\n"
            ),
            "people.yaml(1,1): DP1050",
            "people.yaml(1,3): DP1042"
        );

        Assert.Equal(["Zoe", "Al"], All(generated, "People").Select(person => person.Get("Name")));
        Assert.Contains(
            generated.Texts,
            text =>
                text.EndsWith(
                    "'name', 'key.code' would tell them apart: say so as 'id' of Person in datapackage.yaml",
                    StringComparison.Ordinal
                )
        );
        Assert.DoesNotContain(
            generated.Call("People", "Get", "1")!.GetType().Assembly.GetType("Seeded.People")!.GetProperties(),
            property => property.PropertyType.Name == "Person"
        );
    }

    [Fact]
    public void A_collision_of_accessors_costs_both_and_so_it_does_once_pinned()
    {
        var seed = ("tongues.yaml", "C++: { n: 1 }\nC plus plus: { n: 2 }\nD: { n: 3 }\n");
        var inferred = new SeedSet().With(seed.Item1, seed.Item2).Generate();
        Assert.Equal(["tongues.yaml(1,1): DP1046", "tongues.yaml(1,1): DP1050"], inferred.Messages);
        Assert.Contains(inferred.Texts, text => text.Contains("'csharpName'", StringComparison.Ordinal));
        Assert.Equal(3L, inferred.Entity("Tongues", "D").Get("N"));
        Assert.Equal(1L, inferred.Call("Tongues", "Get", "C++")!.Get("N"));
        Assert.Equal(2L, inferred.Call("Tongues", "Get", "C plus plus")!.Get("N"));
        Assert.Null(
            inferred.Call("Tongues", "Get", "D")!.GetType().Assembly.GetType("Seeded.Tongues")!.GetProperty("CPlusPlus")
        );

        var pinned = Pinned(seed).Generate();
        Assert.Equal(["tongues.yaml(1,1): DP1046"], pinned.Messages);
        Assert.Equal(
            inferred.Sources.Select(source => source.SourceText.ToString()),
            pinned.Sources.Select(source => source.SourceText.ToString())
        );
    }

    [Fact]
    public void Once_pinned_a_value_of_another_type_is_an_error_at_the_value()
    {
        var files = ("wells.yaml", "a: { depth: 1, drilled: 2001-02-03 }\nb: { depth: 2, drilled: 2001-02-04 }\n");
        Assert.Empty(Pinned(files).Generate().Messages);

        var added = Pinned(files).With("wells/c.yaml", "depth: deep\ndrilled: 2001-02-05\ncolour: brown\n").Generate();
        Assert.Equal(["wells/c.yaml(1,8): DP1004", "wells/c.yaml(3,1): DP1002"], added.Messages);
        Assert.Equal(
            ["wells.yaml(1,1): DP1050"],
            new SeedSet()
                .With(files.Item1, files.Item2)
                .With("wells/c.yaml", "depth: deep\ndrilled: 2001-02-05\ncolour: brown\n")
                .Generate()
                .Messages
        );
    }

    [Theory]
    [InlineData("a: &a { <<: *a, x: 1 }\n", "DP0005")]
    [InlineData("? { x: 1 }\n: y\n", "DP0005")]
    [InlineData("a: &a [*a]\n", "DP0005")]
    [InlineData("a: { x: 1\n", "DP0002")]
    [InlineData("a: { x: 1 }\na: { x: 2 }\n", "DP0006")]
    public void What_cannot_be_read_is_one_error_and_not_the_lack_of_a_schema(string text, string rule) =>
        Assert.Equal(
            rule,
            Assert
                .Single(
                    new SeedSet().With("things.yaml", text).Generate().Messages,
                    message => !message.EndsWith("DP1050", StringComparison.Ordinal)
                )
                .Split(' ')[^1]
        );

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("---\n...\n")]
    [InlineData("[]\n")]
    [InlineData("{}\n")]
    public void A_file_without_a_record_is_said_to_have_none(string text)
    {
        var generated = new SeedSet().With("things.yaml", text).Generate();
        Assert.Equal(["things.yaml(1,1): DP1051"], generated.Messages);
        Assert.Empty(generated.CompilerMessages);
    }

    [Theory]
    [InlineData("none", "")]
    [InlineData("all", "A B")]
    [InlineData("featured", "B")]
    public void Accessors_of_an_inferred_kind_are_as_many_as_datapackage_yaml_says(string accessors, string expected)
    {
        var featured = accessors == "featured" ? ", featured: true" : "";
        var generated = new SeedSet()
            .With("datapackage.yaml", $"namespace: Seeded\nkinds: {{ Thing: {{ accessors: {accessors} }} }}\n")
            .With("things.yaml", $"a: {{ n: 1 }}\nb: {{ n: 2{featured} }}\n")
            .Generate();
        Assert.Equal(["things.yaml(1,1): DP1050"], generated.Messages);
        Assert.Equal(
            expected,
            string.Join(
                ' ',
                All(generated, "Things")
                    .First()
                    .GetType()
                    .Assembly.GetType("Seeded.Things")!
                    .GetProperties()
                    .Select(property => property.Name)
                    .Where(name => name != "All")
            )
        );
    }

    [Fact]
    public void An_inferred_kind_with_more_entities_than_accessors_can_be_keeps_its_lookups()
    {
        var generated = Clean(
            new SeedSet().With(
                "numbers.yaml",
                string.Concat(Enumerable.Range(0, 65_001).Select(i => $"n{i}: {{ n: {i} }}\n"))
            ),
            "numbers.yaml(1,1): DP1047",
            "numbers.yaml(1,1): DP1050"
        );
        Assert.Equal(64_999L, generated.Call("Numbers", "Get", "n64999")!.Get("N"));
    }
}
