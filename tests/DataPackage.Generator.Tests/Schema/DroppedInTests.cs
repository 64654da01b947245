namespace DataPackage.Generator.Tests.Schema;

/// <summary>Data as people have them, dropped in without a schema: whatever is valid becomes a typed package, and what
/// is odd is said once.</summary>
public sealed class DroppedInTests
{
    private static SeedSet Seeds(params (string Path, string Text)[] files)
    {
        var seeds = new SeedSet();
        foreach (var (path, text) in files)
            seeds.With(path, text);
        return seeds;
    }

    private static Generated Build(SeedSet seeds, params string[] messages)
    {
        var generated = seeds.Generate();
        Assert.Equal(messages, generated.Messages);
        Assert.Empty(generated.CompilerMessages);
        return generated;
    }

    private static Generated Build((string Path, string Text)[] files, params string[] messages) =>
        Build(Seeds(files), messages);

    private static SeedSet Configured(string kinds, params (string Path, string Text)[] files) =>
        Seeds(files).With("datapackage.yaml", "namespace: Seeded\nkinds:\n  " + kinds + "\n");

    private static IEnumerable<string> Ids(Generated generated, string catalog) =>
        generated.Call(catalog, "All")!.List().Select(entity => (string)entity!.Get("Id")!);

    private static string TypeOf(Generated generated, string kind, string property)
    {
        var type = generated.Compilation.GetTypeByMetadataName($"Seeded.{kind}")!;
        return type.GetMembers(property).OfType<Microsoft.CodeAnalysis.IPropertySymbol>().Single().Type.ToString()!;
    }

    private static IEnumerable<string> PropertiesOf(Generated generated, string kind) =>
        generated
            .Compilation.GetTypeByMetadataName($"Seeded.{kind}")!
            .GetMembers()
            .OfType<Microsoft.CodeAnalysis.IPropertySymbol>()
            .Where(property => property is { IsStatic: false, IsImplicitlyDeclared: false })
            .Select(property => property.Name);

    [Fact]
    public void The_name_of_a_file_is_an_id_as_it_is_written()
    {
        var generated = Build(
            [
                ("products/Alpha_One.yaml", "colour: red\nweight: 3\n"),
                ("products/beta.v2.yaml", "colour: blue\nweight: 4\n"),
                ("products/größe XL.yaml", "colour: green\nweight: 5\n"),
                ("site_config.yaml", "title: Shop\nmenu: [a, b]\n"),
            ],
            "products/Alpha_One.yaml(1,1): DP1050",
            "site_config.yaml(1,1): DP1050"
        );
        Assert.Equal(["Alpha_One", "beta.v2", "größe XL"], Ids(generated, "Products"));
        Assert.Equal("red", generated.Entity("Products", "AlphaOne").Get("Colour"));
        Assert.Equal(4L, generated.Entity("Products", "BetaV2").Get("Weight"));
        Assert.Equal(["site_config"], Ids(generated, "SiteConfig"));
    }

    [Theory]
    [InlineData("Bad_Name", "")]
    [InlineData("Bad_Name", "ids: slugs\n")]
    [InlineData("good-name", "")]
    public void A_kind_whose_schema_a_person_wrote_keeps_slugs_unless_its_schema_lifts_them(string file, string ids)
    {
        var seeds = Seeds(
            ("schema/Ship.yaml", ids + "properties: { name: { type: text } }\n"),
            ($"ships/{file}.yaml", "name: Albatros\n")
        );
        Assert.Equal(file == "good-name" ? [] : [$"ships/{file}.yaml(1,1): DP4002"], seeds.Generate().Messages);
        Build(seeds.With("schema/Ship.yaml", "ids: any\nproperties: { name: { type: text } }\n"));
    }

    [Fact]
    public void Where_names_repeat_in_folders_the_id_is_the_path()
    {
        var generated = Build(
            [
                ("roles/north/index.yaml", "who: a\n"),
                ("roles/south/index.yaml", "who: b\n"),
                ("roles/top.yaml", "who: c"),
            ],
            "roles/north/index.yaml(1,1): DP1050"
        );
        Assert.Equal(["north/index", "south/index", "top"], Ids(generated, "Roles"));
        Assert.Equal("a", generated.Entity("Roles", "NorthIndex").Get("Who"));
    }

    [Fact]
    public void A_value_that_repeats_the_name_of_a_file_is_no_id_of_its_own()
    {
        var generated = Build(
            [("parts/a.yaml", "n: 1\n"), ("parts/more.yaml", "- { id: a, n: 2 }\n- { id: b, n: 3 }\n")],
            "parts/a.yaml(1,1): DP1050"
        );
        Assert.Equal(["a", "more/1", "more/2"], Ids(generated, "Parts"));
        Assert.Equal("a", generated.Call("Parts", "Get", "more/1")!.Get("IdValue"));
    }

    [Fact]
    public void Where_keys_repeat_in_files_the_id_is_the_path_or_what_is_composed()
    {
        (string, string)[] files =
        [
            ("regions/no.yaml", "\"01\": { name: One }\n\"02\": { name: Two }\n"),
            ("regions/se.yaml", "\"01\": { name: Ett }\n"),
        ];
        var generated = Build(
            Configured("Region: { source: regions/*.yaml, items: '.' }", files),
            "regions/no.yaml(1,1): DP1050"
        );
        Assert.Equal(["no/01", "no/02", "se/01"], Ids(generated, "Regions"));
        generated = Build(
            Configured("Region: { source: regions/*.yaml, items: '.', id: '{file}-{key}' }", files),
            "regions/no.yaml(1,1): DP1050"
        );
        Assert.Equal(["no-01", "no-02", "se-01"], Ids(generated, "Regions"));
    }

    [Theory]
    [InlineData("'{folder}/{file}'", "a/x b/x")]
    [InlineData("'{path}'", "a/x b/x")]
    [InlineData("'{code}.{file}'", "1.x 2.x")]
    [InlineData("code", "1 2")]
    [InlineData("[deep, code]", "7 8")]
    public void An_id_is_composed_of_places_and_paths(string id, string expected)
    {
        var generated = Seeds(
                ("things/a/x.yaml", "code: 1\ndeep: { code: 7 }\n"),
                ("things/b/x.yaml", "code: 2\ndeep: { code: 8 }\n")
            )
            .With(
                "datapackage.yaml",
                $"namespace: Seeded\nkinds: {{ Thing: {{ source: things/**/*.yaml, id: {id} }} }}\n"
            )
            .Generate();
        Assert.Empty(generated.Faults);
        Assert.Equal(expected.Split(' '), Ids(generated, "Things"));
    }

    [Theory]
    [InlineData("id", "Name")]
    [InlineData("code", "IdValue Name")]
    public void A_property_that_is_the_id_is_not_a_second_property(string key, string others)
    {
        var generated = Build(
            Configured(
                $"Person: {{ source: people/*.yaml, plural: People, id: {key}, csharpName: name }}",
                ("people/One.yaml", "id: p/1\ncode: c1\nname: Ann\n"),
                ("people/Two.yaml", "id: p/2\ncode: c2\nname: Bob\n")
            ),
            "people/One.yaml(1,1): DP1050"
        );
        var expected = key == "id" ? "Code Name" : others;
        Assert.Equal(expected.Split(' '), PropertiesOf(generated, "Person").Intersect(["IdValue", "Code", "Name"]));
        Assert.Equal(key == "id" ? "p/1" : "c1", generated.Entity("People", "Ann").Get("Id"));
    }

    [Fact]
    public void Records_that_share_no_keys_but_whose_values_are_alike_are_dictionaries()
    {
        var generated = Build(
            [
                (
                    "forms.yaml",
                    """
                    contact:
                      fields:
                        mail: { label: Mail, type: email, required: true }
                        phone: { label: Phone, type: phone, max: 20 }
                        note: { label: Note, rows: 4 }
                    order:
                      fields:
                        street: { label: Street, type: text }
                        town: { label: Town, type: text, hint: "No box" }
                        zip: { label: Zip, pattern: "[0-9]+" }
                    """
                ),
            ],
            "forms.yaml(1,1): DP1050"
        );
        Assert.Equal(
            "System.Collections.Generic.IReadOnlyDictionary<string, Seeded.FormField>",
            TypeOf(generated, "Form", "Fields")
        );
        Assert.Equal(
            ["Hint", "Label", "Max", "Pattern", "Required", "Rows", "Type"],
            PropertiesOf(generated, "FormField").Order()
        );
    }

    [Fact]
    public void A_flat_file_of_very_many_texts_is_a_kind_with_one_value()
    {
        var lines = Enumerable.Range(0, 1200).Select(i => $"page{i % 40}.title.k{i}: Text {i}\n");
        var generated = Build([("messages.yaml", string.Concat(lines))], "messages.yaml(1,1): DP1050");
        Assert.Equal(1200, Ids(generated, "Messages").Count());
        Assert.Equal("Text 7", generated.Call("Messages", "Get", "page7.title.k7")!.Get("Value"));
        Assert.Equal("Text 7", generated.Entity("Messages", "Page7TitleK7").Get("Value"));
    }

    [Fact]
    public void Files_of_very_many_texts_each_are_entities_with_a_dictionary()
    {
        string Texts(string language) =>
            string.Concat(Enumerable.Range(0, 120).Select(i => $"page.{i}: {language} {i}\n"));
        var generated = Build(
            [("texts/de.yaml", Texts("Text")), ("texts/fr.yaml", Texts("texte"))],
            "texts/de.yaml(1,1): DP1050"
        );
        Assert.Equal(["de", "fr"], Ids(generated, "Texts"));
        var entries = (IReadOnlyDictionary<string, string>)generated.Entity("Texts", "Fr").Get("Entries")!;
        Assert.Equal("texte 7", entries["page.7"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Board: { source: boards.yaml, items: '.' }")]
    public void A_mapping_of_lists_is_entities_with_a_list(string kinds)
    {
        const string boards =
            "north:\n- { name: Ann, rank: 1 }\n- { name: Bob, rank: 2 }\n"
            + "south:\n- { name: Cid, rank: 1, title: Chair }\neast:\n- { name: Dee, rank: 1 }\n";
        var seeds = kinds.Length == 0 ? Seeds(("boards.yaml", boards)) : Configured(kinds, ("boards.yaml", boards));
        var generated = Build(seeds, "boards.yaml(1,1): DP1050");
        Assert.Equal(["east", "north", "south"], Ids(generated, "Boards"));
        Assert.Equal("Bob", generated.Entity("Boards", "North").List("Items")[1].Get("Name"));
    }

    [Fact]
    public void Sections_of_a_file_that_have_nothing_in_common_are_one_record()
    {
        var generated = Build(
            [("export.json.yaml", "data:\n- { a: 1, b: 2 }\n- { a: 3, b: 4 }\nlinks:\n- { href: x, rel: y }\n")],
            "export.json.yaml(1,1): DP1050"
        );
        Assert.Equal(
            "System.Collections.Generic.IReadOnlyList<Seeded.ExportJsonEntryLink>",
            TypeOf(generated, "ExportJsonEntry", "Links")
        );
    }

    [Fact]
    public void Several_configured_kinds_may_live_in_one_file()
    {
        var generated = Build(
            Configured(
                "Customer: { source: shop.yaml, items: customers }\n"
                    + "  Order: { source: shop.yaml, items: orders, references: { buyer: Customer } }",
                (
                    "shop.yaml",
                    "customers:\n  anna: { city: Ulm }\n  bert: { city: Bonn }\n"
                        + "orders:\n  o-1: { buyer: anna, total: 3 }\n  o-2: { buyer: bert, total: 4 }\n"
                )
            ),
            "shop.yaml(1,1): DP1050",
            "shop.yaml(1,1): DP1050"
        );
        Assert.Equal("Bonn", generated.Entity("Orders", "O2").Get("Buyer")!.Get("City"));
    }

    [Fact]
    public void Two_kinds_cannot_take_the_same_records()
    {
        var generated = Configured(
                "Customer: { source: shop.yaml, items: customers }\n  Buyer: { source: shop.yaml, items: customers }",
                ("shop.yaml", "customers:\n  anna: { city: Ulm }\n")
            )
            .Generate();
        Assert.Contains("shop.yaml(1,1): DP1041", generated.Messages);
    }

    [Fact]
    public void What_would_need_too_many_kinds_is_read_as_it_is_and_said_once()
    {
        var rules = Enumerable
            .Range(0, 1100)
            .Select(i => $"r{i}: {{ check: {{ sel{i}: {{ k{i}: [a, b], op: x }} }} }}\n");
        var generated = Build([("rules.yaml", string.Concat(rules))], "rules.yaml(1,1): DP1050");
        Assert.InRange(generated.Sources.Count, 1, 40);
    }

    [Fact]
    public void The_path_of_what_is_too_irregular_is_named()
    {
        // Each key has a record of its own form in most of the few records.
        var shapes = string.Concat(
            Enumerable.Range(0, 200).Select(i => $"    s{i}: {{ k{i}: 1, l{i}: {{ m{i}: 2 }} }}\n")
        );
        var generated = Seeds(("rules.yaml", $"a:\n  name: x\n  odd:\n{shapes}b:\n  name: y\n  odd:\n{shapes}"))
            .Generate();
        Assert.Equal(["rules.yaml(1,1): DP1050", "rules.yaml(1,1): DP1052"], generated.Messages);
        Assert.Contains(generated.Texts, text => text.Contains("'odd' of Rule", StringComparison.Ordinal));
        Assert.Equal("DataPackage.Runtime.AnyValue", TypeOf(generated, "Rule", "Odd").TrimEnd('?'));
    }

    [Fact]
    public void Lists_of_texts_and_of_lists_single_texts_and_nothing_have_a_type_or_are_listed()
    {
        var generated = Build(
            [
                ("colours.yaml", "- red\n- green\n"),
                ("drafts.yaml", "# later\n"),
                ("empties.yaml", ""),
                ("goods.yaml", "- { id: a, x: 1 }\n- { id: b, x: 2 }\n"),
                ("mottos.yaml", "a word\n"),
                ("points.yaml", "- [1, 2]\n- [3, 4]\n"),
            ],
            "colours.yaml(1,1): DP1050",
            "drafts.yaml(1,1): DP1051",
            "goods.yaml(1,1): DP1050",
            "mottos.yaml(1,1): DP1050",
            "points.yaml(1,1): DP1050"
        );
        Assert.Equal("red", generated.Entity("Colours", "Red").Get("Value"));
        Assert.Equal([3L, 4L], generated.Call("Points", "Get", "2")!.List("Items"));
        Assert.Equal("a word", generated.Call("Mottos", "Get", "mottos")!.Get("Value"));
        Assert.Contains(
            generated.Texts,
            text => text.StartsWith("2 files below the folder of the seeds are not read", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Very_many_kinds_are_no_mistakes()
    {
        var seeds = new SeedSet();
        for (var i = 0; i < 150; i++)
            seeds.With($"f{i}.yaml", $"n: {i}\n");
        var generated = seeds.Generate();
        Assert.Equal(150, generated.Messages.Count);
        Assert.All(generated.Messages, message => Assert.EndsWith("DP1050", message, StringComparison.Ordinal));
    }

    [Fact]
    public void More_files_than_there_can_be_kinds_are_one_error_that_says_what_to_do()
    {
        var seeds = new SeedSet();
        for (var i = 0; i <= 1000; i++)
            seeds.With($"f{i:D4}.yaml", $"n: {i}\n");
        var generated = seeds.Generate();
        Assert.Contains("f1000.yaml(1,1): DP0003", generated.Messages);
        Assert.Contains(
            "put files of one kind into a folder",
            Assert.Single(generated.Errors),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_few_values_that_are_no_records_spoil_nothing()
    {
        var records = string.Concat(Enumerable.Range(0, 20).Select(i => $"t{i}: {{ n: {i}, name: T{i} }}\n"));
        var generated = Build([("towns.yaml", "_comment: from the office\n" + records)], "towns.yaml(1,1): DP1050");
        Assert.Equal(21, Ids(generated, "Towns").Count());
        Assert.Equal(7L, generated.Entity("Towns", "T7").Get("N"));
        Assert.Equal("from the office", generated.Call("Towns", "Get", "_comment")!.Get("Value"));
    }

    [Fact]
    public void Texts_by_language_are_localized_and_found_by_any_of_them()
    {
        var generated = Build(
            [
                (
                    "peaks.yaml",
                    "a: { name: { de: Großglockner, it: Monte Glocknero } }\nb: { name: { de: Ortler, it: Ortles } }\n"
                ),
            ],
            "peaks.yaml(1,1): DP1050"
        );
        Assert.Equal("DataPackage.Runtime.LocalizedText?", TypeOf(generated, "Peak", "Name").TrimEnd('?') + "?");
        Assert.Equal("b", generated.Call("Peaks", "Find", "Ortles")!.Get("Id"));
    }

    [Theory]
    [InlineData("{ de: Eins, fr: ~ }")]
    [InlineData("{ de: 1, fr: 2 }")]
    [InlineData("{ pt_BR: Um, en_US: One }")]
    public void What_a_localized_text_cannot_hold_stays_a_dictionary(string value)
    {
        var generated = Build(
            [("words.yaml", $"a: {{ name: {value} }}\nb: {{ name: {value} }}\n")],
            "words.yaml(1,1): DP1050"
        );
        Assert.Contains("IReadOnlyDictionary<string, ", TypeOf(generated, "Word", "Name"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("any", "DataPackage.Runtime.AnyValue")]
    [InlineData("map", "System.Collections.Generic.IReadOnlyDictionary<string, long>")]
    public void The_configuration_can_say_what_a_path_is(string type, string expected)
    {
        var generated = Build(
            Configured(
                $"Rule: {{ types: {{ detection: {type} }} }}",
                ("rules.yaml", "a: { detection: { x: 1, y: 2 } }\nb: { detection: { x: 3, y: 4 } }\n")
            ),
            "rules.yaml(1,1): DP1050"
        );
        Assert.Equal(expected, TypeOf(generated, "Rule", "Detection").TrimEnd('?'));
    }

    [Theory]
    [InlineData("types: { detektion: any }", "(3,20): DP1049", "'detection'")]
    [InlineData("types: { detection: anny }", "(3,31): DP1012", "'any'")]
    [InlineData("id: skuu", "(3,15): DP1049", "'sku'")]
    [InlineData("lists: { tag: ';' }", "(3,20): DP1049", "'tags'")]
    [InlineData("csharpName: '{nam}'", "(3,23): DP1049", "'name'")]
    public void What_the_configuration_says_wrongly_is_one_error_at_its_line(string stated, string place, string near)
    {
        var records = string.Concat(
            Enumerable.Range(0, 40).Select(i => $"- {{ sku: s{i}, name: N{i}, tags: a;b, detection: {{ x: 1 }} }}\n")
        );
        var generated = Configured($"Rule: {{ {stated} }}", ("rules.yaml", records)).Generate();
        var faults = generated.Faults;
        Assert.Contains(near, Assert.Single(faults), StringComparison.Ordinal);
        Assert.Contains("datapackage.yaml" + place, generated.Messages);
        Assert.Empty(generated.CompilerMessages);
    }

    [Theory]
    [InlineData("source: portz.yaml", "(3,19): DP1010", "'ports.yaml'")]
    [InlineData("source: ports.yaml, items: zzz", "(3,38): DP1040", "'zzz'")]
    public void A_source_that_names_no_file_or_no_records_is_one_error_there(string stated, string place, string part)
    {
        var generated = Configured($"Port: {{ {stated} }}", ("ports.yaml", "q: [{ n: 1 }]\n")).Generate();
        Assert.Contains(part, Assert.Single(generated.Faults), StringComparison.Ordinal);
        Assert.Contains("datapackage.yaml" + place, generated.Messages);
        Assert.Empty(generated.CompilerMessages);
    }

    [Fact]
    public void The_configuration_says_what_separates_the_items_of_a_text()
    {
        var generated = Build(
            Configured(
                "Port: { source: ports.csv, lists: { berths: ';' } }",
                ("ports.csv", "id,berths\nrostock,a; b;c\nkiel,\n")
            ),
            "ports.csv(1,1): DP1050"
        );
        Assert.Equal(["a", "b", "c"], generated.Entity("Ports", "Rostock").List("Berths"));
        Assert.Empty(generated.Entity("Ports", "Kiel").List("Berths"));
    }

    [Fact]
    public void A_record_without_the_value_that_names_it_is_a_warning_that_says_its_accessor()
    {
        var generated = Configured(
                "Peak: { csharpName: name }",
                ("peaks.yaml", "a: { name: { de: Zugspitze, en: Top } }\nb-2: { height: 3 }\n")
            )
            .Generate();
        Assert.Equal(["peaks.yaml(1,1): DP1050", "peaks.yaml(2,1): DP1048"], generated.Messages);
        Assert.Contains("Peaks.B2", Assert.Single(generated.Faults), StringComparison.Ordinal);
        Assert.NotNull(generated.Entity("Peaks", "Top"));
    }

    [Fact]
    public void Front_matter_and_the_text_after_it_are_a_record()
    {
        var generated = Build(
            [
                ("products/alpha.md", "---\ntitle: Alpha\nreleased: 2020-01-02\n---\nText of *alpha*.\n"),
                ("products/deep/index.md", "---\ntitle: Beta\nreleased: 2021-01-02\n---\n\nText of beta.\n\nMore.\n"),
                ("notes/a.txt", "---\nby: Ann\n---\nA note.\n"),
            ],
            "notes/a.txt(1,1): DP1050",
            "products/alpha.md(1,1): DP1050"
        );
        Assert.Equal("Text of *alpha*.", generated.Entity("Products", "Alpha").Get("Body"));
        Assert.Equal("2021-01-02", generated.Entity("Products", "Index").Get("Released")!.ToString());
        Assert.Equal("Text of beta.\n\nMore.", generated.Entity("Products", "Index").Get("Body"));
        Assert.Equal("A note.", generated.Entity("Notes", "A").Get("Body"));
    }

    [Fact]
    public void A_front_matter_that_is_not_closed_is_an_error_where_its_folder_has_a_kind()
    {
        var generated = Seeds(
                ("products/alpha.md", "---\ntitle: Alpha\n---\nText.\n"),
                ("products/beta.md", "---\ntitle: Beta\n\nText.\n")
            )
            .Generate();
        Assert.Contains("products/beta.md(1,1): DP0008", generated.Messages);
    }

    [Fact]
    public void Files_that_no_kind_takes_are_left_alone_or_listed_once()
    {
        var seeds = Configured(
            "Region: { source: 'regions/??.yaml' }",
            ("CHANGELOG.md", "# c\n"),
            ("LICENSE.txt", "MIT\n"),
            ("notes.txt", "n\n"),
            ("regions/CHANGELOG.md", "# Changes\n"),
            ("regions/METHODS.yml", "x: 1\n"),
            ("regions/VERSION.txt", "1.0\n"),
            ("regions/aa.yaml", "name: Aa\n"),
            ("regions/bb.yaml", "name: Bb\n")
        );
        var generated = Build(seeds, "regions/METHODS.yml(1,1): DP1051", "regions/aa.yaml(1,1): DP1050");
        Assert.Contains(
            generated.Texts,
            text => text.Contains("'regions/METHODS.yml', 'notes.txt'", StringComparison.Ordinal)
        );
        seeds.With(
            "datapackage.yaml",
            "namespace: Seeded\nexclude: [notes.txt, regions/METHODS.*]\n"
                + "kinds: { Region: { source: 'regions/??.yaml' } }\n"
        );
        Build(seeds, "regions/aa.yaml(1,1): DP1050");
    }

    [Theory]
    [InlineData("drafts", "drafts/a.yaml")]
    [InlineData("drafts/", "drafts/deep/a.yaml")]
    [InlineData("'*.bak.yaml'", "things/x.bak.yaml")]
    [InlineData("things/**/old", "things/b/old/x.yaml")]
    public void Patterns_exclude_files_and_folders(string pattern, string path) =>
        Build(
            Seeds((path, "a: { b"), ("things/x.yaml", "n: 1\n"))
                .With("datapackage.yaml", $"namespace: Seeded\nexclude: {pattern}\n"),
            "things/x.yaml(1,1): DP1050"
        );

    [Fact]
    public void A_pattern_that_can_exclude_nothing_is_an_error_at_its_place()
    {
        var generated = Seeds(("things/x.yaml", "n: 1\n"))
            .With("datapackage.yaml", "namespace: Seeded\nexclude: [/things]\n")
            .Generate();
        Assert.Contains("datapackage.yaml(2,11): DP1010", generated.Messages);
    }
}
