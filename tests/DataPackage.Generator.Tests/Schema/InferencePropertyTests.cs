using System.Collections;
using System.Globalization;
using System.Text.Json;
using CsCheck;
using DataPackage.Engine.Schema.Inference;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Generator.Tests.Fuzz;
using DataPackage.Runtime;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Tests.Schema;

/// <summary>Documents without a schema, mostly regular: the inferred kinds compile, hold everything that the documents
/// say, and are the same when pinned.</summary>
public class InferencePropertyTests
{
    private static Gen<T> Among<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(i => items[i]);

    private abstract record Node;

    private sealed record Scalar(string Text, bool IsPlain) : Node;

    private sealed record Nil : Node;

    private sealed record Sequence(IReadOnlyList<Node> Items) : Node;

    private sealed record Mapping(IReadOnlyList<(string Key, Node Value)> Entries) : Node;

    /// <summary>The records of a collection by id, and the files that contain them.</summary>
    private sealed record Collection(
        string Name,
        IReadOnlyList<(string Path, string Text)> Files,
        IReadOnlyList<(string Id, Mapping Record)> Records
    );

    private const int Deepest = 3;

    private static readonly Gen<string> Words = Gen.Char["aZ0 -_.~<>{}[]:#,'\"\\\t\néбЯ中\u00A0&*!|%@`?=+"]
        .Array[0, 10]
        .Select(chars => new string(chars));

    private static readonly Gen<string> Keys = Gen.Frequency(
        (
            12,
            Among(
                "name",
                "type",
                "class",
                "value",
                "count",
                "is_open",
                "kebab-case",
                "camelCase",
                "Upper",
                "x",
                "y",
                "start",
                "end",
                "url",
                "title",
                "all",
                "get",
                "text",
                "label",
                "language"
            )
        ),
        (
            3,
            Among(
                "@type",
                "日本語",
                "équipe",
                "a b",
                "a_b",
                "1st",
                "2nd",
                "",
                "C++",
                "größe",
                "new",
                "id",
                "kind",
                "caption",
                "source",
                "facts",
                "tHing",
                "thing"
            )
        ),
        (1, Words)
    );

    private static readonly Gen<string> OpenKeys = Gen.OneOf(
        Among("en", "de", "fr", "ja", "pt-BR", "zh-Hant"),
        Gen.Int[1900, 2030].Select(year => year.ToString(CultureInfo.InvariantCulture)),
        Among("USD", "EUR", "GBP", "CHF"),
        Words
    );

    private static readonly Gen<Node> Numbers = Gen.Long.Select(number =>
        (Node)Plain(number.ToString(CultureInfo.InvariantCulture))
    );

    private static readonly Gen<Node> Decimals = Gen.Select(
        Gen.Int[-99_999, 99_999],
        Gen.Int[0, 6],
        (number, scale) =>
            (Node)Plain(
                new decimal(Math.Abs(number), 0, 0, number < 0, (byte)scale).ToString(CultureInfo.InvariantCulture)
            )
    );

    private static readonly Gen<Node> Dates = Gen.Select(
        Gen.Int[1, 9999],
        Gen.Int[1, 12],
        Gen.Int[1, 28],
        Gen.Bool,
        (year, month, day, isPlain) =>
            (Node)Written(string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}-{day:D2}"), isPlain)
    );

    private static readonly Gen<Node> Odd = Among(
            "NO",
            "no",
            "yes",
            "012",
            "1e5",
            "0x1F",
            ".5",
            "5.",
            "-0",
            "+1",
            "1_000",
            "12:30:00",
            "2025-02-30",
            "2025-2-3",
            "99999999999999999999",
            "1.00",
            "True",
            "~ish",
            "http://",
            "https://example.org/a?b=c",
            "null-ish"
        )
        .Select(text => (Node)Plain(text));

    private static readonly Gen<Gen<Node>> Leaves = Among<Gen<Node>>(
        Words.Select(text => (Node)Written(text, isPlain: false)),
        Numbers,
        Decimals,
        Dates,
        Odd,
        Gen.Bool.Select(value => (Node)Plain(value ? "true" : "false")),
        Gen.Int[1, 99].Select(number => (Node)Plain($"https://example.org/{number}")),
        Numbers.Select(number => (Node)Written(((Scalar)number).Text, isPlain: false)),
        Gen.OneOf(Numbers, Decimals),
        Gen.OneOf(Numbers, Odd),
        Gen.OneOf(Dates, Odd),
        Gen.Const<Node>(new Nil()),
        Gen.OneOf(Numbers, Gen.Const<Node>(new Nil()), Gen.Const<Node>(Written("", isPlain: false)))
    );

    /// <summary>The value in one place of all records: usually of one type, rarely anything.</summary>
    private static readonly Gen<Gen<Node>> Types = Gen.Recursive<Gen<Node>>(
        (depth, inner) =>
            depth >= Deepest
                ? Leaves
                : Gen.Frequency(
                    (6, Leaves),
                    (2, inner.Select(items => OrNull(items, 12).Array[0, 3].Select(all => (Node)new Sequence(all)))),
                    (
                        2,
                        Gen.Select(Keys, inner, Gen.Int[0, 3])
                            .Array[1, 4]
                            .Select(Records)
                            .Select(records => records.Select(record => (Node)record))
                    ),
                    (
                        2,
                        inner.Select(values =>
                            Gen.Select(OpenKeys, OrNull(values, 12))
                                .Array[0, 4]
                                .Select(entries => (Node)new Mapping(Distinct(entries)))
                        )
                    ),
                    (1, Gen.Select(inner, inner, (one, other) => Gen.Frequency((4, one), (1, other)))),
                    (
                        1,
                        inner.Select(items =>
                            Gen.OneOf(items, items.Array[0, 3].Select(all => (Node)new Sequence(all)))
                        )
                    )
                )
    );

    /// <summary>Records with the same keys. Each may be absent or null.</summary>
    private static Gen<Mapping> Records((string Key, Gen<Node> Values, int Presence)[] properties) =>
        properties
            .DistinctBy(property => property.Key.Normalize())
            .Aggregate(
                Gen.Const(new Mapping([])),
                (records, property) =>
                    Gen.Select(
                        records,
                        Presence(property.Values, property.Presence),
                        (record, value) =>
                            value is null ? record : new Mapping([.. record.Entries, (property.Key, value)])
                    )
            );

    private static Gen<Node?> Presence(Gen<Node> values, int presence) =>
        presence == 0
            ? values.Select(value => (Node?)value)
            : Gen.Frequency(
                (4 - presence, values.Select(value => (Node?)value)),
                (1, Among<Node?>(default(Node))),
                (1, Gen.Const<Node?>(new Nil()))
            );

    private static Gen<Node> OrNull(Gen<Node> values, int seldom) =>
        Gen.Frequency((seldom, values), (1, Gen.Const<Node>(new Nil())));

    private static List<(string, Node)> Distinct((string Key, Node Value)[] entries) =>
        [.. entries.DistinctBy(entry => entry.Key.Normalize())];

    private static Gen<Collection> CollectionOf(string name) =>
        Gen.Select(
            Gen.Select(Keys.Where(key => key != "id"), Types, Gen.Int[0, 3])
                .Array[1, 6]
                .SelectMany(properties => Records(properties).Array[1, 5]),
            Gen.Int[0, 6],
            Ids,
            (records, form, words) =>
                form switch
                {
                    0 => Listed(name, records),
                    1 => Identified(name, records, words),
                    2 => Mapped(name, records, words),
                    3 => new Collection(
                        name,
                        [.. records.Select((record, i) => ($"{name}/r-{i}.yaml", Write(record) + "\n"))],
                        [.. records.Select((record, i) => ($"r-{i}", record))]
                    ),
                    4 => Documents(name, records, words),
                    5 => Exported(name, records),
                    _ => Tabulated(name, records),
                }
        );

    /// <remarks>A folder of its own, because JSON beside other data is not data.</remarks>
    private static Collection Exported(string name, Mapping[] records) =>
        new(
            name,
            [($"{name}/all.json", $"[{string.Join(",\n", records.Select(WriteJson))}]")],
            [.. records.Select((record, i) => ($"all-{i + 1}", record))]
        );

    /// <summary>A table of the scalars of records. An empty cell states nothing.</summary>
    private static Collection Tabulated(string name, Mapping[] records)
    {
        var rows = records
            .Select(record =>
                record.Entries.Where(entry => entry.Value is Scalar { Text.Length: > 0 } && IsColumn(entry.Key))
            )
            .Select(entries => entries.Select(entry => (entry.Key, Text: ((Scalar)entry.Value).Text)).ToList())
            .Where(row => row.Exists(cell => cell.Text.Trim().Length > 0))
            .ToList();
        if (rows.Count == 0)
            return Listed(name, records);
        var columns = rows.SelectMany(row => row.Select(cell => cell.Key)).DistinctBy(key => key.Normalize()).ToList();
        var lines = rows.Select(row =>
                columns.Select(column => row.Find(cell => cell.Key.Normalize() == column.Normalize()).Text ?? "")
            )
            .Prepend(columns)
            .Select(line =>
                string.Join(',', line.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))
            );
        return new(
            name,
            [($"{name}/all.csv", string.Join("\r\n", lines) + "\r\n")],
            [
                .. rows.Select(
                    (row, i) =>
                        ($"all-{i + 1}", new Mapping([.. row.Select(cell => (cell.Key, (Node)Plain(cell.Text)))]))
                ),
            ]
        );
    }

    /// <summary>Whether a key stays as it is as the name of a column: others lose blanks or nest.</summary>
    private static bool IsColumn(string key) =>
        key.Trim() == key && key.Length > 0 && !key.Contains('.', StringComparison.Ordinal);

    private static string WriteJson(Node node) =>
        node switch
        {
            Scalar { IsPlain: true } scalar when IsJson(scalar.Text) => scalar.Text,
            Sequence sequence => $"[{string.Join(", ", sequence.Items.Select(WriteJson))}]",
            Mapping mapping => $"{{{Write(mapping.Entries, WriteJson)}}}",
            Nil => "null",
            _ => Quote(((Scalar)node).Text),
        };

    private static bool IsJson(string text)
    {
        try
        {
            using var read = JsonDocument.Parse(text);
            return read.RootElement.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <remarks>The numbers also keep accessors distinct: in a pinned kind, shared accessors are an error.</remarks>
    private static readonly Gen<string[]> Ids = Words
        .Array[5]
        .Select(words => words.Select((word, i) => $"{word}x{i}").ToArray());

    private static Collection Listed(string name, Mapping[] records) =>
        new(
            name,
            [(name + ".yaml", string.Concat(records.Select(record => $"- {Write(record)}\n")))],
            [.. records.Select((record, i) => ((i + 1).ToString(CultureInfo.InvariantCulture), record))]
        );

    private static Collection Identified(string name, Mapping[] records, string[] ids) =>
        new(
            name,
            [
                (
                    name + ".yml",
                    "---\r\n" + string.Concat(records.Select((record, i) => $"- {Write(WithId(record, ids[i]))}\r\n"))
                ),
            ],
            [.. records.Select((record, i) => (ids[i], record))]
        );

    private static Collection Mapped(string name, Mapping[] records, string[] ids) =>
        new(
            name,
            [(name + ".yaml", string.Concat(records.Select((record, i) => $"? {Quote(ids[i])}\n: {Write(record)}\n")))],
            [.. records.Select((record, i) => (ids[i], record))]
        );

    /// <remarks>A single document is the only record, and is named after its file.</remarks>
    private static Collection Documents(string name, Mapping[] records, string[] ids) =>
        records.Length == 1
            ? new(name, [(name + ".yaml", Write(WithId(records[0], ids[0])))], [(name, WithId(records[0], ids[0]))])
            : new(
                name,
                [
                    (
                        name + ".yaml",
                        string.Concat(records.Select((record, i) => $"---\n{Write(WithId(record, ids[i]))}\n"))
                    ),
                ],
                [.. records.Select((record, i) => (ids[i], record))]
            );

    private static Mapping WithId(Mapping record, string id) =>
        new([("id", Written(id, isPlain: false)), .. record.Entries]);

    private static Scalar Plain(string text) => new Scalar(text, true);

    private static Scalar Written(string text, bool isPlain) => new Scalar(text, isPlain);

    private static string Write(Node node) =>
        node switch
        {
            Scalar { IsPlain: true } scalar => scalar.Text,
            Scalar { Text: { Length: > 0 } digits } when digits.All(char.IsAsciiDigit) => "!!str " + digits,
            Scalar scalar => Quote(scalar.Text),
            Sequence sequence => $"[{string.Join(", ", sequence.Items.Select(Write))}]",
            // Half of a longer mapping is merged into it.
            Mapping { Entries.Count: > 2 } mapping when !mapping.Entries.Any(entry => entry.Key == "<<") =>
                $"{{<<: {{{Write(mapping.Entries.Take(2))}}}, {Write(mapping.Entries.Skip(2))}}}",
            Mapping mapping => $"{{{Write(mapping.Entries)}}}",
            Nil => "!!null ''",
            _ => "null",
        };

    private static string Write(IEnumerable<(string Key, Node Value)> entries) => Write(entries, Write);

    private static string Write(IEnumerable<(string Key, Node Value)> entries, Func<Node, string> write) =>
        string.Join(", ", entries.Select(entry => $"{Quote(entry.Key)}: {write(entry.Value)}"));

    private static string Quote(string text) => JsonSerializer.Serialize(text);

    [Fact]
    public void Whatever_documents_say_is_typed_and_read_back_and_pinned_to_the_same_code()
    {
        var run = FuzzRun.FromEnvironment(defaultCount: 100);
        Gen.Select(CollectionOf("things"), CollectionOf("gadgets"))
            .Sample(
                (things, gadgets) => Check([things, gadgets]),
                iter: run.Count,
                threads: 1,
                seed: null,
                print: collections =>
                    string.Join(
                        "\n",
                        new[] { collections.Item1, collections.Item2 }
                            .SelectMany(each => each.Files)
                            .Select(file => $"# {file.Path}\n{file.Text}")
                    )
            );
    }

    private static void Check(IReadOnlyList<Collection> collections)
    {
        var seeds = new SeedSet();
        foreach (var (path, text) in collections.SelectMany(collection => collection.Files))
            seeds.With(path, text);
        var inferred = seeds.Generate();
        Assert.Empty(inferred.Errors);
        Assert.Empty(inferred.CompilerMessages);

        var schemas = Inferred.Of(collections.SelectMany(collection => collection.Files));
        var kinds = schemas.ToDictionary(schema => Path.GetFileNameWithoutExtension(schema.Path), KindOf);
        foreach (var collection in collections)
        {
            var catalog = char.ToUpperInvariant(collection.Name[0]) + collection.Name[1..];
            Assert.Equal(collection.Records.Count, inferred.Call(catalog, "All")!.List().Count);
            foreach (var (id, record) in collection.Records)
            {
                var entity = inferred.Call(catalog, "Get", id)!;
                AssertSame(record, entity, kinds, $"{collection.Name} {id}");
                // As text, because JSON does not tell which texts of irregular values were quoted.
                var json = JsonSerializer.Serialize(entity, entity.GetType(), Whole);
                Assert.Equal(
                    json,
                    JsonSerializer.Serialize(
                        JsonSerializer.Deserialize(json, entity.GetType(), Whole),
                        entity.GetType(),
                        Whole
                    )
                );
            }
        }

        foreach (var schema in schemas)
            seeds.With(schema.Path, schema.Text);
        var pinned = seeds.Generate();
        Assert.Empty(pinned.Errors);
        Assert.Equal(
            inferred.Sources.Select(source => (source.HintName, source.SourceText.ToString())),
            pinned.Sources.Select(source => (source.HintName, source.SourceText.ToString()))
        );
    }

    private static readonly JsonSerializerOptions Whole = new() { Converters = { new JsonWholeEntityConverter() } };

    /// <param name="Value">The C# property of the whole mapping, where its keys do not become properties.</param>
    /// <param name="Properties">The C# property of each key.</param>
    private sealed record Kind(string? Value, IReadOnlyDictionary<string, string> Properties);

    private static Kind KindOf(InferredSchema schema)
    {
        var root = (SeedMapping)schema.ToDocument(default).Root!;
        return new(
            root.ValueOf("value") is SeedScalar value ? Names.ToPascalCase(value.Text) : null,
            ((SeedMapping)root.ValueOf("properties")!).Entries.ToDictionary(
                property => ((SeedMapping)property.Value).ValueOf("key") is SeedScalar key ? key.Text : property.Name,
                property => Names.ToPascalCase(property.Name)
            )
        );
    }

    /// <summary>Asserts that everything in the document is there, each scalar with its own text.</summary>
    private static void AssertSame(Node written, object? read, Dictionary<string, Kind> kinds, string path)
    {
        if (read is AnyValue { Kind: not AnyValueKind.Text } any)
            read = any.Kind == AnyValueKind.List ? any.Items : any.Entries;
        // A single value where others have a list is a list of one.
        if (
            written is not (Sequence or Nil)
            && !IsMap(read)
            && read is IEnumerable and not string
            && read.List() is [var single]
        )
            read = single;
        switch (written)
        {
            case Nil:
                Assert.True(
                    read is null || (read is IEnumerable many and not string && !many.Cast<object>().Any()),
                    $"{path}: null became {read}"
                );
                break;
            // An exponent is written out.
            case Scalar { IsPlain: true, Text: var text }
                when read is decimal && text.Contains('e', StringComparison.OrdinalIgnoreCase):
                Assert.Equal(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture), read);
                break;
            case Scalar scalar:
                Assert.Equal(scalar.Text, TextOf(read));
                break;
            case Sequence sequence:
                Assert.True(read is IEnumerable and not string && !IsMap(read), $"{path}: a list became {read}");
                var items = read!.List();
                Assert.Equal(sequence.Items.Count, items.Count);
                for (var i = 0; i < sequence.Items.Count; i++)
                    AssertSame(sequence.Items[i], items[i], kinds, $"{path}[{i}]");
                break;
            case Mapping mapping when read is LocalizedText texts:
                Assert.Equal(mapping.Entries.Count, texts.Languages.Count);
                foreach (var (key, value) in mapping.Entries)
                    Assert.Equal(((Scalar)value).Text, texts[key]);
                break;
            case Mapping mapping when IsMap(read):
                var entries = read!
                    .List()
                    .ToDictionary(entry => (string)entry!.Get("Key")!, entry => entry!.Get("Value"));
                Assert.Equal(mapping.Entries.Select(entry => entry.Key.Normalize()), entries.Keys);
                foreach (var (key, value) in mapping.Entries)
                    AssertSame(value, entries[key.Normalize()], kinds, $"{path}.{key}");
                break;
            case Mapping mapping:
                Kind? kind = null;
                Assert.True(
                    read is not null && kinds.TryGetValue(read.GetType().Name, out kind),
                    $"{path}: a mapping became {read}"
                );
                if (kind!.Value is { } whole)
                    AssertSame(mapping, read!.Get(whole), kinds, $"{path}.{whole}");
                else
                    foreach (var (key, value) in mapping.Entries)
                        if (key != "id" || kind.Properties.ContainsKey(key))
                            AssertSame(value, read!.Get(kind.Properties[key.Normalize()]), kinds, $"{path}.{key}");
                break;
        }
    }

    private static bool IsMap(object? value) => value?.GetType().GetInterface("IReadOnlyDictionary`2") is not null;

    private static string? TextOf(object? value) =>
        value switch
        {
            bool truth => truth ? "true" : "false",
            Uri url => url.OriginalString,
            AnyValue any => any.Text,
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value?.ToString(),
        };
}
