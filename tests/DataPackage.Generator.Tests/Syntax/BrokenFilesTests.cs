using System.Globalization;
using DataPackage.Engine.Syntax;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Tests.Syntax;

/// <summary>The readable parts of a file that is not YAML: all before its fault, and the entries after it.</summary>
public class BrokenFilesTests
{
    private static SeedDocument Read(string path, string text) =>
        SeedReader.Read(path, path, text, CancellationToken.None);

    /// <summary>The keys and items of a tree, as a curator would write them on one line; lost parts are
    /// <c>?</c>.</summary>
    private static string Show(SeedDocument document, SeedNode? node) =>
        node switch
        {
            null => "",
            SeedScalar scalar when document.LacksPartOf(scalar) => "?",
            SeedScalar scalar => scalar.Text.Trim(),
            SeedSequence list =>
                $"[{string.Join(", ", list.Items.Select(item => Show(document, item)))}]{(document.LacksPartOf(list) ? "?" : "")}",
            _ =>
                $"{{{string.Join(", ", ((SeedMapping)node).Entries.Select(entry => $"{entry.Name}: {Show(document, entry.Value)}"))}}}{(document.LacksPartOf(node) ? "?" : "")}",
        };

    [Theory]
    [InlineData("a: 1\nb: \"x\nc: 3\n", "{a: 1, b: ?, c: 3}?")]
    [InlineData("a: 1\nb: \"x\nc: \"y\"\nd: 4\n", "{a: 1, b: ?, c: y, d: 4}?")]
    [InlineData("a: 1\nb: 'x\nc: it's\nd: 4\n", "{a: 1, b: ?, c: it's, d: 4}?")]
    [InlineData("a: 1\nb: [x, y\nc: 3\nd: 4\n", "{a: 1, b: [x]?, c: 3, d: 4}?")]
    [InlineData("a: 1\nb: { x: 1, y: \"z\nc: 3\n", "{a: 1, b: {x: 1, y: ?}?, c: 3}?")]
    [InlineData("a: 1\nbe\nc: 3\n", "{a: 1, c: 3}?")]
    [InlineData("[a: 1\nb: 2\n", "{b: 2}")]
    [InlineData("{ a: 1,\nb: 2,\nc: \"x\n}\n", "{a: 1, b: 2, c: ?}?")]
    [InlineData("be\nc: 3\nd: 4\n", "{c: 3, d: 4}")]
    [InlineData("p:\n  a:\n    b: 1\nx    c: 2\n    d: 3\n  e: 4\nf: 5\n", "{p: {a: {b: 1}?}?, f: 5}?")]
    [InlineData("p:\n  a:\n    b: 1\n\u2028    c: 2\n    d: 3\n  e: 4\n", "{p: {a: {b: 1}?}?}?")]
    [InlineData("\"be\nc: 3\nd: 4\n", "{c: 3, d: 4}")]
    [InlineData("a: x: y\nb: 2\n", "{a: ?, b: 2}?")]
    [InlineData("a: 1\n@b: 2\nc: 3\n", "{a: 1, c: 3}?")]
    [InlineData("a: 1\n\tb: 2\nc: 3\n", "{a: ?, c: 3}?")]
    [InlineData("a:\n\t- b\nc: 3\n", "{a: ?, c: 3}?")]
    [InlineData(" a: 1\nb: 2\nc: 3\n", "{a: 1, b: 2, c: 3}?")]
    [InlineData("a: 1\n b: 2\nc: 3\n", "{a: ?, c: 3}?")]
    [InlineData("a: 1\nb:\n  c: 3\n d: 4\n  e: 5\nf: 6\n", "{a: 1, b: {c: 3, e: 5}?, f: 6}?")]
    [InlineData("a: 1\nb:\n   c: 3\n  d: 4\n  e: 5\nf: 6\n", "{a: 1, b: {c: 3, d: 4, e: 5}?, f: 6}?")]
    [InlineData("a:\n  b:\n    c: \"x\n    d: 4\n  e: 5\nf: 6\n", "{a: {b: {c: ?, d: 4}?, e: 5}?, f: 6}?")]
    [InlineData("a: |x\n  b: 2\nc: 3\n", "{a: ?, c: 3}?")]
    [InlineData("- a\n- @\n- c\n", "[a, c]?")]
    [InlineData("- {a: 1}\n- {a: \"2}\n- {a: 3}\n", "[{a: 1}, {a: ?}?, {a: 3}]?")]
    [InlineData("- a: 1\n  b: \"x\n  c: 3\n- a: 2\n", "[{a: 1, b: ?, c: 3}?, {a: 2}]?")]
    [InlineData("x:\n- a\n- 'b\n- c\ny: 2\n", "{x: [a, c]?, y: 2}?")]
    [InlineData("a: !!int {b: 1}\nc: 3\n", "{a: ?, c: 3}?")]
    [InlineData("? [a, b]\n: c\nd: 4\n", "{d: 4}?")]
    [InlineData("a: *x\nb: 2\n", "{a: ?, b: 2}?")]
    [InlineData("<<: *x\nb: 2\n", "{b: 2}?")]
    [InlineData("a: &a {x: !!int z, y: 2}\nb: {<<: *a, z: 3}\n", "{a: {x: ?, y: 2}?, b: {x: ?, y: 2, z: 3}?}?")]
    [InlineData("a: &a {x: 1}\nb:\n  <<: *a\n  \"y\n  z: 3\nc: 4\n", "{a: {x: 1}, b: {x: 1, z: 3}?, c: 4}?")]
    [InlineData("a: |\n    \n    x\nb: \"y\nc: |\n  \n  z\nd: 4\n", "{a: x, b: ?, c: z, d: 4}?")]
    [InlineData("a: x\u2028y\nb: 2\n", "{a: ?, b: 2}?")]
    [InlineData("# \u0001\na: 1\n", "{a: 1}")]
    [InlineData("a: 1\nb:\n  c: 3\nbe\n  d: 4\ne: 5\n", "{a: 1, b: {c: 3}?, e: 5}?")]
    [InlineData("\"# x\n- {a: \"$\"}\n- {a: 2}\n", "[{a: $}, {a: 2}]")]
    public void What_is_whole_is_kept(string yaml, string expected)
    {
        var document = Read("ships.yaml", yaml);
        Assert.True(document.IsBroken);
        Assert.Single(document.Diagnostics);
        Assert.Equal(expected, Show(document, document.Root));
    }

    [Theory]
    [InlineData("a: &x 1\nb: \"c\nd: *x\n", "{a: 1, b: ?, d: 1}?")]
    [InlineData("a: \"\nb: [&x 1, }\nd: *x\n", "{a: ?, b: [1]?, d: 1}?")]
    [InlineData("a: &x 1\nb: [&x 2, }\nd: *x\n", "{a: 1, b: [2]?, d: 2}?")]
    [InlineData("a: &x 1\nb: \"&x 2\nd: *x\n", "{a: 1, b: ?, d: ?}?")]
    public void An_alias_means_what_it_would_in_the_whole_file_or_nothing(string yaml, string expected)
    {
        var document = Read("ships.yaml", yaml);
        Assert.Single(document.Diagnostics);
        Assert.Equal(expected, Show(document, document.Root));
    }

    [Fact]
    public void The_documents_after_a_fault_are_read_too()
    {
        var document = Read("ships.yaml", "id: a\nx: \"\n---\nid: b\n---\nid: [c\n---\nid: d\n");
        Assert.Equal(
            "{id: a, x: ?}? {id: b} {id: [c]?}? {id: d}",
            string.Join(' ', document.Roots.Select(root => Show(document, root)))
        );
    }

    public static TheoryData<string> ManyFaults =>
        new(
            "e{0}: [\n",
            "e{0}: \"x\" y\n",
            "- e{0}: {{\n",
            "e{0}: 'x\n",
            "@e{0}\n",
            "e{0}: &a{0} [\n",
            " e{0}: 1\ne{0}: 2\n",
            "e{0}: [a{0}: [1],\n"
        );

    /// <summary>Sixteen thousand broken entries: the work is linear in the size of the file.</summary>
    [Theory]
    [MemberData(nameof(ManyFaults))]
    public void Any_number_of_faults_is_read_in_time_that_grows_with_the_file(string entry)
    {
        long Cost(int count)
        {
            var text = string.Concat(
                Enumerable.Range(0, count).Select(i => string.Format(CultureInfo.InvariantCulture, entry, i))
            );
            Read("ships.yaml", text);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.True(Read("ships.yaml", text).IsBroken);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.InRange(Cost(16_000), 0, Cost(8_000) * 2.5);
    }

    public static TheoryData<string> HalfTypedFacts =>
        new(
            "namespace: Fleet\ndescription: \"half\n",
            "description: \"half\nnamespace: Fleet\n",
            "description: \"half\nnamespace: Fleet\ntitle: \"Whole\"\n",
            "title: it's\ndescription: 'half\nnamespace: Fleet\n",
            "sources: [{ title: A\nnamespace: Fleet\n",
            "names\nnamespace: Fleet\n",
            "namesp\nace: Fleet\ntitle: A\n",
            "namespace: [Fleet\ntitle: A\n",
            "namespace: {Fleet\ntitle: A\n",
            "\ttitle: A\nnamespace: Fleet\n",
            " title: A\nnamespace: Fleet\n",
            "namespace: \"Fleet\ntitle: A\n",
            "namespace: 'Fleet\n",
            "namespace: Fleet.\n",
            "namespace: Fle[et\n",
            "namespace Fleet\ntitle: A\n",
            "@namespace: Fleet\ntitle: A\n",
            "title: A\n---\nnamespace: Fleet\n",
            "title: A\u2028\nnamespace: Fleet\n"
        );

    [Theory]
    [MemberData(nameof(HalfTypedFacts))]
    public void A_broken_datapackage_keeps_its_namespace(string facts)
    {
        var generated = Samples.Harbours().With("datapackage.yaml", facts).Generate("_ = Fleet.Harbours.OldPort;");
        Assert.Single(generated.Errors);
        Assert.Contains("namespace Fleet", generated.Source("Harbour.g.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain(
            generated.CompilerMessages,
            message =>
                message.Contains("CS0234", StringComparison.Ordinal)
                || message.Contains("CS0246", StringComparison.Ordinal)
        );
    }

    public static TheoryData<string, string> Edits =>
        new()
        {
            { "schema/Harbour.yaml", "description: A place where ships lie." },
            { "schema/Harbour.yaml", "plural: Harbours" },
            { "schema/Harbour.yaml", "opened:" },
            { "schema/Named.yaml", "abstract: true" },
            { "schema/Named.yaml", "caption: name" },
            { "schema/Call.yaml", "description: A stay" },
            { "schema/Ship.yaml", "extends: [Named]" },
            { "schema/Ship.yaml", "home:" },
            { "schema/Ship.yaml", "calls:" },
            { "harbours/old-port.yaml", "name:" },
            { "harbours/old-port.yaml", "code: FR" },
            { "ships/albatros.yaml", "met:" },
            { "ships/albatros.yaml", "citations:" },
            { "articles/log.md", "title:" },
            { "articles/log.md", "language:" },
        };

    /// <summary>One mistake is one error in its file, and what it hides causes no error elsewhere.</summary>
    [Theory]
    [MemberData(nameof(Edits))]
    public void A_broken_file_is_one_error_and_takes_no_accessor_away(string path, string edited)
    {
        foreach (var half in new[] { "@", "\"", "[", "{", "\t", "%", "'" })
        {
            var whole = Samples.Harbours();
            var text = whole.Texts.Single(file => file.Path == path).GetText()!.ToString();
            foreach (
                var broken in new[]
                {
                    text.Replace(edited, half + edited, StringComparison.Ordinal),
                    text.Replace(
                        edited,
                        edited.Replace(": ", ": " + half, StringComparison.Ordinal).TrimEnd(':')
                            + (edited.EndsWith(':') ? ": " + half : ""),
                        StringComparison.Ordinal
                    ),
                }
            )
            {
                var generated = whole.With(path, broken).Generate();
                if (generated.Errors.Count == 0)
                    continue;
                Assert.True(generated.Errors.Count == 1, broken + "\n" + string.Join('\n', generated.Errors));
                Assert.StartsWith(path, generated.Errors[0], StringComparison.Ordinal);
                var data = string.Concat(generated.Sources.Select(source => source.SourceText.ToString()));
                Assert.All(
                    ["OldPort", "NewPort", "Albatros", "Boreas", "Log"],
                    accessor =>
                        Assert.True(data.Contains($" {accessor} =>", StringComparison.Ordinal), $"{accessor}\n{broken}")
                );
            }
        }
    }

    private const string Languages =
        "- id: deu\n  name: German\n  speakers: 90\n- id: fra\n  name: French\n  speakers: 80\n- id: eng\n  name: English\n  speakers: 400\n";

    [Theory]
    [InlineData("name: French", "name: \"French")]
    [InlineData("name: French", "name: [French")]
    [InlineData("name: French", "na")]
    [InlineData("speakers: 80", "speakers: {")]
    [InlineData("- id: fra", "- id: 'fra")]
    [InlineData("- id: eng", "- id: @eng")]
    [InlineData("  speakers: 80", "\tspeakers: 80")]
    public void Half_a_record_changes_no_type_that_was_inferred(string from, string to)
    {
        var whole = new SeedSet().With("languages.yaml", Languages).Generate();
        var half = new SeedSet()
            .With("languages.yaml", Languages.Replace(from, to, StringComparison.Ordinal))
            .Generate();
        Assert.Single(half.Errors);
        Assert.Equal(whole.Source("Language.g.cs"), half.Source("Language.g.cs"));
    }

    [Fact]
    public void Half_a_line_of_an_entity_makes_no_entity_of_its_file()
    {
        var half = new SeedSet()
            .With(
                "languages.yaml",
                "deu:\n  name: German\nfra:\n  \"name: French\n  speakers: 80\neng:\n  name: English\n"
            )
            .Generate();
        var text = string.Concat(half.Sources.Select(source => source.SourceText.ToString()));
        Assert.All(
            ["Deu", "Fra", "Eng"],
            accessor => Assert.Contains($" {accessor} =>", text, StringComparison.Ordinal)
        );
        Assert.Single(half.Errors);
    }

    [Theory]
    [InlineData("\"deu:\n  name: German\n")]
    [InlineData("deu:\n  name: \"German\n")]
    [InlineData("deu:\n  name: German\nname:\n  - a\n  group: x\n")]
    [InlineData("deu:\n  name: German\nname: English\n  group: x\n")]
    public void What_datapackage_says_of_an_inferred_kind_is_no_mistake_while_its_file_is_broken(string languages)
    {
        var half = new SeedSet()
            .With(
                "datapackage.yaml",
                "namespace: Tongues\nkinds:\n  Language:\n    references: { group: Language }\n    rename: { scope: area }\n"
            )
            .With("languages.yaml", languages)
            .Generate();
        Assert.StartsWith("languages.yaml", Assert.Single(half.Errors), StringComparison.Ordinal);
        Assert.Contains(
            "class Languages",
            string.Concat(half.Sources.Select(source => source.SourceText.ToString())),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_key_that_is_typed_on_the_next_line_makes_no_record_of_the_file()
    {
        var half = new SeedSet()
            .With("languages.yaml", "deu:\n  name: German\nfra:\n  na\neng:\n  name: English\n")
            .Generate();
        Assert.Contains(
            " Deu =>",
            string.Concat(half.Sources.Select(source => source.SourceText.ToString())),
            StringComparison.Ordinal
        );
        Assert.Single(half.Errors);
    }

    [Fact]
    public void Front_matter_without_its_end_is_read_up_to_a_blank_line()
    {
        var document = Read("articles/a.md", "---\ntitle: A\nredistribute: false\nauth\n\nThe text.\n");
        Assert.Equal("{title: A, redistribute: false}?", Show(document, document.Root));
        Assert.Equal("The text.", document.Article!.Text);
        Assert.Contains("not closed", document.TextFault, StringComparison.Ordinal);
    }
}
