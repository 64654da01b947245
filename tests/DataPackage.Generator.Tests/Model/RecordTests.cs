namespace DataPackage.Generator.Tests.Model;

/// <summary>Where the entities of a kind are, how their ids and accessors are derived, and how datapackage.yaml
/// configures this.</summary>
public class RecordTests
{
    private static Generated Clean(SeedSet seeds, string code = "", params string[] messages)
    {
        var generated = seeds.Generate(code);
        Assert.Equal(messages, generated.Messages);
        Assert.Empty(generated.CompilerMessages);
        Assert.All(
            generated.Sources,
            source => Assert.DoesNotContain(source.SourceText.ToString(), c => c is not ('\n' or (>= ' ' and <= '~')))
        );
        return generated;
    }

    private static SeedSet Languages(string seeds, string configuration = "", string path = "languages.yaml") =>
        new SeedSet()
            .With(
                "datapackage.yaml",
                $"namespace: Seeded\nkinds:\n  Language:{(configuration.Length == 0 ? "" : "\n    " + configuration.Replace("\n", "\n    ", StringComparison.Ordinal))}\n"
            )
            .With(
                "schema/Language.yaml",
                "caption: name\nproperties:\n  name: { type: text }\n  code: { type: text }\n  number: { type: integer }\n  kin: { type: text, cardinality: many }\n"
            )
            .With(path, seeds);

    private static IEnumerable<string> Ids(Generated generated, string catalog = "Languages") =>
        ((System.Collections.IEnumerable)generated.Call(catalog, "All")!)
            .Cast<object>()
            .Select(entity => (string)entity.Get("Id")!);

    [Theory]
    [InlineData("C++", "CPlusPlus")]
    [InlineData("C#", "CSharp")]
    [InlineData("F*", "FStar")]
    [InlineData("1C Enterprise", "_1CEnterprise")]
    [InlineData("日本語", "日本語")]
    [InlineData("équipe", "Equipe")]
    [InlineData("Ünïcode ÆON", "UnicodeAeON")]
    [InlineData("Москва", "Москва")]
    [InlineData("snake_case", "SnakeCase")]
    [InlineData("@type", "Type")]
    [InlineData("class", "Class")]
    [InlineData("O'Brien", "OBrien")]
    [InlineData("R&D", "RAndD")]
    [InlineData("all", "All_")]
    [InlineData("ASP.NET", "ASPNET")]
    public void A_key_is_the_id_as_it_stands_and_its_accessor_follows_by_rule(string id, string accessor)
    {
        var generated = Clean(Languages($"\"{id}\": {{ name: it }}\nother: {{ kin: [x] }}\n"));
        var entity = generated.Entity("Languages", accessor);
        Assert.Equal(id, entity.Get("Id"));
        Assert.Same(entity, generated.Call("Languages", "Get", id));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"!!!\"")]
    [InlineData("\"\\U0001F6A2\"")]
    public void A_key_that_can_be_no_name_has_an_entity_without_an_accessor(string key)
    {
        var generated = Clean(Languages($"{key}: {{ name: it }}\n"), "", "languages.yaml(1,1): DP1043");
        Assert.Equal(
            "it",
            ((System.Collections.IEnumerable)generated.Call("Languages", "All")!).Cast<object>().Single().Get("Name")
        );
    }

    [Fact]
    public void References_and_documentation_name_entities_whose_names_are_beyond_ASCII()
    {
        var generated = Clean(
            new SeedSet()
                .With("schema/Place.yaml", "properties: { near: { range: Place } }")
                .With("places.yaml", "日本語: { near: Köln }\nKöln: { near: 日本語 }\n"),
            "class C { object O => (Seeded.Places.日本語, Seeded.Places.Koln); }"
        );
        Assert.Equal("Köln", generated.Entity("Places", "日本語").Get("Near")!.Get("Id"));
        Assert.Contains(
            "<see cref=\"P:Seeded.Places.&#x65E5;",
            generated.Source("Places.g.cs"),
            StringComparison.Ordinal
        );
        generated.AssertLinksLead();
    }

    [Fact]
    public void One_kind_may_stand_in_lists_maps_and_files_of_their_own()
    {
        var seeds = Languages("- { id: a, name: A }\n- { id: B b, name: B }\n")
            .With("languages/c.yaml", "name: C\n")
            .With("languages/more/d.yaml", "- { id: d }\n- { id: e }\n")
            .With("languages.yml", "f: {}\ng:\n");
        Assert.Equal(["B b", "a", "c", "d", "e", "f", "g"], Ids(Clean(seeds)));
    }

    [Fact]
    public void Several_documents_of_a_file_are_records_lists_or_maps_and_mistakes_are_at_their_place()
    {
        Assert.Equal(
            ["a", "b", "c", "d"],
            Ids(Clean(Languages("id: a\nname: A\n---\n- id: b\n- id: c\n---\n# nothing\n---\nd: { name: D }\n...\n")))
        );
        Assert.Equal(
            ["a", "b"],
            Ids(Clean(Languages("%YAML 1.2\n---\nid: a\n---\nid: b\n", "", "languages/both.yaml")))
        );
        Clean(Languages("id: a\n---\nid: b\nnmae: B\n"), "", "languages.yaml(4,1): DP1002");
        Clean(Languages("x: &x { name: X }\n---\ny: *x\n"), "", "languages.yaml(3,4): DP0002");
        Clean(
            Languages("a: {}\n").With("schema/Other.yaml", "label: A\n---\nlabel: B\n"),
            "",
            "schema/Other.yaml(2,1): DP0005"
        );
    }

    [Fact]
    public void A_list_without_ids_is_numbered_in_its_order_and_its_unique_paths_are_named()
    {
        var list = string.Concat(
            Enumerable.Range(0, 12).Select(i => $"- {{ name: n{i % 5}, code: c{99 - i}, number: {i} }}\n")
        );
        var generated = Clean(Languages(list), "", "languages.yaml(1,3): DP1042");

        Assert.Equal(Enumerable.Range(1, 12).Select(number => $"{number:00}"), Ids(generated));
        Assert.Equal("c99", generated.Call("Languages", "Get", "01")!.Get("Code"));
        Assert.Contains(
            "'code', 'number' would tell them apart",
            Assert.Single(generated.Texts),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Language _", generated.Source("Languages.g.cs"), StringComparison.Ordinal);
        Assert.Equal(["languages.yaml(2,3): DP1003"], Languages("- { id: a }\n- { name: b }\n").Generate().Messages);
        Assert.Equal(
            ["part-1", "part-2"],
            Ids(
                Clean(
                    Languages("- { name: a }\n- { name: b }\n", "", "languages/part.yaml"),
                    "",
                    "languages/part.yaml(1,3): DP1042"
                )
            )
        );
    }

    [Fact]
    public void The_configuration_says_where_entities_are_and_what_names_them()
    {
        var generated = Clean(
            Languages(
                    "meta: { count: 2 }\ndata:\n  rows:\n  - { names: { en: C }, code: C++, internal: 1, tags: [{ x: 1 }] }\n  - { names: { en: Lisp }, code: cl }\n",
                    """
                    source: data/*.yaml
                    items: data.rows
                    id: code
                    csharpName: The {names.en} Language
                    label: Tongue
                    plural: Tongues
                    ignore: [internal, tags, names.x]
                    rename: { names: name }
                    """,
                    "data/all.yaml"
                )
                .With("schema/Language.yaml", "properties:\n  name: { type: any }\n  code: { type: text }\n"),
            "",
            "datapackage.yaml(10,5): DP1045"
        );

        Assert.Equal(["C++", "cl"], Ids(generated, "Tongues"));
        Assert.Equal("C++", generated.Entity("Tongues", "TheCLanguage").Get("Id"));
        Assert.Contains("2 tongues", generated.Source("Tongues.g.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain("DP1001", generated.Messages);
    }

    [Fact]
    public void References_go_by_a_value_of_what_they_name()
    {
        var seeds = Languages(
                "en: { code: eng, number: 7, kin: [deu, nor] }\nde: { code: deu, number: 8, kin: [eng] }\nnb: { code: nor, number: 9 }\n",
                "references: { kin: { kind: Language, by: code } }"
            )
            .With(
                "schema/Book.yaml",
                "properties:\n  language: { range: Language, by: number, reverse: { name: books } }\n"
            )
            .With("books.yaml", "one: { language: 007 }\n");
        var generated = Clean(seeds, "class C { Seeded.Language L(Seeded.Language l) => l.Kin[0]; }");

        Assert.Equal(["de", "nb"], generated.Entity("Languages", "En").List("Kin").Select(kin => kin.Get("Id")));
        Assert.Same(generated.Entity("Languages", "En"), generated.Entity("Books", "One").Get("Language"));
        Assert.Single(generated.Entity("Languages", "En").List("Books"));

        var wrong = seeds
            .With("books.yaml", "one: { language: 10 }\ntwo: { language: 7 }\n")
            .With("languages/x.yaml", "code: eng\n")
            .Generate();
        Assert.Equal(["books.yaml(1,18): DP1044", "languages.yaml(2,35): DP1044"], wrong.Messages);
        Assert.Contains("There are 2 entities of Language whose 'code' is 'eng': 'en' and 'x'", wrong.Texts);
    }

    [Theory]
    [InlineData("sorce: x.yaml", 4, 5, "DP1011", "did you mean 'source'?")]
    [InlineData("source: ../x.yaml", 4, 13, "DP1010", "below the folder of the seeds")]
    [InlineData("csharpName: '{name'", 4, 17, "DP1010", "between braces")]
    [InlineData("plural: tongues", 4, 13, "DP4004", "capital letter")]
    [InlineData("accessors: some", 4, 16, "DP1012", "all, none, featured")]
    [InlineData("references: { kin: Langage }", 4, 24, "DP1012", "did you mean 'Language'?")]
    [InlineData("references: { kim: Language }", 4, 19, "DP1002", "did you mean 'kin'?")]
    [InlineData("references: { kin: { kind: Language, by: cod } }", 4, 46, "DP1002", "did you mean 'code'?")]
    [InlineData("references: { kin: { by: code } }", 4, 24, "DP1010", "must have a 'kind'")]
    [InlineData("rename: { x: nam }", 4, 18, "DP1002", "did you mean 'name'?")]
    [InlineData("items: { a: b }", 4, 12, "DP1004", "a path such as")]
    [InlineData("ignore: [[a, []]]", 4, 14, "DP1004", "a path such as")]
    public void A_mistake_in_a_configuration_is_an_error_at_its_word(
        string configuration,
        int line,
        int column,
        string rule,
        string message
    )
    {
        var generated = Languages("en: { name: English }\n", configuration).Generate();
        Assert.Equal([$"datapackage.yaml({line},{column}): {rule}"], generated.Messages);
        Assert.Contains(message, generated.Texts[0], StringComparison.Ordinal);
        Assert.Empty(generated.CompilerMessages);
    }

    [Fact]
    public void What_is_configured_and_is_not_there_is_said()
    {
        Assert.Equal(
            ["datapackage.yaml(3,3): DP1012"],
            Languages("en: {}\n")
                .With("datapackage.yaml", "namespace: Seeded\nkinds:\n  Langage: { label: X }\n")
                .Generate()
                .Messages
        );
        Assert.Equal(["languages.yaml(1,1): DP1040"], Languages("en: {}\n", "items: data.rows").Generate().Messages);
        Assert.Equal(
            ["x/a.yaml(1,1): DP1041"],
            Languages("en: {}\n", "source: x/*.yaml", "x/a.yaml")
                .With(
                    "datapackage.yaml",
                    "namespace: Seeded\nkinds:\n  Language: { source: x/*.yaml }\n  Other: { source: x/a.yaml }\n"
                )
                .With("schema/Other.yaml", "")
                .Generate()
                .Messages
        );
    }

    [Theory]
    [InlineData("none", "")]
    [InlineData("featured", "B")]
    [InlineData("all", "A B")]
    public void Accessors_may_be_left_out_or_be_those_of_featured_entities(string accessors, string expected)
    {
        var featured = accessors == "featured" ? ", featured: true" : "";
        var generated = Clean(
            Languages($"a: {{ name: Alpha }}\nb: {{ name: Beta{featured} }}\n", "accessors: " + accessors)
        );
        var properties = generated
            .Call("Languages", "Get", "a")!
            .GetType()
            .Assembly.GetType("Seeded.Languages")!
            .GetProperties()
            .Select(property => property.Name);
        Assert.Equal(expected, string.Join(' ', properties.Where(name => name != "All")));
        Assert.Equal(["a", "b"], Ids(generated));
        Assert.Equal(
            accessors == "all",
            generated.Source("Languages.g.cs").Contains("Alpha", StringComparison.Ordinal)
        );
        Assert.Equal(
            accessors == "featured" ? [] : ["languages.yaml(1,6): DP1002"],
            Languages("a: { featured: true }\n", "accessors: " + accessors).Generate().Messages
        );
    }

    [Fact]
    public void A_kind_with_more_entities_than_accessors_can_be_keeps_its_lookups()
    {
        var generated = Clean(
            new SeedSet()
                .With("schema/Number.yaml", "")
                .With("numbers.yaml", string.Concat(Enumerable.Range(0, 65_001).Select(i => $"n{i}:\n"))),
            "",
            "numbers.yaml(1,1): DP1047"
        );
        Assert.Equal("n65000", generated.Call("Numbers", "Get", "n65000")!.Get("Id"));
        Assert.DoesNotContain("N65000", generated.Source("Numbers.g.cs"), StringComparison.Ordinal);
        Assert.Contains("Numbers has 'All', 'Get' and 'Find'", generated.Texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_of_records_can_be_what_entities_have_of_their_own()
    {
        var generated = Clean(
            new SeedSet()
                .With(
                    "schema/Record.yaml",
                    "properties:\n  idValue: { key: id, type: any }\n  quotes: { key: citations, type: text }\n  csharp: { key: csharpName, type: text }\n"
                )
                .With("records.yaml", "a: { id: { x: 1 }, citations: none, csharpName: not a name }\n")
        );
        Assert.Equal("none", generated.Entity("Records", "A").Get("Quotes"));
        Assert.Equal("not a name", generated.Entity("Records", "A").Get("Csharp"));
    }
}
