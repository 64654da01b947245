using System.Text.Json;
using System.Text.Json.Nodes;
using DataPackage.Runtime;

namespace DataPackage.Generator.Tests.Emission;

/// <summary>The converters generated for a schema, on values that the shipped data do not have.</summary>
public class JsonEmissionTests
{
    private static readonly JsonSerializerOptions Whole = new() { Converters = { new JsonWholeEntityConverter() } };

    /// <summary>Each type required, optional, in lists, and within an embedded value.</summary>
    private static SeedSet EveryType() =>
        new SeedSet()
            .With(
                "schema/Part.yaml",
                "embedded: true\nproperties:\n  size: { type: enum, values: [small, extra-large], required: true }\n  sizes: { type: enum, values: [small, large], cardinality: many }\n  price: { type: money }\n  kind: { type: text }\n  of: { range: Sample }"
            )
            .With(
                "schema/Sample.yaml",
                """
                properties:
                  text: { type: text, required: true }
                  maybeText: { type: text }
                  texts: { type: text, cardinality: many }
                  title: { type: text, localized: true }
                  titles: { type: text, localized: true, cardinality: many }
                  markdown: { type: markdown }
                  integer: { type: integer, required: true }
                  maybeInteger: { type: integer }
                  integers: { type: integer, cardinality: many }
                  decimal: { type: decimal, required: true }
                  maybeDecimal: { type: decimal }
                  decimals: { type: decimal, cardinality: many }
                  boolean: { type: boolean, required: true }
                  maybeBoolean: { type: boolean }
                  booleans: { type: boolean, cardinality: many }
                  date: { type: date }
                  dates: { type: date, cardinality: many }
                  url: { type: url }
                  urls: { type: url, cardinality: many }
                  money: { type: money }
                  monies: { type: money, cardinality: many }
                  language: { type: language }
                  code: { type: identifier, format: qid }
                  color: { type: enum, required: true, values: [red, dark-blue] }
                  maybeColor: { type: enum, values: [red, dark-blue] }
                  colors: { type: enum, cardinality: many, values: [red, dark-blue] }
                  other: { range: Sample }
                  others: { range: Sample, cardinality: many }
                  part: { range: Part }
                  parts: { range: Part, cardinality: many }
                """
            )
            .With(
                "samples/full.yaml",
                """
                text: "\"quoted\" \\ and\nbroken, \u0001, \u00e4, \ud83d\ude00"
                maybeText: ""
                texts: [a, b]
                title: { en: Title, de: Titel, de-AT: Titl }
                titles: [{ de: Nur deutsch }, One]
                markdown: "*x*"
                integer: -9223372036854775808
                maybeInteger: 9223372036854775807
                integers: [0, -1]
                decimal: 79228162514264337593543950335
                maybeDecimal: 1.10
                decimals: [0.0000000000000000000000000001, -2]
                boolean: false
                maybeBoolean: true
                booleans: [true, false]
                date: 1985-04~/..
                dates: ["[1975,1976]", "-0044"]
                url: https://example.org/a%20b?c=%C3%A4
                urls: [https://example.org/]
                money: 12.50 EUR
                monies: [{ amount: -1, currency: JPY }]
                language: pt-BR
                code: Q42
                color: dark-blue
                maybeColor: red
                colors: [dark-blue, red]
                other: full
                others: [bare, full]
                part: { size: extra-large, sizes: [large, small], price: 1.00 CHF, kind: a part, of: bare }
                parts: [{ size: small }]
                """
            )
            .With("samples/bare.yaml", "text: x\ninteger: 0\ndecimal: 0\nboolean: true\ncolor: red");

    [Theory]
    [InlineData("Full")]
    [InlineData("Bare")]
    public void Values_of_every_type_come_back_equal_from_a_whole_entity(string accessor)
    {
        var generated = EveryType().Generate();
        Assert.Empty(generated.Messages);
        Assert.Empty(generated.CompilerMessages);
        var entity = generated.Entity("Samples", accessor);
        var json = JsonSerializer.SerializeToNode(entity, entity.GetType(), Whole)!;

        Assert.Same(entity, json.Deserialize(entity.GetType(), Whole));
        json["id"] = "another";
        var another = json.Deserialize(entity.GetType(), Whole)!;
        Assert.Equal(json.ToJsonString(), JsonSerializer.Serialize(another, entity.GetType(), Whole));
        foreach (
            var property in entity
                .GetType()
                .GetProperties()
                .Where(property => property.CanWrite && property.Name is not "Id")
        )
            Assert.Equal(property.GetValue(entity), property.GetValue(another));
    }

    [Fact]
    public void Values_are_written_as_a_reader_of_JSON_expects_them()
    {
        var json = Json(EveryType().Generate().Entity("Samples", "Full"), Whole);

        Assert.Equal("1.10", json["maybeDecimal"]!.ToJsonString());
        Assert.Equal("79228162514264337593543950335", json["decimal"]!.ToJsonString());
        Assert.Equal("9223372036854775807", json["maybeInteger"]!.ToJsonString());
        Assert.Equal("""{"amount":12.50,"currency":"EUR"}""", json["money"]!.ToJsonString());
        Assert.Equal("""{"en":"Title","de":"Titel","de-AT":"Titl"}""", json["title"]!.ToJsonString());
        Assert.Equal("dark-blue", (string?)json["color"]);
        Assert.Equal("full", (string?)json["other"]);
        Assert.Equal("1985-04~/..", (string?)json["date"]);
        Assert.Equal("https://example.org/a%20b?c=%C3%A4", (string?)json["url"]);
        Assert.Equal(
            """{"size":"extra-large","sizes":["large","small"],"price":{"amount":1.00,"currency":"CHF"},"kind":"a part","of":"bare"}""",
            json["part"]!.ToJsonString()
        );
        Assert.Equal("", (string?)json["maybeText"]);
    }

    [Fact]
    public void An_amount_of_money_is_read_from_its_text_too() =>
        Assert.Equal(Money.Parse("12.50 EUR"), JsonSerializer.Deserialize<Money>("\"12.50 EUR\""));

    [Theory]
    [InlineData("{\"amount\":1}", "'currency' is missing, which an amount of money must have.")]
    [InlineData(
        "{\"amount\":\"1\",\"currency\":\"EUR\"}",
        "amount: Expected a number within the range of decimal, not \"1\"."
    )]
    [InlineData(
        "{\"amount\":1,\"currency\":\"euro\"}",
        "'euro' is not an ISO 4217 currency code: three letters A to Z. (Parameter 'currency')"
    )]
    [InlineData("\"1 euro\"", "'1 euro' is not an amount of money such as '1234.50 EUR'.")]
    public void What_is_no_amount_of_money_is_refused(string json, string message) =>
        Assert.Equal(message, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Money>(json)).Message);

    [Theory]
    [InlineData("integer", "1.5", "integer: Expected a whole number of 64 bits, not 1.5.")]
    [InlineData(
        "integer",
        "9223372036854775808",
        "integer: Expected a whole number of 64 bits, not 9223372036854775808."
    )]
    [InlineData("decimal", "1e99", "decimal: Expected a number within the range of decimal, not 1e99.")]
    [InlineData("boolean", "\"true\"", "boolean: Expected true or false, not \"true\".")]
    [InlineData("text", "null", "'text' is missing, which a Sample must have.")]
    [InlineData("text", "[]", "text: Expected a text in quotes, not a list.")]
    [InlineData("color", "\"drak-blue\"", "color: There is no SampleColor 'drak-blue'. Did you mean 'dark-blue'?")]
    [InlineData(
        "url",
        "\"index.html\"",
        "url: 'index.html' is not an absolute address such as 'https://example.org/'."
    )]
    [InlineData("others", "[null]", "others: Expected the id of a Sample in quotes, not null.")]
    public void A_value_of_another_type_is_refused(string property, string value, string message)
    {
        var bare = EveryType().Generate().Entity("Samples", "Bare");
        var json = Json(bare, Whole);
        json[property] = JsonNode.Parse(value);

        Assert.Equal(message, Assert.Throws<JsonException>(() => json.Deserialize(bare.GetType(), Whole)).Message);
    }

    [Fact]
    public void An_id_that_several_kinds_have_is_written_with_its_kind_and_must_be_read_with_it()
    {
        var generated = new SeedSet()
            .With("schema/Being.yaml", "abstract: true")
            .With("schema/Cat.yaml", "extends: [Being]\nproperties: { chases: { range: Being, cardinality: many } }")
            .With("schema/Dog.yaml", "extends: [Being]")
            .With("cats/tom.yaml", "chases: [Dog/rex, rolf, Cat/rex]")
            .With("cats/rex.yaml", "")
            .With("dogs/rex.yaml", "")
            .With("dogs/rolf.yaml", "")
            .Generate();
        Assert.Empty(generated.Messages);
        var tom = generated.Entity("Cats", "Tom");
        var json = Json(tom, Whole);

        Assert.Equal("""["Dog/rex","rolf","Cat/rex"]""", json["chases"]!.ToJsonString());
        Assert.Same(tom, json.Deserialize(tom.GetType(), Whole));
        json["chases"]![0] = "rex";
        Assert.Equal(
            "chases: 'rex' is the id of a Cat and of a Dog. Say which is meant: 'Cat/rex'.",
            Assert.Throws<JsonException>(() => json.Deserialize(tom.GetType(), Whole)).Message
        );
    }

    [Fact]
    public void A_package_without_articles_has_no_citations_to_read()
    {
        var bare = EveryType().Generate().Entity("Samples", "Bare");
        var json = Json(bare, Whole);
        Assert.Null(json["citations"]);
        json["citations"] = JsonNode.Parse("""[{"article":"log"}]""");

        Assert.Throws<JsonException>(() => json.Deserialize(bare.GetType(), Whole));
    }

    private static JsonNode Json(object entity, JsonSerializerOptions options) =>
        JsonSerializer.SerializeToNode(entity, entity.GetType(), options)!;
}
