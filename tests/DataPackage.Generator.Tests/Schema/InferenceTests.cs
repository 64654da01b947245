using DataPackage.Engine.Schema.Inference;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Runtime;

namespace DataPackage.Generator.Tests.Schema;

public sealed class InferenceTests
{
    private static readonly Dictionary<string, (string Path, string Text)> Samples = new()
    {
        ["legislators"] = (
            "legislators.yaml",
            """
            - id: { bioguide: B000944, govtrack: 400050, fec: [H2OH13033, S6OH00163] }
              name: { first: Sherrod, last: Brown, official_full: Sherrod Brown }
              bio: { gender: M, birthday: "1952-11-09" }
              terms:
                - { type: rep, start: 1993-01-05, end: 1995-01-03, district: 13, url: http://example.org/ }
                - { type: sen, start: 2007-01-04, end: 2013-01-03, class: 1 }
            - id: { bioguide: C000127, govtrack: 300018, fec: [] }
              name: { first: Maria, middle: E., last: Cantwell, official_full: Maria Cantwell }
              bio: { gender: F, birthday: "1958-10-13" }
              terms:
                - { type: rep, start: 1993-01-05, end: 1995-01-03, district: 1 }
            """
        ),
        ["languages"] = (
            "languages.yaml",
            """
            C++: { type: programming, extensions: [".cpp", ".h"], color: "#f34b7d", language_id: 43, "@aliases": cpp }
            1C Enterprise: { type: programming, extensions: [".bsl"], color: "#814CCC", language_id: 0, wrap: true }
            F*: { type: data, extensions: [], language_id: 336943375, wrap: false }
            """
        ),
        ["countries"] = (
            "countries.yml",
            """
            - {name: {common: France, official: French Republic, native: {fra: {official: République française, common: France}}}, cca2: FR, independent: true, status: officially-assigned, currencies: {EUR: {name: Euro, symbol: €}}, idd: {root: "+3", suffixes: ["3"]}, latlng: [46, 2], borders: [BEL, DEU], area: 551695, translations: {deu: {official: Französische Republik, common: Frankreich}, ita: {official: Repubblica francese, common: Francia}}, callingCodes: null}
            - {name: {common: Malta, official: Republic of Malta, native: {eng: {official: Republic of Malta, common: Malta}, mlt: {official: Repubblika ta ' Malta, common: Malta}}}, cca2: MT, independent: true, status: officially-assigned, currencies: {EUR: {name: Euro, symbol: €}}, idd: {root: "+3", suffixes: ["56"]}, latlng: [35.83, 14.58], borders: [], area: 316, translations: {deu: {official: Republik Malta, common: Malta}}, callingCodes: null}
            - {name: {common: Norway, official: Kingdom of Norway, native: {nno: {official: Kongeriket Noreg, common: Noreg}}}, cca2: "NO", independent: true, status: officially-assigned, currencies: {NOK: {name: krone, symbol: kr}}, idd: {root: "+4", suffixes: ["7"]}, latlng: [62, 10], area: 323802.5, translations: {deu: {official: Königreich Norwegen, common: Norwegen}}, callingCodes: null}
            """
        ),
    };

    [Fact]
    public void A_list_of_people_with_nested_terms_of_office()
    {
        AssertInferred(
            "legislators",
            """
            schema/Legislator.yaml
            plural: Legislators
            properties:
              idValue: { key: id, range: LegislatorId, required: true }
              name: { range: LegislatorName, required: true }
              bio: { range: LegislatorBio, required: true }
              terms: { cardinality: many, range: LegislatorTerm }
            schema/LegislatorId.yaml
            embedded: true
            properties:
              bioguide: { type: text, required: true }
              govtrack: { type: integer, required: true }
              fec: { cardinality: many, type: text }
            schema/LegislatorName.yaml
            embedded: true
            properties:
              first: { type: text, required: true }
              last: { type: text, required: true }
              officialFull: { key: official_full, type: text, required: true }
              middle: { type: text }
            schema/LegislatorBio.yaml
            embedded: true
            properties:
              gender: { type: text, required: true }
              birthday: { type: date, required: true }
            schema/LegislatorTerm.yaml
            embedded: true
            properties:
              type: { type: text, required: true }
              start: { type: date, required: true }
              end: { type: date, required: true }
              district: { type: integer }
              url: { type: url }
              class: { type: text }
            """
        );
    }

    [Fact]
    public void A_map_of_languages_with_odd_keys()
    {
        AssertInferred(
            "languages",
            """
            schema/Language.yaml
            plural: Languages
            properties:
              type: { type: text, required: true }
              extensions: { cardinality: many, type: text }
              color: { type: text }
              languageId: { key: language_id, type: integer, required: true }
              aliases: { key: "@aliases", type: text }
              wrap: { type: boolean }
            """
        );
    }

    [Fact]
    public void Countries_with_names_in_many_languages_refer_to_each_other_by_code()
    {
        AssertInferred(
            "countries",
            """
            schema/Country.yaml
            plural: Countries
            properties:
              name: { range: CountryName, required: true }
              cca2: { type: text, required: true }
              independent: { type: boolean, required: true }
              status: { type: text, required: true }
              currencies: { cardinality: map, range: CountryCurrency }
              idd: { range: CountryIdd, required: true }
              latlng: { cardinality: many, type: decimal }
              borders: { cardinality: many, type: text, nullable: true }
              area: { type: decimal, required: true }
              translations: { cardinality: map, range: CountryTranslation }
              callingCodes: { type: text }
            schema/CountryName.yaml
            embedded: true
            properties:
              common: { type: text, required: true }
              official: { type: text, required: true }
              native: { cardinality: map, range: CountryNameNative }
            schema/CountryNameNative.yaml
            embedded: true
            properties:
              official: { type: text, required: true }
              common: { type: text, required: true }
            schema/CountryCurrency.yaml
            embedded: true
            properties:
              name: { type: text, required: true }
              symbol: { type: text, required: true }
            schema/CountryIdd.yaml
            embedded: true
            properties:
              root: { type: text, required: true }
              suffixes: { cardinality: many, type: text }
            schema/CountryTranslation.yaml
            embedded: true
            properties:
              official: { type: text, required: true }
              common: { type: text, required: true }
            """
        );
    }

    [Theory]
    [InlineData("legislators")]
    [InlineData("languages")]
    [InlineData("countries")]
    public void Code_that_compiles_comes_of_it(string sample)
    {
        var generated = new SeedSet().With(Samples[sample].Path, Samples[sample].Text).Generate();
        Assert.Empty(generated.CompilerMessages);
        // For lists without ids, their absence is reported.
        Assert.Equal(
            [$"{Samples[sample].Path}(1,1): DP1050"],
            generated.Messages.Where(message => !message.EndsWith("DP1042", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("legislators")]
    [InlineData("languages")]
    [InlineData("countries")]
    public void The_pinned_schema_gives_the_very_same_code(string sample)
    {
        var seeds = new SeedSet().With(Samples[sample].Path, Samples[sample].Text);
        var inferred = seeds.Generate();
        foreach (var schema in Inferred.Of([Samples[sample]]))
            seeds.With(schema.Path, schema.Text);

        var pinned = seeds.Generate();

        Assert.DoesNotContain(pinned.Messages, message => message.Contains("DP1050", StringComparison.Ordinal));
        Assert.Equal(
            inferred.Sources.Select(source => (source.HintName, source.SourceText.ToString())),
            pinned.Sources.Select(source => (source.HintName, source.SourceText.ToString()))
        );
    }

    [Fact]
    public void Seeds_without_a_schema_are_typed_from_the_first_build()
    {
        var generated = new SeedSet()
            .With(
                "cities.yaml",
                """
                - { id: oslo, name: Oslo, population: 709037, mayor: { name: Anne Lindboe, since: 2023-10-25 }, twins: [vilnius] }
                - { id: vilnius, name: Vilnius, population: 602430, mayor: { name: Valdas Benkunskas, since: 2023-04-22 }, twins: [] }
                """
            )
            .Generate();
        Assert.Empty(generated.CompilerMessages);
        Assert.Equal(["cities.yaml(1,1): DP1050"], generated.Messages);
        var oslo = generated.Entity("Cities", "Oslo");
        Assert.Equal(709037L, oslo.Get("Population"));
        Assert.Equal("2023-10-25", oslo.Get("Mayor")!.Get("Since")!.ToString());
        Assert.Equal(["vilnius"], oslo.List("Twins"));
    }

    [Theory]
    [InlineData("[{ article: day, quote: ship is green, for: hue }]")]
    [InlineData("{ article: day, quote: ship is green }")]
    [InlineData("[{ article: day, quote: ship is blue }]", "ships/tern.yaml(3,36): DP3001")]
    [InlineData(
        "[{ article: day, qoute: ship is green }]",
        "ships/tern.yaml(3,13): DP1003",
        "ships/tern.yaml(3,29): DP1002"
    )]
    [InlineData("by hand", "ships/tern.yaml(3,12): DP1004")]
    public void Citations_are_checked_without_a_schema_where_the_package_asks_for_them(
        string citations,
        params string[] messages
    )
    {
        var generated = new SeedSet()
            .With("datapackage.yaml", "namespace: Seeded\ncitations: entity\n")
            .With("articles/day.md", "---\ntitle: Day\n---\nThe ship is green.\n")
            .With("ships/gull.yaml", "name: Gull\nhue: red\ncitations: { article: day, quote: is green }\n")
            .With("ships/tern.yaml", $"name: Tern\nhue: green\ncitations: {citations}\n")
            .Generate();

        Assert.Equal([.. messages.Prepend("ships/gull.yaml(1,1): DP1050")], generated.Messages);
        Assert.Equal("is green", ((Citation)generated.Entity("Ships", "Gull").List("Citations")[0]!).Quote);
    }

    [Theory]
    [InlineData("citations: [Smith 2001, Jones 2003]", "CitationsValue")]
    [InlineData("citations: [{ article: Wired, quote: Great }]", "CitationsValue")]
    [InlineData("citations: { article: Artikel, quote: Zitat }", "CitationsValue")]
    [InlineData("csharpName: List<T>", "CsharpNameValue")]
    [InlineData("formerIds: [1, 2]", "FormerIdsValue")]
    public void Elsewhere_what_others_call_so_is_data(string line, string property)
    {
        var generated = new SeedSet()
            .With("papers/tern.yaml", $"name: Tern\n{line}\n")
            .With("papers/gull.yaml", $"name: Gull\n{line}\n")
            .Generate();

        Assert.Empty(generated.Errors);
        Assert.NotNull(generated.Entity("Papers", "Tern").Get(property));
    }

    private static void AssertInferred(string sample, string expected)
    {
        var seed = Samples[sample];
        var document = SeedReader.Read(seed.Path, seed.Path, seed.Text, default);
        Assert.Empty(document.Diagnostics);
        var declared = new PackageSchema(PackageFacts.Default, default);
        var inferred = InferredSchemas.Of([.. InferredSchemas.ShapesOf(document, declared)], declared, default);
        Assert.Equal(
            expected.ReplaceLineEndings("\n"),
            string.Concat(inferred.Value.Select(schema => schema.Path + "\n" + schema.Text)).TrimEnd('\n')
        );
    }
}
