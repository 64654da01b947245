namespace DataPackage.Generator.Tests.Model;

/// <summary>What a curator can get wrong in an entity: one message each, at the very place, and no error of the compiler beside it.</summary>
public sealed class SeedErrorTests
{
    [Fact]
    public void A_valid_package_has_no_messages_and_compiles_without_warnings() => Town.Seeds.Run().MustBeClean();

    public static TheoryData<string, string, string, string> OfAnn => new()
    {
        // The mistake, how Ann's seed has it, the rule, a part of the message.
        { "malformed YAML", "name: Ann\nborn: ▸@1975\n", "DP0002", "" },
        { "an unclosed list", "name: Ann\naliases: [a, b▸\n", "DP0002", "" },
        { "an unknown property", "name: Ann\n▸heigth: 170\n", "DP1002", "'heigth'; did you mean 'height'?" },
        { "an unknown property beyond guessing", "name: Ann\n▸zzzzzzzz: 170\n", "DP1002", "Person has no property 'zzzzzzzz'" },
        { "an unknown property in an embedded value", "name: Ann\njobs:\n- title: Miller\n  ▸att: mill\n", "DP1002", "did you mean 'at'?" },
        { "no required property", "▸height: 170\n", "DP1003", "'name'" },
        { "an empty required property", "height: 170\n▸name:\n", "DP1003", "'name'" },
        { "a null for a required property", "▸name: ~\n", "DP1003", "'name'" },
        { "no required property in an embedded value", "name: Ann\njobs:\n  - ▸at: mill\n", "DP1003", "'title'" },
        { "an empty file", "▸", "DP1003", "'name'" },
        { "only a comment", "▸# nothing yet\n", "DP1003", "'name'" },
        { "a list as an entity", "▸- name: Ann\n", "DP1004", "a list" },
        { "a word for a number", "name: Ann\nheight: ▸tall\n", "DP1004", "a whole number" },
        { "a decimal for a whole number", "name: Ann\nheight: ▸1.5\n", "DP1004", "a whole number" },
        { "a number with separators", "name: Ann\nheight: ▸1_70\n", "DP1004", "a whole number" },
        { "a number beyond 64 bits", "name: Ann\nheight: ▸99999999999999999999\n", "DP1004", "a whole number" },
        { "a decimal comma", "name: Ann\nrate: ▸\"1,5\"\n", "DP1004", "a decimal number" },
        { "not a number", "name: Ann\nrate: ▸.nan\n", "DP1004", "a decimal number" },
        { "a yes for a boolean", "name: Ann\nretired: ▸yes\n", "DP1004", "true or false" },
        { "an address without a scheme", "name: Ann\nsite: ▸example.org\n", "DP1004", "http" },
        { "an address of a file", "name: Ann\nsite: ▸file:///etc/passwd\n", "DP1004", "http" },
        { "an address that is a script", "name: Ann\nsite: ▸'javascript:alert(1)'\n", "DP1004", "http" },
        { "a language by its name", "name: Ann\nspeaks: [en, ▸upper_german]\n", "DP1004", "BCP 47" },
        { "a mapping for a text", "name: Ann\nemail: ▸{ a: b }\n", "DP1004", "a text" },
        { "a list for a single value", "name: Ann\nheight: ▸[170]\n", "DP1004", "cardinality" },
        { "a list in a list", "name: Ann\naliases: [a, ▸[b]]\n", "DP1004", "a list" },
        { "nothing in a list", "name: Ann\naliases:\n  - a\n  - ▸~\n", "DP1004", "nothing" },
        { "a text for an embedded value", "name: Ann\njobs: [▸Miller]\n", "DP1004", "a job" },
        { "a mapping for a reference", "name: Ann\nhome: ▸{ id: harbour }\n", "DP1004", "the id of a place" },
        { "an empty mapping of languages", "name: ▸{}\n", "DP1004", "" },
        { "a language that is none", "name: { en: Ann, ▸'?': Anna }\n", "DP1004", "" },
        { "a list for one language", "name: { en: Ann, de: ▸[Anna] }\n", "DP1004", "name.de" },
        { "nothing for one language", "name: { en: Ann, de: ▸~ }\n", "DP1004", "nothing" },
        { "an amount without a currency", "name: Ann\nwage: ▸12.50\n", "DP1004", "an amount" },
        { "an amount that lacks its currency", "name: Ann\nwage: ▸{ amount: 12.50 }\n", "DP1003", "'currency'" },
        { "an amount in words", "name: Ann\nwage: { amount: ▸much, currency: EUR }\n", "DP1004", "a decimal number" },
        { "a currency by its name", "name: Ann\nwage: { amount: 1, currency: ▸euro }\n", "DP1004", "ISO 4217" },
        { "an amount with a third key", "name: Ann\nwage: { amount: 1, currency: EUR, ▸currancy: EUR }\n", "DP1002", "did you mean 'currency'?" },
        { "a month 13", "name: Ann\nborn: 1975-▸13\n", "DP1005", "'1975-13' is not a date in EDTF" },
        { "a day 30 of February", "name: Ann\nborn: 1975-02-▸30\n", "DP1005", "" },
        { "a quoted date at its start", "name: Ann\nborn: ▸\"1975-13\"\n", "DP1005", "" },
        { "a date in words", "name: Ann\nborn: ▸May 1975\n", "DP1005", "" },
        { "a number below the minimum", "name: Ann\nheight: ▸29\n", "DP1006", "at least 30" },
        { "a number above the maximum", "name: Ann\nheight: ▸301\n", "DP1006", "at most 300" },
        { "a decimal above the maximum", "name: Ann\nrate: ▸9.51\n", "DP1006", "at most 9.5" },
        { "an amount below the minimum", "name: Ann\nwage: { amount: ▸-0.01, currency: EUR }\n", "DP1006", "at least 0" },
        { "a text that does not match its pattern", "name: Ann\nemail: ▸ann\n", "DP1006", "pattern" },
        { "a text that matches its pattern in part only", "name: Ann\nemail: ▸\"a@b@c\"\n", "DP1006", "pattern" },
        { "a text that is too long", "name: Ann\nemail: ▸aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@b.org\n", "DP1006", "42 characters" },
        { "an identifier of another form", "name: Ann\nqid: ▸P42\n", "DP1006", "Wikidata" },
        { "an unknown value of an enumeration", "name: Ann\nmood: ▸clam\n", "DP1007", "did you mean 'calm'?" },
        { "another value than the unique one", "name: Ann\nemail: ok@example.org\nhome: ▸harbor\n", "DP2001", "did you mean 'harbour'?" },
        { "an unknown reference in an embedded value", "name: Ann\njobs: [{ title: Miller, at: ▸mil }]\n", "DP2001", "did you mean 'mill'?" },
        { "an unknown reference through an abstract kind", "name: Ann\nemployer: ▸bobb\n", "DP2001", "did you mean 'bob'?" },
        { "a reference beyond guessing", "name: Ann\nhome: ▸somewhere-else\n", "DP2001", "There is no place with the id 'somewhere-else'" },
        { "a reference to another kind", "name: Ann\nhome: ▸mill\n", "DP2002", "'mill' is a company, but 'home' takes a place" },
        { "a quote that is not there", "name: Ann\ncitations: [{ article: gazette, quote: ▸ground the corn }]\n", "DP3001", "'gazette'" },
        { "a quote in other words' case", "name: Ann\ncitations: [{ article: gazette, quote: ▸Ground The Flour }]\n", "DP3001", "" },
        { "an empty quote", "name: Ann\ncitations: [{ article: gazette, quote: ▸'' }]\n", "DP3001", "" },
        { "a quote that is not there after that prefix", "name: Ann\ncitations: [{ article: gazette, quote: ▸saw the boats, prefix: Ann }]\n", "DP3001", "prefix" },
        { "a quote that is there twice", "name: Ann\ncitations: [{ article: gazette, quote: ▸saw the boats }]\n", "DP3002", "2 times" },
        { "an unknown article", "name: Ann\ncitations: [{ article: ▸gazete, quote: flour }]\n", "DP3003", "did you mean 'gazette'?" },
        { "a citation without a quote", "name: Ann\ncitations:\n  - ▸article: gazette\n", "DP1003", "quote" },
        { "a citation with an empty quote", "name: Ann\ncitations:\n  - article: gazette\n    ▸quote:\n", "DP1003", "quote" },
        { "a citation without an article", "name: Ann\ncitations:\n  - ▸quote: flour\n", "DP1003", "article" },
        { "a citation for no property", "name: Ann\ncitations: [{ article: gazette, quote: the flour, for: [▸job] }]\n", "DP1002", "did you mean 'jobs'?" },
        { "a citation with an unknown key", "name: Ann\ncitations: [{ article: gazette, quote: the flour, ▸sufix: at }]\n", "DP1002", "did you mean 'suffix'?" },
        { "a text as citations", "name: Ann\ncitations: ▸gazette\n", "DP1004", "" },
        { "a key twice", "name: Ann\nheight: 170\n▸height: 171\n", "DP0006", "ann.yaml(2,1)" },
        { "a key twice, spelled in another way", "name: Ann\nheight: 170\n▸\"h\\u0065ight\": 171\n", "DP0006", "ann.yaml(2,1)" },
        { "a C# name with a blank", "name: Ann\ncsharpName: ▸Ann Miller\n", "DP4004", "" },
        { "a C# name that is a keyword", "name: Ann\ncsharpName: ▸class\n", "DP4004", "" },
        { "a C# name that the catalog has", "name: Ann\ncsharpName: ▸FindAll\n", "DP4004", "" },
        { "a C# name that every object has", "name: Ann\ncsharpName: ▸GetHashCode\n", "DP4004", "" },
        { "a C# name that another entity has", "name: Ann\ncsharpName: Bob\n", "DP4003", "Persons.Bob" },
        { "an id other than the file's name", "name: Ann\nid: ▸anna\n", "DP4002", "'anna'" },
    };

    [Theory]
    [MemberData(nameof(OfAnn))]
    public void A_mistake_in_an_entity_is_reported_once_at_its_place(string mistake, string seed, string rule, string messagePart)
    {
        Assert.NotEmpty(mistake);
        // Of two entities with one accessor, the second by id is at fault: Bob.
        var seeds = rule == "DP4003" ? Town.Seeds.With("persons/bob.yaml", "▸name: Bob\n") : Town.Seeds;
        seeds.With(Town.AnnPath, seed).Run().MustReport(rule, messagePart);
    }

    public static TheoryData<string, string, string, string, string> OfOthers => new()
    {
        { "an id that is taken", "persons.yaml", "▸ann: { name: Another }\n", "DP4001", "ann.yaml(1,1)" },
        { "an id twice in a list", "places.yaml", "- { id: harbour, name: A }\n- { id: ▸harbour, name: B }\n", "DP4001", "places.yaml(1,9)" },
        { "an id twice in a map", "places.yaml", "harbour: { name: A }\n▸harbour: { name: B }\n", "DP0006", "places.yaml(1,1)" },
        { "an item of a list without an id", "persons.yaml", "- ▸name: Cid\n", "DP1003", "'id'" },
        { "an item of a list that is a text", "persons.yaml", "- ▸cid\n", "DP1004", "" },
        { "an id in capitals", "persons.yaml", "▸Cid Miller: { name: Cid }\n", "DP4002", "did you mean 'cid-miller'?" },
        { "a file whose name is no id", "persons/Cid_Miller.yaml", "▸name: Cid\n", "DP4002", "did you mean 'cid-miller'?" },
        { "a folder that no kind has", "person/cid.yaml", "▸name: Cid\n", "DP1001", "did you mean 'persons'?" },
        { "an accessor twice", "persons/a-nn.yaml", "name: A\ncsharpName: Ann\n", "DP4003", "a-nn.yaml(2,13)" },
        { "a unique value twice", "persons/bob.yaml", "name: Bob\nemail: ▸ann@example.org\n", "DP1008", "ann.yaml(5,8)" },
        { "a text where no article belongs", "persons/cid.txt", "▸Cid was here.\n", "DP0008", "Only articles have a text" },
        { "a front matter where no article belongs", "persons/cid.md", "▸---\nname: Cid\n---\nCid was here.\n", "DP0008", "Only articles have a text" },
        { "an article without front matter", "articles/other.md", "▸Just a text.\n", "DP0008", "between two lines '---'" },
        { "a front matter that is not closed", "articles/other.md", "▸---\ntitle: Other\n", "DP0008", "not closed" },
        { "a text without metadata", "articles/other.txt", "▸Just a text.\n", "DP0008", "other.yaml" },
        { "two texts of one article", "articles/gazette.txt", "▸Another text.\n", "DP4001", "gazette.md(1,1)" },
        { "a quote of an article without a text", "articles/gazette.yaml", "title: The Gazette\n", "DP3004", "'gazette' has no text" },
    };

    [Theory]
    [MemberData(nameof(OfOthers))]
    public void A_mistake_between_seeds_is_reported_once_at_its_place(string mistake, string path, string seed, string rule, string messagePart)
    {
        Assert.NotEmpty(mistake);
        var seeds = (rule, path) switch
        {
            ("DP4003", _) => Town.Seeds.With(Town.AnnPath, "▸" + Town.Ann),
            ("DP3004", _) => Town.Seeds.Without("articles/gazette.md").With(Town.AnnPath, "name: Ann\ncitations: [{ article: gazette, quote: ▸flour }]\n"),
            _ => Town.Seeds,
        };
        seeds.With(path, seed).Run().MustReport(rule, messagePart);
    }

    [Fact]
    public void An_id_that_two_kinds_have_needs_its_kind_where_both_can_stand()
    {
        var seeds = Town.Seeds.With("companies/bob.yaml", "name: Bob and Sons\n");
        seeds.With(Town.AnnPath, "name: Ann\nemployer: ▸bob\n").Run().MustReport("DP2003", "'Company/bob'");
        var run = seeds.With(Town.AnnPath, "name: Ann\nemployer: Company/bob\n").Run().MustBeClean();
        Assert.True((bool)run.Evaluate("Persons.Ann.Employer == (IAgent)Companies.Bob && Companies.Bob.Staff.Single() == Persons.Ann && Persons.Bob.Staff.Count == 0")!);
    }

    [Fact]
    public void Mistakes_do_not_hide_one_another()
    {
        var run = Town.Seeds
            .With(Town.AnnPath, "name: [Ann]\nheight: tall\nborn: 1975-13\nhome: nowhere\n")
            .With("persons/bob.yaml", "name: {\n")
            .With("companies/mill.yaml", "nam: The Mill\n").Run();
        Assert.Equal(
            ["DP0002 persons/bob.yaml(2,1)", "DP1002 companies/mill.yaml(1,1)", "DP1003 companies/mill.yaml(1,1)",
             "DP1004 persons/ann.yaml(1,7)", "DP1004 persons/ann.yaml(2,9)", "DP1005 persons/ann.yaml(3,12)", "DP2001 persons/ann.yaml(4,7)"],
            run.Reports.Order(StringComparer.Ordinal));
        Assert.Empty(run.Complaints);
    }

    [Theory]
    [InlineData("persons/bob.yaml", "name: [Bob\n", "Persons.Bob")]
    [InlineData("persons/bob.yaml", "nmae: Bob\nname: Bob\n", "Persons.Bob")]
    [InlineData("persons/bob.yaml", "height: high\nname: Bob\n", "Persons.Bob")]
    [InlineData("articles/gazette.md", "No front matter.\n", "Articles.Gazette")]
    public void A_seed_at_fault_keeps_its_accessor_so_that_code_that_uses_it_stays_sound(string path, string seed, string accessor)
    {
        var run = (Town.Seeds.With(path, seed) with { Code = $"static class Use {{ static object Of => Sample.{accessor}; }}" }).Run();
        Assert.Single(run.Reports);
        Assert.Empty(run.Complaints);
    }

    [Fact]
    public void References_into_a_file_that_could_not_be_read_are_not_reported_too() =>
        Town.Seeds.With("places.yaml", "harbour: { name: The Harbour ▸\n").Run().MustReport("DP0002");

    [Fact]
    public void Entities_of_a_schema_that_could_not_be_read_are_not_reported_too()
    {
        var run = Town.Seeds.With("schema/Company.yaml", "plural: Companies\nextends: [Agent\n").Run();
        Assert.Equal("DP0002", Assert.Single(run.Result.Diagnostics).Id);
        Assert.Empty(run.Complaints);
    }

    [Fact]
    public void An_entity_without_a_citation_is_reported_where_the_package_asks_for_citations()
    {
        var seeds = Town.Seeds.With("datapackage.yaml", "citations: entity\n").Without("companies/mill.yaml").Without("persons/bob.yaml").Without("places.yaml");
        seeds.With(Town.AnnPath, "▸name: Ann\n").Run().MustReport("DP3005", "'ann'");
        seeds.With(Town.AnnPath, "name: Ann\ncitations: { article: gazette, quote: the flour }\n").Run().MustBeClean();
    }

    [Fact]
    public void Prefix_or_suffix_tell_two_equal_passages_apart()
    {
        static string Cite(string context) => $"name: Ann\ncitations: [{{ article: gazette, quote: saw the boats, {context} }}]\n";
        foreach (var (context, start) in new[] { ("prefix: Bob", 39), ("suffix: \", and\"", 39), ("prefix: then he", 62), ("suffix: again", 62), ("prefix: he, suffix: again.", 62) })
            Assert.Equal(start, Town.Seeds.With(Town.AnnPath, Cite(context)).Run().MustBeClean().Evaluate("Persons.Ann.Citations[0].Start"));
    }

    [Fact]
    public void A_quote_may_differ_from_its_article_in_white_space_quotation_marks_and_dashes()
    {
        var run = Town.Seeds
            .With("articles/gazette.md", "---\ntitle: The Gazette\n---\nShe called it a “fine   day” –\nand left. The cafe\u0301 closed.\n")
            .With(Town.AnnPath, "name: Ann\ncitations:\n- { article: gazette, quote: 'it a \"fine day\" - and left' }\n- { article: gazette, quote: caf\u00e9 closed }\n").Run().MustBeClean();
        Assert.Equal(["it a “fine   day” –\nand left", "café closed"],
            (string[])run.Evaluate("Persons.Ann.Citations.Select(citation => citation.Quote).ToArray()")!);
    }
}
