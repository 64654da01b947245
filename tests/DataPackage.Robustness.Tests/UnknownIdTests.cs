using System.Collections;
using System.Reflection;
using System.Text.Json;
using DataPackage.Generator.Tests;
using DataPackage.Runtime;
using DataPackage.Runtime.Packed;

namespace DataPackage.Robustness.Tests;

/// <summary>The memory that a text from a request leaves in a program if it names nothing.</summary>
public class UnknownIdTests
{
    private static readonly Assembly Package = new SeedSet()
        .With("schema/Named.yaml", "abstract: true\nproperties:\n  name: { type: text }\n")
        .With(
            "schema/Ship.yaml",
            "extends: [Named]\nproperties:\n  sign: { type: text, unique: true }\n  seen: { range: Named, cardinality: many }\n"
        )
        .With("schema/Boat.yaml", "extends: [Named]\nproperties: { }\n")
        .With(
            "ships.yaml",
            string.Concat(
                Enumerable.Range(0, 300).Select(i => $"ship-{Letters(i)}: {{ name: Ship {i}, sign: S{Letters(i)} }}\n")
            )
        )
        .With(
            "boats.yaml",
            string.Concat(Enumerable.Range(0, 20).Select(i => $"boat-{Letters(i)}: {{ name: Boat {i} }}\n"))
        )
        .Generate()
        .Entity("Ships", "ShipAaa")
        .GetType()
        .Assembly;

    public static TheoryData<string> Texts =>
        new(
            "",
            "nobody",
            "ship-aab ",
            "SHIP-ABC",
            "shp-abc",
            "boat-aax",
            new string('s', 64),
            new string('ş', 128),
            new string('x', 1_000_000)
        );

    [Theory]
    [MemberData(nameof(Texts))]
    public void An_unknown_id_creates_no_entity(string id)
    {
        var ship = Package.GetType("Seeded.Ship")!;

        AssertCreatesNone<KeyNotFoundException>(() => Call("Ships", "Get", id));
        AssertCreatesNone<FormatException>(() =>
            ship.GetMethod("Parse", [typeof(string), typeof(IFormatProvider)])!
                .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [id, null], null)
        );
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void An_unknown_id_in_JSON_creates_no_entity(string id)
    {
        var whole = new JsonSerializerOptions { Converters = { new JsonWholeEntityConverter() } };
        var json = JsonSerializer.Serialize(id);

        AssertCreatesNone<JsonException>(() => JsonSerializer.Deserialize(json, Package.GetType("Seeded.Ship")!));
        AssertCreatesNone<JsonException>(() => JsonSerializer.Deserialize(json, Package.GetType("Seeded.INamed")!));
        AssertCreatesNone<JsonException>(() =>
            JsonSerializer.Deserialize(
                $$"""{ "id": "own", "seen": [{{json}}] }""",
                Package.GetType("Seeded.Ship")!,
                whole
            )
        );
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void An_unknown_value_of_a_unique_property_creates_no_entity(string value) =>
        AssertCreatesNone<KeyNotFoundException>(() => Call("Ships", "GetBySign", value));

    [Fact]
    public void The_nearest_is_named_across_the_kinds_that_an_abstract_one_has()
    {
        string MessageOf(string id) =>
            Assert
                .Throws<JsonException>(() =>
                    JsonSerializer.Deserialize(JsonSerializer.Serialize(id), Package.GetType("Seeded.INamed")!)
                )
                .Message;

        Assert.Contains("Did you mean 'ship-abc'?", MessageOf("shipp-abc"), StringComparison.Ordinal);
        Assert.Contains("Did you mean 'boat-aac'?", MessageOf("baot-aac"), StringComparison.Ordinal);
        Assert.DoesNotContain("Did you mean", MessageOf("zeppelin"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_nearest_value_of_a_unique_property_is_named()
    {
        Assert.EndsWith(
            "Did you mean 'Sabc'?",
            Assert.Throws<KeyNotFoundException>(() => Call("Ships", "GetBySign", "Sabcc")).Message,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "Did you mean 'Sabc'?",
            Assert.Throws<KeyNotFoundException>(() => Call("Ships", "GetBySign", "aSbc")).Message,
            StringComparison.Ordinal
        );
    }

    private static string Letters(int number) =>
        string.Create(
            3,
            number,
            (letters, rest) =>
            {
                for (var i = letters.Length - 1; i >= 0; i--, rest /= 26)
                    letters[i] = (char)('a' + (rest % 26));
            }
        );

    private static object? Call(string catalog, string method, string text) =>
        Package
            .GetType("Seeded." + catalog)!
            .GetMethod(
                method,
                BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy,
                [typeof(string)]
            )!
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [text], null);

    private static void AssertCreatesNone<TException>(Func<object?> ask)
        where TException : Exception
    {
        var before = Created();
        Assert.Throws<TException>(ask);
        Assert.Equal(before, Created());
    }

    /// <summary>The number of entities in memory, of all kinds.</summary>
    private static int Created() =>
        Package
            .GetTypes()
            .Where(type => type.IsAssignableTo(typeof(PackedTable)))
            .Sum(type =>
                (
                    (IEnumerable)
                        type.BaseType!.GetField("_entities", BindingFlags.Instance | BindingFlags.NonPublic)!
                            .GetValue(
                                type.GetField("Instance", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)
                            )!
                )
                    .Cast<object?>()
                    .Count(entity => entity is not null)
            );
}
