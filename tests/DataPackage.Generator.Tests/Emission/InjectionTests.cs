using System.Globalization;
using System.Text;
using DataPackage.Engine.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DataPackage.Generator.Tests.Emission;

/// <summary>Nothing in a text becomes code: values come back unchanged, and the compiler sees no type, member or
/// message except those of the schema.</summary>
public class InjectionTests
{
    private const int AstralCharacters = 1_000;

    private static SeedSet Notes() =>
        new SeedSet()
            .With(
                "schema/Note.yaml",
                """
                caption: name
                summary: summary
                findBy: [name, tags]
                properties:
                  name: { type: text, bidi: allowed, description: Its name. }
                  summary: { type: markdown, localized: true, bidi: allowed, description: What it says. }
                  tags: { type: text, cardinality: many, bidi: allowed, description: Its tags. }
                  url: { type: url, description: Its address. }
                  part: { range: Part, description: Its part. }
                """
            )
            .With(
                "schema/Part.yaml",
                "embedded: true\ndescription: A part.\nproperties:\n  text: { type: text, bidi: allowed, description: What it says. }\n"
            );

    /// <summary>As a double-quoted scalar in pure ASCII.</summary>
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
            quoted.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}");
        return quoted.Append('"').ToString();
    }

    /// <summary>Every UTF-16 unit except halves of pairs, and characters beyond them, in every position, alone and
    /// among letters.</summary>
    [Fact]
    public void Every_character_comes_back_as_it_was_from_every_position()
    {
        var random = new Random(1);
        var characters = Enumerable
            .Range(0, 0x10000)
            .Where(code => code is < 0xD800 or > 0xDFFF)
            .Select(code => ((char)code).ToString())
            .Concat(
                Enumerable.Range(0, AstralCharacters).Select(_ => char.ConvertFromUtf32(random.Next(0x10000, 0x110000)))
            )
            .ToList();
        const int perNote = 256;
        var chunks = characters.Chunk(perNote).ToList();
        var seeds = Notes();
        for (var i = 0; i < chunks.Count; i++)
        {
            var all = string.Concat(chunks[i].Select(character => $"a{character}b"));
            seeds.With(
                $"notes/n{i}.yaml",
                $"name: {Quoted(all)}\nsummary: {{ en: {Quoted(all)}, de: x }}\npart: {{ text: {Quoted(all)} }}\ntags: [{string.Join(", ", chunks[i].Select(Quoted))}]\n"
            );
        }

        var generated = seeds.Generate();

        Assert.Empty(generated.Messages);
        Assert.Empty(generated.CompilerMessages);
        AssertAscii(generated);
        for (var i = 0; i < chunks.Count; i++)
        {
            var all = string.Concat(chunks[i].Select(character => $"a{character}b"));
            var note = generated.Call("Notes", "Get", $"n{i}")!;
            Assert.Equal(all, note.Get("Name"));
            Assert.Equal(all, note.Get("Summary")!.ToString());
            Assert.Equal(all, note.Get("Part")!.Get("Text"));
            Assert.Equal(chunks[i], note.List("Tags"));
        }
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\udfff")]
    [InlineData("\\U0000D800")]
    [InlineData("\\U00110000")]
    public void An_escape_that_is_no_character_is_refused(string escape) =>
        Assert.EndsWith(
            "DP0002",
            Assert.Single(Notes().With("notes/a.yaml", $"name: \"{escape}\"\n").Generate().Messages),
            StringComparison.Ordinal
        );

    private static readonly string[] LineEnds = ["\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\v", "\f"];

    /// <summary>Texts that end a literal, a comment, a line or an attribute, or start something that only a compiler
    /// should.</summary>
    private static readonly string[] Endings =
    [
        "\"; } class X {",
        "\"); class X { }",
        "\"u8; class X { }",
        "\\\"; class X { }",
        "\\",
        "\\\\\"",
        "\"\"\"",
        "\"\"\"u8; class X { }",
        "*/ class X { }",
        "/* ",
        "// ",
        "]]> class X { }",
        "-->",
        "</summary>",
        "<b>",
        "<see cref=\"X\"/>",
        "<include file='/etc/passwd' path='*'/>",
        "&lt;",
        "&#10;class X { }",
        "&#x202E;",
        "&unknown;",
        "<![CDATA[",
        "{0}",
        "{{0}}",
        "{",
        "}",
        "$\"{1}\"",
        "@\"",
        "')]",
        "#pragma warning restore",
        "#line 1 \"x\"",
        "#error x",
        "#if true",
        "#endif",
        "#nullable disable",
        "#r \"x\"",
        "global::System.Environment.Exit(1)",
        "class X { }",
        ";",
        "\\u000aclass X { }",
        "\\U0000000A",
        "\\n",
        "\0",
        "\u001a",
        "\u001b[2J",
        "\u202E } class X {",
        "\u2066",
        "\u200B",
        "\u00AD",
        "\uFEFF",
        "\uFFFE",
        "\U0001F6A2",
        "\U000E0001",
        "e\u0301",
        "'",
        "`",
        "%00",
        "::error::x",
        "##vso[task]",
    ];

    public static IEnumerable<string> Corpus =>
        Endings.Concat(LineEnds.SelectMany(end => new[] { $"a{end}class X {{ }}", $"a{end}#error x", $"{end}" }));

    [Fact]
    public void No_text_declares_anything_wherever_it_stands()
    {
        var corpus = Corpus.ToList();
        Assert.True(corpus.Count >= 60, $"{corpus.Count} texts");
        SeedSet Seeds(Func<string, string> textOf)
        {
            var (first, all) = (
                Quoted(textOf(corpus[0])),
                string.Join(", ", corpus.Select(text => Quoted(textOf(text))))
            );
            var seeds = Notes();
            for (var i = 0; i < corpus.Count; i++)
            {
                var text = Quoted(textOf(corpus[i]));
                // In every text of a schema.
                seeds.With(
                    $"schema/K{i}.yaml",
                    $"label: {text}\ndescription: {text}\ndeprecated: {text}\nproperties:\n"
                        + $"  a: {{ type: text, description: {text}, deprecated: {text} }}\n  b: {{ type: enum, description: {text}, values: {{ c: {text} }} }}\n"
                        + $"  d: {{ range: Note, description: {text}, reverse: {{ name: k{i}, description: {text} }} }}\n"
                );
                // In every text of an entity.
                seeds.With(
                    $"notes/n{i}.yaml",
                    $"name: {text}\nsummary: {{ en: {text} }}\npart: {{ text: {text} }}\ntags: [{text}]\ncitations: [{{ article: log, quote: Some ship }}]\n"
                );
            }

            return seeds.With(
                "articles/log.md",
                $"---\ntitle: {first}\nauthor: {first}\n---\nSome ship <b> \"; }} class X {{ */ ]]>\n"
            );
        }

        // The visible part of a text of a schema: without controls of writing direction.
        string Hostile(string text) =>
            text.Replace("\u202E", "", StringComparison.Ordinal).Replace("\u2066", "", StringComparison.Ordinal);
        var expected = Seeds(_ => "x").Generate();
        var generated = Seeds(Hostile).Generate();

        Assert.Empty(generated.Messages);
        Assert.Empty(generated.CompilerMessages);
        AssertAscii(generated);
        Assert.Equal(Declared(expected), Declared(generated));
        for (var i = 0; i < corpus.Count; i++)
            Assert.Equal(Hostile(corpus[i]), Assert.Single(generated.Call("Notes", "Get", $"n{i}")!.List("Tags")));
    }

    /// <summary>Every type and member that the generated files declare.</summary>
    private static List<string> Declared(Generated generated) =>
        [
            .. generated
                .Compilation.GetSymbolsWithName(_ => true, SymbolFilter.All)
                .Select(symbol => symbol.ToDisplayString())
                .Order(StringComparer.Ordinal),
        ];

    private static void AssertAscii(Generated generated) =>
        Assert.All(
            generated.Sources,
            source =>
            {
                var bytes = source.SourceText.Encoding!.GetBytes(source.SourceText.ToString());
                Assert.True(bytes.All(b => b is (byte)'\n' or (>= (byte)' ' and <= (byte)'~')), source.HintName);
            }
        );

    public static IEnumerable<string> Words =>
        SyntaxFacts
            .GetReservedKeywordKinds()
            .Concat(SyntaxFacts.GetContextualKeywordKinds())
            .Select(SyntaxFacts.GetText)
            .Where(word => word.All(char.IsAsciiLetterLower))
            .Concat([
                "extension",
                "union",
                "closed",
                "value",
                "dynamic",
                "nint",
                "var",
                "_",
                "equals",
                "toString",
                "getHashCode",
                "getType",
                "memberwiseClone",
                "referenceEquals",
                "finalize",
                "equalityContract",
                "printMembers",
                "deconstruct",
                "clone",
                "id",
                "kind",
                "caption",
                "citations",
                "all",
                "get",
                "tryGet",
                "parse",
                "tryParse",
                "find",
                "findAll",
                "during",
                "word",
                "words",
            ])
            .Distinct();

    /// <summary>Keywords of C# as an accessor, a property, an enumeration's value, a kind, a plural, and as part of a
    /// namespace: either a valid name or one error.</summary>
    [Fact]
    public void A_word_that_means_something_in_CSharp_is_a_name_or_one_error()
    {
        var words = Words.ToList();
        Assert.True(words.Count > 100, $"{words.Count} words");
        string Pascal(string word) => char.ToUpperInvariant(word[0]) + word[1..];
        var seeds = new SeedSet().With(
            "schema/Word.yaml",
            "properties:\n"
                + string.Concat(words.Select(word => $"  {word}: {{ type: text }}\n"))
                + "  choice: { type: enum, values: ["
                + string.Join(", ", words.Where(word => word is not ("_" or "null")))
                + "] }\n"
        );
        foreach (var word in words.Where(word => word.All(char.IsAsciiLetterLower)))
            seeds
                .With($"words/{word}.yaml", "choice: " + word + "\n")
                .With($"words/x-{word}.yaml", $"csharpName: {word}\n");
        foreach (var word in words.Where(word => word != "_"))
            seeds.With(
                $"schema/{Pascal(word)}.yaml",
                seeds.Texts.Any(text => text.Path == $"schema/{Pascal(word)}.yaml")
                    ? seeds.Texts.Single(text => text.Path == $"schema/{Pascal(word)}.yaml").GetText()!.ToString()
                    : $"plural: {Pascal(word)}List\n"
            );

        var generated = seeds.Generate();

        Assert.True(generated.CompilerMessages.Count == 0, string.Join("\n", generated.CompilerMessages.Take(3)));
        Assert.All(generated.Messages, message => Assert.Matches("DP1010$|DP4003$|DP4004$", message));
        foreach (var word in words)
        {
            generated = Samples.Harbours().With("datapackage.yaml", $"namespace: A.{word}.B\n").Generate();
            Assert.True(
                generated.CompilerMessages.Count == 0,
                word + ": " + string.Join("\n", generated.CompilerMessages.Take(3))
            );
            Assert.True(generated.Messages is [] or ["datapackage.yaml(1,12): DP4004"], word);
        }
    }

    [Theory]
    [InlineData("ships/Albatros.yaml", "name: x\n", "ships/Albatros.yaml(1,1): DP4002")]
    [InlineData("ships.yaml", "albatros-: { name: x }\n", "ships.yaml(1,1): DP4003")]
    [InlineData("ships.yaml", "'@albatros': { name: x }\n", "ships/albatros.yaml(1,1): DP4003")]
    [InlineData("ships.yaml", "caf\u00e9: { name: x }\ncafe\u0301: { name: y }\n", "ships.yaml(2,1): DP0006")]
    [InlineData("ships.yaml", "x-1: { name: x }\nx1: { name: y }\n", "ships.yaml(2,1): DP4003")]
    [InlineData("ships.yaml", "albatros: { name: x }\n", "ships.yaml(1,1): DP4001")]
    [InlineData("ships/deep/albatros.yaml", "name: x\n", "ships/deep/albatros.yaml(1,1): DP4001")]
    public void Names_that_would_be_one_are_one_error(string path, string yaml, string expected)
    {
        var generated = Samples.Harbours().With(path, yaml).Generate();

        Assert.Contains(expected, generated.Messages);
        // In addition, the id and the file are reported as invalid names.
        Assert.Single(
            generated.Messages,
            message =>
                !(message.Contains("DP4002", StringComparison.Ordinal) || message == "DP0022") || message == expected
        );
        Assert.Empty(generated.CompilerMessages);
    }

    /// <summary>The third catalog of one plural once had the name of the second, and the generator failed to write
    /// it.</summary>
    [Fact]
    public void Three_kinds_of_one_plural_are_two_errors_and_three_catalogs()
    {
        var seeds = new SeedSet()
            .With("schema/Ship.yaml", "")
            .With("schema/Crew.yaml", "plural: Ships\n")
            .With("schema/Fleet.yaml", "plural: ships\n")
            .With("schema/Navy.yaml", "plural: Ships\n");

        var generated = seeds.With("schema/Fleet.yaml", "plural: Ships\n").Generate();

        Assert.Equal(
            ["schema/Crew.yaml(1,9): DP1010", "schema/Fleet.yaml(1,9): DP1010", "schema/Navy.yaml(1,9): DP1010"],
            generated.Messages
        );
        Assert.Empty(generated.CompilerMessages);
    }

    /// <summary>A kind of a package named DataPackage once hid the runtime's namespace and caused hundreds of compiler
    /// errors.</summary>
    [Theory]
    [InlineData("System", "Ship", "", "datapackage.yaml(1,12): DP1010")]
    [InlineData("System.Text", "Ship", "", "datapackage.yaml(1,12): DP1010")]
    [InlineData("DataPackage.Runtime", "Ship", "", "datapackage.yaml(1,12): DP1010")]
    [InlineData("DataPackage", "Runtime", "", "schema/Runtime.yaml(1,1): DP1010")]
    [InlineData("DataPackage", "Ship", "plural: Runtime\n", "schema/Ship.yaml(1,9): DP1010")]
    [InlineData(
        "DataPackage",
        "Run",
        "properties:\n  time: { type: enum, values: [a] }\n",
        "schema/Run.yaml(2,3): DP1010"
    )]
    public void No_name_hides_what_generated_code_refers_to(string name, string kind, string schema, string expected)
    {
        var generated = new SeedSet()
            .With("datapackage.yaml", $"namespace: {name}\n")
            .With($"schema/{kind}.yaml", schema)
            .Generate();

        if (kind != "Run")
            Assert.Equal(expected, Assert.Single(generated.Messages));
        Assert.Empty(generated.CompilerMessages);
    }

    /// <summary>EmitCompilerGeneratedFiles writes each file below a folder of the generator: the longest allowed names
    /// fit into Windows paths.</summary>
    [Fact]
    public void Generated_files_have_plain_names_that_fit_into_a_path()
    {
        const string folders = "DataPackage.Generator/DataPackage.Generator.DataPackageGenerator/";
        var name = new string('x', SeedLimits.NameLength - 1);
        var generated = new SeedSet()
            .With($"schema/K{name}.yaml", $"plural: P{name}\nproperties:\n  a: {{ type: text }}\n")
            .With(
                $"p{name}.yaml",
                string.Concat(Enumerable.Range(0, 3_000).Select(i => $"i{i}: {{ a: {new string('y', 100)} }}\n"))
            )
            .Generate();

        Assert.Empty(generated.Messages);
        Assert.Contains(generated.Sources, source => source.HintName.Contains(".Values.1.", StringComparison.Ordinal));
        Assert.All(generated.Sources, source => Assert.Matches("^[A-Za-z0-9._-]{1,100}$", source.HintName));
        Assert.All(generated.Sources, source => Assert.InRange((folders + source.HintName).Length, 1, 160));
        Assert.Equal(
            generated.Sources.Count,
            generated.Sources.Select(source => source.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count()
        );
    }
}
