using System.Collections;
using System.Globalization;
using System.Text;
using CsCheck;
using DataPackage.Runtime;

namespace DataPackage.Generator.Tests.Emission;

/// <summary>All lists, maps and irregular values that a schema allows are read back unchanged, through the real
/// generator, the real compiler and the generated code.</summary>
public class ShapePropertyTests
{
    private const int Deepest = 3;

    /// <summary>A type as a schema writes it, and its values: the YAML and the expected result.</summary>
    private sealed record Shape(
        string Schema,
        bool IsNullable,
        bool IsMany,
        Gen<(string Yaml, string Expected)> Values
    );

    private static readonly Gen<string> Texts = Gen.Char[
            "aZ0 ~<>{}[]:#,'\"\\\t\n\u0001\u00A0\u00e9\u0301\u0431\u042F\u4e2d\u2028\u200D&*!|%@`-?=+"
        ]
        .Array[0, 12]
        .Select(chars => new string(chars))
        .Select(Gen.Const("\U0001F6A2").Array[0, 1], (text, ships) => text + string.Concat(ships));

    private static readonly Gen<string> Plain = Gen.OneOf(
        "1",
        "-7",
        "1.50",
        "true",
        "False",
        "no",
        "0x1F",
        "1e5",
        "2025-02-27",
        "word",
        "two words",
        "012",
        ".5",
        "a-b"
    );

    private static readonly Gen<Shape> Leaves = Gen.OneOf(
        Leaf("text", Texts.Select(text => (Quote(text), Describe(text)))),
        Leaf("integer", Gen.Long.Select(number => Same(number.ToString(CultureInfo.InvariantCulture)))),
        Leaf(
            "decimal",
            Gen.Select(Gen.Long[-999_999, 999_999], Gen.Int[0, 9])
                .Select(pair =>
                    new decimal((int)Math.Abs(pair.Item1), 0, 0, pair.Item1 < 0, (byte)pair.Item2).ToString(
                        CultureInfo.InvariantCulture
                    )
                )
                .Where(text => decimal.Parse(text, CultureInfo.InvariantCulture) != 0)
                .Select(Same)
        ),
        Leaf("boolean", Gen.Bool.Select(value => (value ? "true" : "false", value ? "True" : "False"))),
        Leaf(
            "any",
            Gen.Recursive<(string Yaml, string Expected)>(
                (depth, inner) =>
                    depth >= Deepest
                        ? AnyText
                        : Gen.Frequency<(string Yaml, string Expected)>(
                            (3, AnyText),
                            (1, List(OrNull(inner))),
                            (1, Map(OrNull(inner)))
                        )
            )
        )
    );

    private static Gen<(string Yaml, string Expected)> AnyText =>
        Gen.OneOf<(string Yaml, string Expected)>(
            Texts.Select(text => (Quote(text), "quoted " + Describe(text))),
            Plain.Select(text => (text, "plain " + Describe(text)))
        );

    private static readonly Gen<Shape> Shapes = Gen.Recursive<Shape>(
        (depth, inner) =>
            depth >= Deepest
                ? Leaves
                : Gen.Frequency<Shape>((2, Leaves), (3, Gen.Select(inner, Gen.Bool, Gen.Bool, Gen.Bool, Collection)))
    );

    private static Shape Leaf(string type, Gen<(string, string)> values) => new("type: " + type, false, false, values);

    private static (string, string) Same(string text) => (text, text);

    private static Shape Collection(Shape items, bool isMap, bool areItemsNullable, bool isNullable)
    {
        var of = items with
        {
            Schema = items.Schema + (areItemsNullable && !items.IsNullable ? ", nullable: true" : ""),
            IsNullable = items.IsNullable || areItemsNullable,
        };
        var values = of.IsNullable ? OrNull(of.Values) : of.Values;
        return new Shape(
            $"cardinality: {(isMap ? "map" : "many")}, of: {{ {of.Schema} }}{(isNullable ? ", nullable: true" : "")}",
            isNullable,
            true,
            isMap ? Map(values) : List(values)
        );
    }

    private static Gen<(string Yaml, string Expected)> OrNull(Gen<(string Yaml, string Expected)> values) =>
        Gen.Frequency<(string Yaml, string Expected)>((1, Gen.OneOf(("null", "null"), ("~", "null"))), (4, values));

    private static Gen<(string Yaml, string Expected)> List(Gen<(string Yaml, string Expected)> items) =>
        items
            .Array[0, 3]
            .Select(all =>
                (
                    $"[{string.Join(", ", all.Select(item => item.Yaml))}]",
                    $"[{string.Join(", ", all.Select(item => item.Expected))}]"
                )
            );

    private static Gen<(string Yaml, string Expected)> Map(Gen<(string Yaml, string Expected)> values) =>
        Gen.Select(Texts, values)
            .Array[0, 12]
            .Select(all =>
            {
                var entries = all.DistinctBy(entry => entry.Item1.Normalize()).ToList();
                return (
                    $"{{ {string.Join(", ", entries.Select(entry => $"{Quote(entry.Item1)}: {entry.Item2.Yaml}"))} }}",
                    $"{{{string.Join(", ", entries.Select(entry => $"{Describe(entry.Item1)}: {entry.Item2.Expected}"))}}}"
                );
            });

    /// <summary>A property, its key in seeds, and its value in one entity: nothing, null or a value.</summary>
    private static readonly Gen<(Shape Shape, string Key, string Yaml, string Expected)> Properties = Shapes.SelectMany(
        shape =>
            Gen.Select(
                Texts,
                Gen.Frequency<(string Yaml, string Expected)>(
                    (1, Gen.OneOf(("", Absent(shape)), ("null", Absent(shape)))),
                    (4, shape.Values)
                ),
                (key, value) => (shape, key, value.Item1, value.Item2)
            )
    );

    private static string Absent(Shape shape) =>
        !shape.IsMany || shape.IsNullable ? "null"
        : shape.Schema.StartsWith("cardinality: map", StringComparison.Ordinal) ? "{}"
        : "[]";

    [Fact]
    public void Every_value_is_read_back_as_it_stands() =>
        Gen.Select(Properties.Array[1, 16], Texts)
            .Sample(
                (all, id) =>
                {
                    var properties = all.DistinctBy(property => property.Key.Normalize())
                        .Where(property => property.Key is not ("id" or "csharpName" or "citations" or "<<"))
                        .ToList();
                    var schema = new StringBuilder("properties:\n");
                    for (var i = 0; i < properties.Count; i++)
                        schema.Append(
                            CultureInfo.InvariantCulture,
                            $"  p{i}: {{ key: {Quote(properties[i].Key)}, {properties[i].Shape.Schema} }}\n"
                        );
                    var seed =
                        $"{Quote(id)}: {{ {string.Join(", ", properties.Where(property => property.Yaml.Length > 0).Select(property => $"{Quote(property.Key)}: {property.Yaml}"))} }}\n";

                    var generated = new SeedSet()
                        .With("schema/Sample.yaml", properties.Count == 0 ? "" : schema.ToString())
                        .With("samples.yaml", seed)
                        .Generate();
                    Assert.DoesNotContain(
                        generated.Messages,
                        message => !message.EndsWith("DP1043", StringComparison.Ordinal)
                    );
                    Assert.Empty(generated.CompilerMessages);
                    Assert.All(
                        generated.Sources,
                        source =>
                            Assert.DoesNotContain(
                                source.SourceText.ToString(),
                                c => c is not ('\n' or (>= ' ' and <= '~'))
                            )
                    );

                    var entity = generated.Call("Samples", "Get", id)!;
                    Assert.Equal(id, entity.Get("Id"));
                    for (var i = 0; i < properties.Count; i++)
                        Assert.Equal(properties[i].Expected, Describe(entity.Get($"P{i}")));
                    Assert.NotNull(entity.ToString());
                    Assert.True(entity.Equals(entity.GetType().GetMethod("<Clone>$")!.Invoke(entity, null)));
                },
                iter: 40
            );

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '"' or '\\')
                quoted.Append('\\').Append((char)rune.Value);
            else if (rune.Value is >= ' ' and <= '~')
                quoted.Append((char)rune.Value);
            else
                quoted.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}");
        }

        return quoted.Append('"').ToString();
    }

    private static string Describe(object? value) =>
        value switch
        {
            null => "null",
            string text => Quote(text),
            AnyValue { Kind: AnyValueKind.Text } any => (any.IsPlain ? "plain " : "quoted ") + Describe(any.Text),
            AnyValue { Kind: AnyValueKind.List } any => Describe(any.Items),
            AnyValue any => Describe(any.Entries),
            IEnumerable many when value.GetType().GetInterface("IReadOnlyDictionary`2") is not null =>
                $"{{{string.Join(", ", many.Cast<object>().Select(entry => $"{Describe(entry.Get("Key"))}: {Describe(entry.Get("Value"))}"))}}}",
            IEnumerable many => $"[{string.Join(", ", many.Cast<object?>().Select(Describe))}]",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };
}
