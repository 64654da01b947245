using DataPackage.Runtime;

namespace DataPackage.Generator.Tests.Emission;

/// <summary>Entities found by a unique property.</summary>
public class LookupTests
{
    private static readonly Generated Package = new SeedSet()
        .With(
            "schema/Ship.yaml",
            """
            properties:
              sign: { type: text, unique: true }
              imo: { type: integer, unique: true }
              draught: { type: decimal, unique: true }
              launched: { type: date, unique: true }
              page: { type: url, unique: true }
              class: { type: identifier, format: qid, unique: true }
              flags: { type: text, cardinality: many, unique: true }
            """
        )
        .With(
            "ships.yaml",
            """
            albatros: { sign: Möwe, imo: 007, draught: 3.10, launched: 1901~, page: "https://example.org/a", class: Q1, flags: [a, b] }
            tern: { sign: möwe, imo: -12, draught: 3, launched: 1902-05-03, page: "https://example.org/b", class: Q2, flags: c }
            get-by-sign: {}
            """
        )
        .Generate();

    public static TheoryData<string, object, string> Values =>
        new()
        {
            { "Sign", "Möwe", "albatros" },
            { "Sign", "möwe", "tern" },
            { "Imo", 7L, "albatros" },
            { "Imo", -12L, "tern" },
            { "Draught", 3.1m, "albatros" },
            { "Draught", 3.000m, "tern" },
            { "Launched", EdtfDate.Parse("1901~"), "albatros" },
            { "Launched", EdtfDate.Parse("1902-05-03"), "tern" },
            { "Page", "https://example.org/a", "albatros" },
            { "Class", "Q2", "tern" },
        };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_unique_value_finds_its_entity_exactly_and_the_same_instance(
        string property,
        object value,
        string id
    ) => Assert.Same(Package.Call("Ships", "Get", id), Package.Call("Ships", "GetBy" + property, value));

    [Fact]
    public void An_unknown_value_is_answered_with_the_nearest_and_trying_says_false_with_null()
    {
        var failure = Assert
            .Throws<System.Reflection.TargetInvocationException>(() => Package.Call("Ships", "GetBySign", "Mowe"))
            .InnerException;
        Assert.Equal(
            "There is no Ship with the Sign 'Mowe'. Did you mean 'Möwe'?",
            Assert.IsType<KeyNotFoundException>(failure).Message
        );

        var generated = Program(
            "Ships.TryGetBySign(\"MÖWE\", out var ship) || Ships.TryGetBySign(null, out ship) || Ships.TryGetByImo(8, out ship) || Ships.TryGetByLaunched(null, out ship) ? ship.Id : ship?.Id"
        );
        Assert.Null(generated.Call("Program", "Answer"));
        Assert.Equal(
            "tern",
            Program("Ships.TryGetByClass(\"Q2\", out var ship) ? ship.Id : ship?.Id").Call("Program", "Answer")
        );
    }

    [Fact]
    public void An_entity_that_would_hide_a_look_up_gives_way() =>
        Assert.Equal("get-by-sign", ((IEntity)Package.Entity("Ships", "GetBySign_")).Id);

    [Fact]
    public void A_list_of_unique_values_has_no_look_up_and_a_deprecated_one_says_so()
    {
        Assert.DoesNotContain("GetByFlags", Package.Source("Ships.g.cs"), StringComparison.Ordinal);
        var generated = new SeedSet()
            .With("schema/Ship.yaml", "properties: { sign: { type: text, unique: true, deprecated: Use the number. } }")
            .Generate(
                "/// <summary>A</summary>\npublic static class Program { /// <summary>B</summary>\npublic static object Answer => Seeded.Ships.GetBySign(\"\"); }"
            );
        Assert.Contains("Use the number.", Assert.Single(generated.CompilerMessages), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_are_equal_though_they_are_written_differently_are_not_unique() =>
        Assert.Equal(
            ["ships.yaml(2,14): DP1008", "ships.yaml(2,28): DP1008"],
            new SeedSet()
                .With(
                    "schema/Ship.yaml",
                    "properties: { imo: { type: integer, unique: true }, draught: { type: decimal, unique: true } }"
                )
                .With("ships.yaml", "albatros: { imo: 7, draught: 3.1 }\ntern: { imo: 007, draught: 3.10 }")
                .Generate()
                .Messages
        );

    [Fact]
    public void A_thousand_unique_values_each_find_their_own_entity()
    {
        var generated = new SeedSet()
            .With("schema/Ship.yaml", "properties: { imo: { type: integer, unique: true } }")
            .With("ships.yaml", string.Concat(Enumerable.Range(0, 1000).Select(i => $"s{i}: {{ imo: {i * 37} }}\n")))
            .Generate();

        Assert.All(
            Enumerable.Range(0, 1000),
            i => Assert.Equal($"s{i}", ((IEntity)generated.Call("Ships", "GetByImo", i * 37L)!).Id)
        );
    }

    private static Generated Program(string answer) =>
        new SeedSet()
            .With(
                "schema/Ship.yaml",
                "properties: { sign: { type: text, unique: true }, imo: { type: integer, unique: true }, launched: { type: date, unique: true }, class: { type: identifier, format: qid, unique: true } }"
            )
            .With(
                "ships.yaml",
                "albatros: { sign: Möwe, imo: 007, launched: 1901~, class: Q1 }\ntern: { sign: möwe, class: Q2 }"
            )
            .Generate(
                $"namespace Seeded {{ /// <summary>A</summary>\npublic static class Program {{ /// <summary>B</summary>\npublic static string? Answer => {answer}; }} }}"
            );
}
