using DataPackage.Engine.Syntax;
using DataPackage.Generator.Tests.Fuzz;

namespace DataPackage.Generator.Tests.Syntax;

/// <summary>A table with a header becomes a list of mappings. Mistakes are at the cell or the row.</summary>
public class TableReaderTests
{
    private static SeedDocument Read(string text, string path = "ships.csv") =>
        SeedReader.Read(path, path, text, CancellationToken.None);

    private static string Show(SeedNode? node) =>
        node switch
        {
            null => "",
            SeedScalar { IsNull: true } => "?",
            SeedScalar scalar => scalar.IsPlain ? scalar.Text : $"'{scalar.Text}'",
            SeedSequence list => $"[{string.Join(", ", list.Items.Select(Show))}]",
            _ => $"{{{string.Join(", ", ((SeedMapping)node).Entries.Select(e => $"{e.Name}: {Show(e.Value)}"))}}}",
        };

    private static string Messages(SeedDocument document) =>
        string.Join(
            ' ',
            document.Diagnostics.Select(found =>
                $"{found.Rule.Id}({found.Location.Lines.Start.Line + 1},{found.Location.Lines.Start.Character + 1})"
            )
        );

    [Theory]
    [InlineData("id,n\na,1\nb,2\n", "[{id: 'a', n: 1}, {id: 'b', n: 2}]")]
    [InlineData("id,n\r\na,1\r\nb,2", "[{id: 'a', n: 1}, {id: 'b', n: 2}]")]
    [InlineData("id,n\ra,1\r\rb,2\r", "[{id: 'a', n: 1}, {id: 'b', n: 2}]")]
    [InlineData("\n\nid,n\n\na,1\n,\n \nb,2\n\n", "[{id: 'a', n: 1}, {id: 'b', n: 2}]")]
    [InlineData("id,n\n", "[]")]
    [InlineData("id", "[]")]
    [InlineData("", "")]
    [InlineData("\n\n", "")]
    [InlineData("id,n,m\na,,\nb,\"\",x\n", "[{id: 'a'}, {id: 'b', m: 'x'}]")]
    [InlineData("id , n\na, 1\n", "[{id: 'a', n: ' 1'}]")]
    [InlineData(
        "a\nnull\n~\nNULL\ntrue\nFALSE\nyes\n1.50\n-0.5e3\n01\n+1\n.5\n1 000\n",
        "[{a: 'null'}, {a: '~'}, {a: 'NULL'}, {a: true}, {a: FALSE}, {a: 'yes'}, {a: 1.50}, "
            + "{a: -0.5e3}, {a: '01'}, {a: '+1'}, {a: '.5'}, {a: '1 000'}]"
    )]
    [InlineData("\"a\",\"b,c\"\n\"1\",\"x, \"\"y\"\"\"\n", "[{a: 1, b,c: 'x, \"y\"'}]")]
    [InlineData("a,b\n\"x\r\ny\",2\n", "[{a: 'x\ny', b: 2}]")]
    [InlineData("a,b\n5\" pipe,6'\n", "[{a: '5\" pipe', b: '6''}]")]
    [InlineData("a,b\n{x},[y]\n", "[{a: '{x}', b: '[y]'}]")]
    [InlineData(
        "id,name.en,name.de\na,Tern,\nb,,Alk\nc,,\n",
        "[{id: 'a', name: {en: 'Tern'}}, {id: 'b', name: {de: 'Alk'}}, {id: 'c'}]"
    )]
    [InlineData(
        "name.en,id,name.de,x.y.z\nTern,a,Sula,1\n",
        "[{name: {en: 'Tern', de: 'Sula'}, id: 'a', x: {y: {z: 1}}}]"
    )]
    [InlineData("a..b,.c,d.\n1,2,3\n", "[{a..b: 1, .c: 2, d.: 3}]")]
    [InlineData("<<,b\nx,1\n", "[{<<: 'x', b: 1}]")]
    public void A_table_is_read(string text, string expected)
    {
        var document = Read(text);
        Assert.Equal("", Messages(document));
        Assert.False(document.IsBroken);
        Assert.Equal(expected, Show(document.Root));
    }

    [Theory]
    [InlineData("id\tn\na\t1\n", "[{id: 'a', n: 1}]")]
    [InlineData("id\tn\na,b\t\"x\ty\"\n", "[{id: 'a,b', n: 'x\ty'}]")]
    [InlineData("id\tn\na\t\"x\ny\"\n", "[{id: 'a', n: 'x\ny'}]")]
    [InlineData("id\tn\na\t\"x\" y\nb\t\"z\n", "[{id: 'a', n: '\"x\" y'}, {id: 'b', n: '\"z'}]")]
    [InlineData("id\tn\na\t \"x\"\n", "[{id: 'a', n: ' \"x\"'}]")]
    public void Tabs_separate_and_quotes_count_only_around_a_whole_cell(string text, string expected)
    {
        var document = Read(text, "ships.tsv");
        Assert.Equal("", Messages(document));
        Assert.Equal(expected, Show(document.Root));
    }

    [Fact]
    public void Every_cell_knows_its_place()
    {
        const string text = "id,note\r\na,\"x\r\ny, \"\"z\"\"\"\r\nb,w\r\n";
        var document = Read(text);
        string Source(SeedNode node) => text.Substring(node.Span.Start, node.Span.Length);
        var rows = Assert.IsType<SeedSequence>(document.Root).Items.Cast<SeedMapping>().ToList();
        Assert.Equal(["a,\"x\r\ny, \"\"z\"\"\"", "b,w"], rows.Select(Source));
        Assert.Equal(["id", "note"], rows[1].Entries.Select(entry => Source(entry.Key)));
        Assert.Equal("x\r\ny, \"\"z\"\"", Source(rows[0].Entries[1].Value));
        Assert.Equal("(1,3)", Place(document, rows[0].Entries[1].Value));
        Assert.Equal("(3,0)", Place(document, rows[1].Entries[0].Value));
        Assert.Equal("(3,2)", Place(document, rows[1].Entries[1].Value));
    }

    private static string Place(SeedDocument document, SeedNode node) =>
        $"({document.At(node).Lines.Start.Line},{document.At(node).Lines.Start.Character})";

    [Theory]
    [InlineData("a,b,a\n1,2,3\n", "DP0006(1,5)", "")]
    [InlineData("caf\u00e9,cafe\u0301\n1,2\n", "DP0006(1,6)", "")]
    [InlineData("a,\"b\nx,y\n", "DP0025(1,3)", "")]
    [InlineData("a,b\n1\n3,4\n5,6,7\n", "DP0025(2,1) DP0025(4,1)", "[{a: 1}, {a: 3, b: 4}, {a: 5, b: 6}]")]
    [InlineData("a,b\n1,\"x\" y\n3,4\n", "DP0025(2,5)", "[{a: 3, b: 4}]")]
    [InlineData("a,b\n1, \"x\"\n3,4\n", "DP0025(2,3)", "[{a: 3, b: 4}]")]
    [InlineData("a,b\n3,4\n1,\"x\n5,6\n", "DP0025(3,3)", "[{a: 3, b: 4}]")]
    [InlineData("a,b\n1,x\u0085y\n3,4\n", "DP0004(2,4)", "[{a: 1, b: ?}, {a: 3, b: 4}]")]
    public void A_mistake_is_at_its_cell_or_row_and_loses_no_other_row(string text, string messages, string kept)
    {
        var document = Read(text);
        Assert.Equal(messages, Messages(document));
        Assert.True(document.IsBroken);
        Assert.Equal(kept, Show(document.Root));
    }

    [Theory]
    [InlineData("a,b\n1\n", "ships.csv", "this row has 1 cell, and the header has 2 cells")]
    public void A_message_says_what_to_do(string text, string path, string message) =>
        Assert.Equal("This table cannot be read: " + message, Assert.Single(Read(text, path).Diagnostics).Text);

    [Theory]
    [InlineData("a;b\n1;2\n", "ships.csv", "[{a: 1, b: 2}]")]
    [InlineData("a\tb\n1\t2\n", "ships.csv", "[{a: 1, b: 2}]")]
    [InlineData("a,b\n1,2\n", "ships.tsv", "[{a: 1, b: 2}]")]
    [InlineData("a;b,c\n1;2,3\n", "ships.csv", "[{a;b: '1;2', c: 3}]")]
    [InlineData("\"a,b\";c\n1;2\n", "ships.csv", "[{a,b: 1, c: 2}]")]
    [InlineData("\"a\t\nb\",c\n1,2\n", "ships.csv", "[{a\t\nb: 1, c: 2}]")]
    [InlineData(",b\n1,2\n", "ships.csv", "[{: 1, b: 2}]")]
    [InlineData("name,name.en\nx,y\n", "ships.csv", "[{name: 'x', name.en: 'y'}]")]
    [InlineData("name.en,name,name.de\nx,y,z\n", "ships.csv", "[{name.en: 'x', name: 'y', name.de: 'z'}]")]
    public void The_header_says_what_separates_cells_and_which_columns_nest(string text, string path, string expected)
    {
        var document = Read(text, path);
        Assert.Empty(document.Diagnostics);
        Assert.Equal(expected, Show(document.Root));
    }

    [Theory]
    [InlineData("ships.csv", ",")]
    [InlineData("ships.tsv", "\t")]
    public void A_package_of_a_table_has_its_errors_at_the_very_cell(string path, string separator)
    {
        var set = new SeedSet()
            .With("datapackage.yaml", "namespace: Seeded\n")
            .With(
                "schema/Ship.yaml",
                "properties:\n  name: { type: text, localized: true, description: A name. }\n"
                    + "  masts: { type: integer, description: How many. }\n"
                    + "  built: { type: date, description: When. }\n"
            );
        string Table(string text) => text.Replace(",", separator, StringComparison.Ordinal);
        var generated = set.With(
                path,
                Table("id,name.en,name.de,masts,built\ntern,Tern,Seeschwalbe,3,1999\nauk,\"Great\nAuk\",,,\n")
            )
            .Generate();
        Assert.Empty(generated.Messages);
        Assert.Equal("Tern", generated.Entity("Ships", "Tern").Get("Name")!.ToString());
        Assert.Equal(3L, generated.Entity("Ships", "Tern").Get("Masts"));
        Assert.Equal("Great\nAuk", generated.Entity("Ships", "Auk").Get("Name")!.ToString());
        Assert.Equal(
            [$"{path}(1,16): DP1002", $"{path}(2,7): DP1004", $"{path}(4,11): DP1005"],
            set.With(path, Table("id,masts,built,mast\ntern,\"x\ny\",1999,1\nauk,,1999-13,2\n"))
                .Generate()
                .Messages.Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("ships.csv", "id,masts,mass,code\ntern,3,1e3,007\nauk,2,2.5,12\n")]
    [InlineData("ships.tsv", "id\tmasts\tmass\tcode\ntern\t\"3\"\t1e3\t007\nauk\t2\t2.5\t12\n")]
    [InlineData(
        "ships.json",
        "{\"tern\": {\"masts\": 3, \"mass\": 1e3, \"code\": \"007\"}, "
            + "\"auk\": {\"masts\": 2, \"mass\": 2.5, \"code\": \"12\"}}"
    )]
    [InlineData(
        "ships.json",
        "[{\"id\": \"tern\", \"masts\": 3, \"mass\": 1e3, \"code\": \"007\"}, "
            + "{\"id\": \"auk\", \"masts\": 2, \"mass\": 2.5, \"code\": \"12\"}]"
    )]
    public void Data_without_a_schema_have_the_types_that_people_would_choose(string path, string text)
    {
        var generated = new SeedSet().With(path, text).Generate();
        Assert.Equal([$"{path}(1,1): DP1050", $"{path}(1,1): DP1053"], generated.Messages);
        var tern = generated.Entity("Ships", "Tern");
        Assert.Equal((3L, 1000m, "007"), (tern.Get("Masts"), tern.Get("Mass"), tern.Get("Code")));
    }

    [Fact]
    public void Any_table_is_read_back_equal()
    {
        var run = FuzzRun.FromEnvironment(2_000);
        foreach (var seed in run.Seeds)
        {
            var random = new Random(seed);
            var separator = random.Next(2) == 0 ? ',' : '\t';
            var lineEnd = new[] { "\n", "\r\n", "\r" }[random.Next(3)];
            var width = random.Next(1, 5);
            var rows = Enumerable
                .Range(0, random.Next(6))
                .Select(_ => Enumerable.Range(0, width).Select(_ => RandomText(random)).ToArray())
                .ToList();
            var lines = rows.Prepend([.. Enumerable.Range(0, width).Select(i => "c" + i)])
                .Select(row => string.Join(separator, row.Select(cell => Quote(cell, random))));
            var text = string.Join(lineEnd, lines) + (random.Next(2) == 0 ? lineEnd : "");
            var document = Read(text, separator == ',' ? "a.csv" : "a.tsv");
            Assert.True(document.Diagnostics.Count == 0, FuzzRun.Again(seed));
            var expected = rows.Where(row => row.Any(cell => !string.IsNullOrWhiteSpace(cell)))
                .Select(row =>
                    string.Join(
                        '|',
                        row.Select(cell => cell.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'))
                    )
                );
            Assert.Equal(
                expected,
                ((SeedSequence)document.Root!).Items.Select(row =>
                    string.Join(
                        '|',
                        Enumerable
                            .Range(0, width)
                            .Select(i => (((SeedMapping)row).ValueOf("c" + i) as SeedScalar)?.Text)
                    )
                )
            );
        }
    }

    [Fact]
    public void Any_text_at_all_can_be_read()
    {
        var run = FuzzRun.FromEnvironment(5_000);
        foreach (var seed in run.Seeds)
        {
            var random = new Random(seed);
            var text = string.Concat(
                Enumerable.Range(0, random.Next(40)).Select(_ => "\"\",,\t\n\r;. ab1.\ud83d\u0001"[random.Next(16)])
            );
            foreach (var path in new[] { "a.csv", "a.tsv" })
            {
                var document = Read(text, path);
                Assert.Equal(document.IsBroken, document.Diagnostics.Count > 0);
                Assert.All(document.Diagnostics, found => Assert.InRange(found.Location.Span.End, 0, text.Length));
                Assert.All(document.Lost, lost => Assert.InRange(lost.End, lost.Start, text.Length));
            }
        }
    }

    private static readonly string[] Pieces =
    [
        "a",
        "1",
        "\"",
        ",",
        "\t",
        "\n",
        "\r\n",
        "\r",
        " ",
        ";",
        "\u00e9",
        "\U0001F6A2",
    ];

    private static string RandomText(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static string Quote(string cell, Random random) =>
        cell.IndexOfAny(['"', ',', '\t', '\n', '\r']) >= 0 || random.Next(3) == 0
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;
}
