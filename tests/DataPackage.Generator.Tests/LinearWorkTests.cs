using System.Diagnostics;
using System.Text;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace DataPackage.Generator.Tests;

/// <summary>Twice as much of anything in seeds costs about twice the work, whether it is right or wrong: each list is
/// doubled, and the memory that the generator allocates is compared. The test also prints times, which reveal loops
/// that allocate nothing.</summary>
public class LinearWorkTests(ITestOutputHelper output)
{
    private const double Twice = 2.5;

    private static readonly Dictionary<string, (int Count, Func<int, SeedSet> Seeds)> Lists = new()
    {
        // The contents of one entity.
        ["languages of a text"] = (
            1_500,
            n => Ships().With("ships/a.yaml", "title:\n" + Lines(n, i => $"  {Tag(i)}: x{i}"))
        ),
        ["languages of a text that are no languages"] = (
            1_500,
            n => Ships().With("ships/a.yaml", "title:\n" + Lines(n, i => $"  _{i}: x"))
        ),
        ["languages of a text, each twice"] = (
            1_500,
            n =>
                Ships()
                    .With(
                        "ships/a.yaml",
                        "title:\n" + Lines(n, i => $"  {(i % 2 == 0 ? Tag(i / 2) : Tag(i / 2).ToUpperInvariant())}: x")
                    )
        ),
        ["aliases of an entity"] = (
            1_000,
            n => Ships().With("ships/a.yaml", "aliases:\n" + Lines(n, i => $"- alias {i}"))
        ),
        ["aliases of an entity, all the same"] = (
            1_000,
            n => Ships().With("ships/a.yaml", "aliases:\n" + Lines(n, _ => "- alias"))
        ),
        ["aliases that are wrong"] = (1_000, n => Ships().With("ships/a.yaml", "aliases:\n" + Lines(n, _ => "- [x]"))),
        ["former ids of an entity"] = (
            1_000,
            n => Ships().With("ships/a.yaml", "formerIds:\n" + Lines(n, i => $"- f{i}"))
        ),
        ["former ids of many entities"] = (
            1_000,
            n => Ships().With("ships.yaml", Lines(n, i => $"s{i}: {{ formerIds: [f{i}] }}"))
        ),
        ["former ids that others have"] = (
            1_000,
            n => Ships().With("ships.yaml", Lines(n, i => $"s{i}: {{ formerIds: [s{(i + 1) % n}, x] }}"))
        ),
        ["former accessors that others have"] = (
            1_000,
            n => Ships().With("ships.yaml", Lines(n, i => $"s{i}: {{ formerIds: [S{(i + 1) % n}] }}"))
        ),
        ["references to former ids"] = (
            1_000,
            n => Ships().With("ships.yaml", Lines(n, i => $"s{i}: {{ formerIds: [f{i}], home: f{(i + 1) % n} }}"))
        ),
        ["items of a list"] = (1_500, n => Ships().With("ships/a.yaml", "names:\n" + Lines(n, i => $"- {i}"))),
        ["entries of a map"] = (1_500, n => Ships().With("ships/a.yaml", "marks:\n" + Lines(n, i => $"  k{i}: x"))),
        ["entries of a map, all the same"] = (
            1_500,
            n => Ships().With("ships/a.yaml", "marks:\n" + Lines(n, _ => "  k: x"))
        ),
        ["embedded values"] = (
            1_000,
            n => Ships().With("ships/a.yaml", "calls:\n" + Lines(n, i => $"- {{ note: x{i} }}"))
        ),
        ["embedded values that are wrong"] = (
            1_000,
            n => Ships().With("ships/a.yaml", "calls:\n" + Lines(n, i => $"- {{ nole: x{i} }}"))
        ),
        ["plain data"] = (
            1_500,
            n => Ships().With("ships/a.yaml", "data:\n" + Lines(n, i => $"- {{ k{i}: [x, {{ y: z }}] }}"))
        ),
        ["keys that nobody knows"] = (1_500, n => Ships().With("ships/a.yaml", Lines(n, i => $"titl{i}: x"))),
        ["keys, all the same"] = (1_500, n => Ships().With("ships/a.yaml", Lines(n, _ => "note: x"))),

        // References.
        ["references by id"] = (
            1_000,
            n => Ships().With("ships.yaml", Lines(n, i => $"s{i}: {{ home: s{(i + 1) % n} }}"))
        ),
        ["references by id that lead nowhere"] = (
            1_000,
            n => Ships().With("ships.yaml", Lines(n, i => $"s{i}: {{ home: sq{(i + 1) % n} }}"))
        ),
        ["references to a kind that is abstract"] = (
            1_000,
            n => Ships().With("ships.yaml", Lines(n, i => $"s{i}: {{ met: [s{(i + 1) % n}, s{i}x] }}"))
        ),
        ["references with a kind that nobody knows"] = (
            1_000,
            n => Ships().With("ships.yaml", Lines(n, i => $"s{i}: {{ met: [Shap/s{(i + 1) % n}] }}"))
        ),
        ["references by key"] = (
            1_000,
            n => Ships().With("ships.yaml", Lines(n, i => $"s{i}: {{ code: c{i}, port: c{(i + 1) % n} }}"))
        ),
        ["references by key that lead nowhere"] = (
            1_000,
            n => Ships().With("ships.yaml", Lines(n, i => $"s{i}: {{ code: c{i}, port: cq{(i + 1) % n} }}"))
        ),
        ["references by a key that all have"] = (
            1_000,
            n => Ships().With("ships.yaml", Lines(n, i => $"s{i}: {{ code: c, port: c }}"))
        ),
        ["references of an entity"] = (
            1_000,
            n =>
                Ships()
                    .With(
                        "ships.yaml",
                        $"s: {{ met: [{Items(n, i => $"t{i}")}] }}\n" + Lines(n, i => $"t{i}: {{ note: x }}")
                    )
        ),
        ["references to an entity"] = (1_000, n => Ships().With("ships.yaml", Lines(n, i => $"s{i}: {{ home: s0 }}"))),
        ["unique values"] = (1_000, n => Ships().With("ships.yaml", Lines(n, i => $"s{i}: {{ number: {i} }}"))),
        ["unique values, all the same"] = (
            1_000,
            n => Ships().With("ships.yaml", Lines(n, i => $"s{i}: {{ number: 1 }}"))
        ),
        ["accessors that collide"] = (
            1_000,
            n =>
                Ships()
                    .With("ships.yaml", Lines(n, i => $"'a{new string('!', 1 + (i % 900))}{i / 900}': {{ note: x }}"))
        ),
        ["ids, all the same"] = (1_000, n => Ships().With("ships.yaml", Lines(n, _ => "- { id: a }"))),
        ["groups"] = (
            1_000,
            n =>
                Ships()
                    .With("schema/Ship.yaml", ShipSchema + "groupBy: [note]\n")
                    .With("ships.yaml", Lines(n, i => $"s{i}: {{ note: x{i} }}"))
        ),
        ["entities of a group"] = (
            1_000,
            n =>
                Ships()
                    .With("schema/Ship.yaml", ShipSchema + "groupBy: [note]\n")
                    .With("ships.yaml", Lines(n, i => $"s{i}: {{ note: x }}"))
        ),
        ["mistyped values of an enumeration"] = (
            1_000,
            n => Ships().With("ships.yaml", Lines(n, i => $"s{i}: {{ size: smal }}"))
        ),
        ["values that break a pattern"] = (
            1_000,
            n => Ships().With("ships.yaml", Lines(n, i => $"s{i}: {{ hull: '{i}' }}"))
        ),
        ["values without a citation"] = (
            1_000,
            n =>
                Ships()
                    .With("datapackage.yaml", "namespace: Seeded\ncitations: property\n")
                    .With("ships.yaml", Lines(n, i => $"s{i}: {{ note: x }}"))
        ),

        // Articles, citations and mentions.
        ["citations of an article"] = (
            1_000,
            n =>
                Article(n)
                    .With(
                        "ships/a.yaml",
                        "citations:\n" + Lines(n, i => $"- {{ article: log, quote: w{i} v{i}, for: [note] }}")
                    )
        ),
        ["citations that are not in the article"] = (
            1_000,
            n =>
                Article(20)
                    .With("ships/a.yaml", "citations:\n" + Lines(n, i => $"- {{ article: log, quote: u{i} v{i} }}"))
        ),
        ["citations of no article"] = (
            1_000,
            n =>
                Article(20)
                    .With("ships/a.yaml", "citations:\n" + Lines(n, i => $"- {{ article: lag, quote: w{i} v{i} }}"))
        ),
        ["what a citation is for"] = (
            1_000,
            n =>
                Article(20)
                    .With(
                        "ships/a.yaml",
                        $"citations:\n- {{ article: log, quote: w1 v1, for: [{Items(n, _ => "note")}] }}\n"
                    )
        ),
        ["what a citation is for that is not there"] = (
            1_000,
            n =>
                Article(20)
                    .With(
                        "ships/a.yaml",
                        $"citations:\n- {{ article: log, quote: w1 v1, for: [{Items(n, i => $"nota{i}")}] }}\n"
                    )
        ),
        ["articles"] = (
            150,
            n => Many(Ships(), n, i => ($"articles/l{i}.md", $"---\ntitle: Log {i}\n---\nSome words {i}.\n"))
        ),
        ["articles that are protected"] = (
            100,
            n =>
                Many(
                    Ships(),
                    n,
                    i =>
                        (
                            $"articles/l{i}.md",
                            $"---\ntitle: Log {i}\nredistribute: false\n---\n"
                                + Lines(12, word => $"Word {word} of log {i}.")
                        )
                )
        ),
        ["articles without front matter"] = (150, n => Many(Ships(), n, i => ($"articles/l{i}.md", "Some words.\n"))),
        ["texts without metadata"] = (150, n => Many(Ships(), n, i => ($"articles/l{i}.txt", "Some words.\n"))),
        ["paragraphs"] = (
            1_500,
            n => Ships().With("articles/log.md", "---\ntitle: Log\n---\n" + Lines(n, i => $"Some words {i}.\n"))
        ),
        ["mentions"] = (400, n => Mentions(n, i => $"ship {i}", i => $"s{i}")),
        ["mentions of nobody"] = (400, n => Mentions(n, i => $"ship {i}", i => $"sq{i}")),
        ["mentions that are not in the text"] = (400, n => Mentions(n, i => "x", i => $"s{i}")),
        ["articles that are pinned and changed"] = (
            150,
            n =>
                Many(
                    Ships(),
                    n,
                    i => ($"articles/l{i}.md", $"---\ntitle: x\nsha256: {new string('0', 64)}\n---\nSome words.\n")
                )
        ),

        // The form of files.
        ["files"] = (150, n => Many(Ships(), n, i => ($"ships/s{i}.yaml", $"note: x{i}\n"))),
        ["files that cannot be read"] = (150, n => Many(Ships(), n, i => ($"ships/s{i}.yaml", "note: [\n"))),
        ["files of no kind"] = (150, n => Many(Ships(), n, i => ($"shops{i}/a.yaml", "note: x\n"))),
        ["files whose names are no ids"] = (150, n => Many(Ships(), n, i => ($"ships/S {i}.yaml", "note: x\n"))),
        ["documents of a file"] = (1_000, n => Ships().With("ships.yaml", Lines(n, i => $"---\nid: s{i}\nnote: x"))),
        ["records without ids"] = (1_000, n => Ships().With("ships.yaml", Lines(n, i => $"- {{ note: x{i} }}"))),
        ["records, some without ids"] = (
            1_000,
            n => Ships().With("ships.yaml", "- { id: a }\n" + Lines(n, i => $"- {{ note: x{i} }}"))
        ),
        ["lines"] = (10_000, n => Ships().With("ships/a.yaml", "note: x\n" + Lines(n, _ => ""))),
        ["comments"] = (10_000, n => Ships().With("ships/a.yaml", "note: x\n" + Lines(n, i => $"# {i}"))),
        ["anchors and aliases"] = (
            1_000,
            n => Ships().With("ships/a.yaml", "names:\n" + Lines(n, i => $"- &a{i} x") + Lines(n, i => $"- *a{i}"))
        ),
        ["direction controls"] = (
            1_000,
            n => Ships().With("ships/a.yaml", "names:\n" + Lines(n, i => $"- \"x\u202A\""))
        ),

        // The contents of schemas and datapackage.yaml.
        ["kinds"] = (
            100,
            n => Many(new SeedSet(), n, i => ($"schema/K{i}.yaml", "properties:\n  note: { type: text }\n"))
        ),
        ["kinds that extend one"] = (
            100,
            n => Many(Ships(), n, i => ($"schema/K{i}.yaml", "extends: Named\nproperties:\n  note: { type: text }\n"))
        ),
        ["kinds that extend what is not there"] = (
            100,
            n => Many(Ships(), n, i => ($"schema/K{i}.yaml", "extends: Nomed\nproperties:\n  note: { type: text }\n"))
        ),
        ["kinds with one plural"] = (
            100,
            n => Many(Ships(), n, i => ($"schema/K{i}.yaml", "plural: Ships\nproperties:\n  note: { type: text }\n"))
        ),
        ["references between kinds"] = (
            100,
            n =>
                Many(
                    new SeedSet(),
                    n,
                    i =>
                        (
                            $"schema/K{i}.yaml",
                            $"properties:\n  next: {{ range: K{(i + 1) % n}, reverse: {{ name: last }} }}\n"
                        )
                )
        ),
        ["references to kinds that are not there"] = (
            100,
            n => Many(new SeedSet(), n, i => ($"schema/K{i}.yaml", $"properties:\n  next: {{ range: Q{i} }}\n"))
        ),
        ["properties"] = (
            200,
            n => Ships().With("schema/K.yaml", "properties:\n" + Lines(n, i => $"  p{i}: {{ type: text }}"))
        ),
        ["properties of a type that is not there"] = (
            400,
            n => Ships().With("schema/K.yaml", "properties:\n" + Lines(n, i => $"  p{i}: {{ type: tex }}"))
        ),
        ["properties with names that are none"] = (
            400,
            n => Ships().With("schema/K.yaml", "properties:\n" + Lines(n, i => $"  P-{i}: {{ type: text }}"))
        ),
        ["properties with reverses"] = (
            100,
            n =>
                Ships()
                    .With(
                        "schema/K.yaml",
                        "properties:\n" + Lines(n, i => $"  p{i}: {{ range: Ship, reverse: {{ name: r{i} }} }}")
                    )
        ),
        ["properties that a kind names and lacks"] = (
            400,
            n =>
                Ships()
                    .With(
                        "schema/K.yaml",
                        $"findBy: [{Items(n, i => $"q{i}")}]\nproperties:\n"
                            + Lines(20, i => $"  p{i}: {{ type: text }}")
                    )
        ),
        ["values of an enumeration"] = (
            1_000,
            n =>
                Ships()
                    .With(
                        "schema/K.yaml",
                        "properties:\n  size:\n    type: enum\n    values:\n" + Lines(n, i => $"      v{i}: x")
                    )
        ),
        ["values of an enumeration that entities have"] = (
            1_000,
            n =>
                Ships()
                    .With(
                        "schema/K.yaml",
                        "properties:\n  size:\n    type: enum\n    values:\n" + Lines(n, i => $"      v{i}: x")
                    )
                    .With("ks.yaml", Lines(n, i => $"k{i}: {{ size: v{i} }}"))
        ),
        ["properties that an entity has"] = (
            200,
            n =>
                Ships()
                    .With("schema/K.yaml", "properties:\n" + Lines(n, i => $"  p{i}: {{ type: text }}"))
                    .With("ks/a.yaml", Lines(n, i => $"p{i}: x"))
        ),
        ["patterns"] = (
            100,
            n =>
                Ships()
                    .With(
                        "schema/K.yaml",
                        "properties:\n" + Lines(n, i => $"  p{i}: {{ type: text, pattern: 'x{i}' }}")
                    )
                    .With("ks/a.yaml", Lines(n, i => $"p{i}: x{i}"))
        ),
        ["keys of a schema that nobody knows"] = (
            1_000,
            n => Ships().With("schema/K.yaml", Lines(n, i => $"lable{i}: x"))
        ),
        ["configurations of kinds that are not there"] = (
            1_000,
            n =>
                Ships()
                    .With("datapackage.yaml", "namespace: Seeded\nkinds:\n" + Lines(n, i => $"  Q{i}: {{ label: x }}"))
        ),
        ["keys that are renamed"] = (
            200,
            n =>
                Ships()
                    .With("schema/K.yaml", "properties:\n" + Lines(n, i => $"  p{i}: {{ type: text }}"))
                    .With(
                        "datapackage.yaml",
                        "namespace: Seeded\nkinds:\n  K:\n    rename:\n" + Lines(n, i => $"      k{i}: p{i}")
                    )
                    .With("ks/a.yaml", Lines(n, i => $"k{i}: x"))
        ),
        ["keys that are renamed and not there"] = (
            1_000,
            n =>
                Ships()
                    .With(
                        "datapackage.yaml",
                        "namespace: Seeded\nkinds:\n  Ship:\n    rename:\n" + Lines(n, i => $"      k{i}: q{i}")
                    )
        ),
        ["keys that are left out"] = (
            1_000,
            n =>
                Ships()
                    .With(
                        "datapackage.yaml",
                        "namespace: Seeded\nkinds:\n  Ship:\n    ignore:\n" + Lines(n, i => $"    - k{i}")
                    )
                    .With("ships/a.yaml", Lines(n, i => $"k{i}: x"))
        ),
        ["sources, licenses and contributors"] = (
            1_000,
            n =>
                Ships()
                    .With("datapackage.yaml", "namespace: Seeded\nsources:\n" + Lines(n, i => $"- {{ title: x{i} }}"))
        ),

        // Inference.
        ["records of a kind that is inferred"] = (
            1_000,
            n => new SeedSet().With("boats.yaml", Lines(n, i => $"- {{ id: b{i}, name: x{i}, size: {i} }}"))
        ),
        ["keys of a kind that is inferred"] = (
            90,
            n => new SeedSet().With("boats.yaml", "- { " + Items(n, i => $"key{i}: x{i}") + " }\n")
        ),
        ["keys without a letter of a kind that is inferred"] = (
            90,
            n =>
                new SeedSet().With("boats.yaml", "- { " + Items(n, i => $"\"{new string('!', i + 1)}\": x{i}") + " }\n")
        ),
        ["records in a record of a kind that is inferred"] = (
            45,
            n =>
                new SeedSet().With(
                    "boats.yaml",
                    "- { " + Items(n, i => $"\"{new string('!', i + 1)}\": {{ a: x{i}, b: [1] }}") + " }\n"
                )
        ),
        ["kinds that are inferred"] = (100, n => Many(new SeedSet(), n, i => ($"boats{i}/a.yaml", $"name: x{i}\n"))),
    };

    public static TheoryData<string> Names => [.. Lists.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Twice_as_much_costs_twice_the_work(string list)
    {
        var (count, seeds) = Lists[list];
        Measure(seeds(Math.Min(count, 20)));
        var (once, time) = Measure(seeds(count));
        var (twice, longer) = Measure(seeds(2 * count));
        output.WriteLine(
            FormattableString.Invariant(
                $"RATIO {list}: {(double)twice / once:0.00} of {once / 1_048_576.0:0.0} MB; {longer / time:0.00} of {time:0} ms"
            )
        );
        Assert.True(
            twice < once * Twice,
            FormattableString.Invariant($"{once:N0} bytes for {count}, {twice:N0} for {2 * count}")
        );
    }

    private static (long Bytes, double Milliseconds) Measure(SeedSet seeds)
    {
        var driver = SeedSet.CreateDriver(seeds.Texts);
        var compilation = SeedSet.CreateCompilation();
        var (before, watch) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
        var run = driver.RunGenerators(compilation).GetRunResult();
        var (bytes, time) = (GC.GetAllocatedBytesForCurrentThread() - before, watch.Elapsed.TotalMilliseconds);
        Assert.Null(run.Results[0].Exception);
        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Id == "DP0001");
        return (bytes, time);
    }

    private const string ShipSchema = """
        plural: Ships
        extends: Named
        properties:
          title: { type: text, localized: true }
          note: { type: text }
          names: { type: text, cardinality: many }
          marks: { type: text, cardinality: map }
          code: { type: text }
          number: { type: integer, unique: true }
          hull: { type: text, pattern: "[A-Z]+" }
          size: { type: enum, values: { small: x, large: y } }
          data: { type: any }
          calls: { range: Call, cardinality: many }
          home: { range: Ship, reverse: { name: guests } }
          port: { range: Ship, by: code }
          met: { range: Named, cardinality: many }

        """;

    private static SeedSet Ships() =>
        new SeedSet()
            .With(
                "schema/Named.yaml",
                "abstract: true\nfindBy: [aliases]\nproperties:\n  aliases: { type: text, cardinality: many }\n"
            )
            .With("schema/Harbour.yaml", "extends: Named\nproperties:\n  note: { type: text }\n")
            .With("schema/Call.yaml", "embedded: true\nproperties:\n  note: { type: text }\n")
            .With("schema/Ship.yaml", ShipSchema);

    private static SeedSet Article(int words) =>
        Ships().With("articles/log.md", "---\ntitle: Log\n---\n" + Lines(words, i => $"w{i} v{i}."));

    private static SeedSet Mentions(int count, Func<int, string> text, Func<int, string> mention) =>
        Ships()
            .With("ships.yaml", Lines(count, i => $"s{i}: {{ aliases: ['Ship {i}'] }}"))
            .With(
                "articles/log.md",
                "---\ntitle: Log\nmentions:\n"
                    + Lines(count, i => $"- {mention(i)}")
                    + "---\n"
                    + Lines(count, i => $"Then {text(i)}.")
            );

    private static SeedSet Many(SeedSet seeds, int count, Func<int, (string Path, string Text)> file)
    {
        for (var i = 0; i < count; i++)
        {
            var (path, text) = file(i);
            seeds.With(path, text);
        }

        return seeds;
    }

    private static string Lines(int count, Func<int, string> line)
    {
        var lines = new StringBuilder();
        for (var i = 0; i < count; i++)
            lines.Append(line(i)).Append('\n');
        return lines.ToString();
    }

    private static string Items(int count, Func<int, string> item) =>
        string.Join(", ", Enumerable.Range(0, count).Select(item));

    /// <summary>A language tag for each number: en-x-000abc.</summary>
    private static string Tag(int number) =>
        $"en-x-{(char)('a' + (number % 26))}{(char)('a' + (number / 26 % 26))}{(char)('a' + (number / 676 % 26))}{(char)('a' + (number / 17576))}";
}
