using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Syntax;

namespace DataPackage.Generator.Tests.Syntax;

/// <summary>A large file is cut at its items, and only where each of them can be read without the others.</summary>
public class SeedCutterTests
{
    private const string File = "ships.yaml";

    private static CutSeed? Cut(string text, bool mayBeMap = true, int piece = 32) =>
        SeedCutter.Cut(File, File, text, mayBeMap, new CutLengths(1, piece));

    [Theory]
    [InlineData("- id: a\n  name: A\n- id: b\n- id: c\n")]
    [InlineData("a:\n  name: A\nb:\n  name: B\n\n# about c\nc: {}\n")]
    [InlineData("# on top\n\n- id: a\n  text: |\n    - no item\n    b: c\n\n- id: b\n  text: >+\n    x\n\n\n- id: c")]
    [InlineData("a:\r\n  name: A\r\nb:\r\n  name: B\r\nc:\r\n  - 1\r\n- 2\r\n")]
    [InlineData("a:\n- 1\n- 2\nb:\n- 3\n")]
    [InlineData("\"a b\": {}\n'c d': {}\ne f : {}\nhttp://x: {}\n")]
    [InlineData("- R&D\n- salt & pepper\n- a\n")]
    [InlineData("-\n  id: a\n-\n  id: b\n")]
    public void Every_part_of_a_file_is_in_one_piece(string text)
    {
        var cut = Cut(text)!;

        var items = cut
            .Pieces.SelectMany(
                (piece, number) =>
                    cut.Origins[number]
                        .Select(
                            (item, i) =>
                                (
                                    item.StartInFile,
                                    item.LineInFile,
                                    Text: piece.Text[
                                        item.Start..(
                                            i + 1 < cut.Origins[number].Count
                                                ? cut.Origins[number][i + 1].Start
                                                : piece.Text.Length
                                        )
                                    ],
                                    LineInPiece: item.Line,
                                    PieceStart: piece.Text[..item.Start]
                                )
                        )
            )
            .OrderBy(item => item.StartInFile)
            .ToList();
        Assert.True(items.Count > 1);
        Assert.Equal(text, string.Concat(items.Select(item => item.Text)));
        Assert.All(
            items,
            item =>
            {
                Assert.Equal(text[..item.StartInFile].Count(c => c == '\n'), item.LineInFile);
                Assert.Equal(item.PieceStart.Count(c => c == '\n'), item.LineInPiece);
            }
        );
    }

    /// <summary>Such items may depend on each other, or be something else than they look like.</summary>
    [Theory]
    [InlineData("a: &x { name: A }\nb: *x\n")]
    [InlineData("- &x A\n- B\n")]
    [InlineData("a: {}\n<<: { b: {} }\n")]
    [InlineData("a: {}\nb: {}\na: {}\n")]
    [InlineData("a: {}\n\"a\": {}\n")]
    [InlineData("\"a\\u0062\": {}\nb: {}\n")]
    [InlineData("---\n- a\n- b\n")]
    [InlineData("- a\n---\n- b\n")]
    [InlineData("- a\n- b\n...\n")]
    [InlineData("--- a: b\nc: d\n")]
    [InlineData("%YAML 1.2\n---\n- a\n- b\n")]
    [InlineData("[a,\n b]\n")]
    [InlineData("{ a: b,\nc: d }\n")]
    [InlineData("? a\n: b\nc: d\n")]
    [InlineData("!!map a: b\nc: d\n")]
    [InlineData("a: {}\n\tb: {}\n")]
    [InlineData("\uFEFFa: {}\nb: {}\n")]
    [InlineData("a: x\u2028b: y\nc: z\n")]
    [InlineData("a text\nb: c\n")]
    [InlineData("- a\nb: c\n")]
    [InlineData("a: \"one\ntwo\"\nb: c\n")]
    [InlineData("- a\n")]
    [InlineData("")]
    public void A_file_whose_items_may_need_each_other_is_not_cut(string text) => Assert.Null(Cut(text));

    [Fact]
    public void A_mapping_is_cut_only_if_it_may_be_one_of_entities()
    {
        Assert.Null(Cut("a: {}\nb: {}\n", mayBeMap: false));
        Assert.NotNull(Cut("- a\n- b\n", mayBeMap: false));
        Assert.Null(SeedCutter.Cut(File, File, "- a\n- b\n", mayBeMap: true, CutLengths.Default));
    }

    private static int Changed(IEnumerable<string> before, IEnumerable<string> after) =>
        Cut(string.Concat(before), piece: 256)!
            .Pieces.Zip(Cut(string.Concat(after), piece: 256)!.Pieces)
            .Count(pair => pair.First != pair.Second);

    private static readonly string[] Ships =
    [
        .. Enumerable.Range(0, 400).Select(i => $"- id: ship-{i}\n  name: Ship {i}\n"),
    ];

    [Fact]
    public void An_edit_changes_the_piece_of_its_item_and_no_other()
    {
        Assert.InRange(Cut(string.Concat(Ships), piece: 256)!.Pieces.Count, 32, 128);
        Assert.Equal(0, Changed(Ships, Ships));
        Assert.Equal(1, Changed(Ships, Ships.Select((ship, i) => i == 200 ? ship + "  home: x\n" : ship)));
        Assert.Equal(1, Changed(Ships, Ships.Take(10).Append("- id: new\n").Concat(Ships.Skip(10))));
        Assert.Equal(1, Changed(Ships, Ships.Where((_, i) => i != 50)));
        Assert.Equal(1, Changed(Ships, Ships.Select((ship, i) => i == 7 ? ship + "# a comment\n" : ship)));
        // Another id has another piece.
        Assert.InRange(Changed(Ships, Ships.Select((ship, i) => i == 9 ? "- id: other\n" : ship)), 1, 2);
    }

    [Fact]
    public void Items_that_start_alike_are_in_many_pieces_too()
    {
        string[] alike = [.. Ships.Select(ship => ship.Replace("- id", "-\n  id", StringComparison.Ordinal))];

        Assert.True(Cut(string.Concat(alike), piece: 256)!.Pieces.Count(piece => piece.Text.Length > 0) > 30);
        Assert.InRange(Changed(alike, alike.Select((ship, i) => i == 200 ? ship + "  home: x\n" : ship)), 1, 2);
    }

    [Fact]
    public void A_place_in_a_piece_is_found_in_the_file()
    {
        var text = string.Concat(Enumerable.Range(0, 20).Select(i => $"- id: ship-{i}\n\n  name: Ship {i}\n"));
        var cut = Cut(text)!;
        var origins = PieceOrigins.Of([(File, cut.Origins)]);

        var found = 0;
        foreach (var piece in cut.Pieces)
        {
            var document = piece.Read(default);
            foreach (var item in (document.Root as SeedSequence)?.Items ?? [])
            {
                var name = (SeedScalar)((SeedMapping)item).ValueOf("name")!;
                var place = origins.Place(document.At(name));

                Assert.Equal(name.Text, text.Substring(place.Span.Start, place.Span.Length));
                Assert.Equal(text[..place.Span.Start].Count(c => c == '\n'), place.Lines.Start.Line);
                Assert.Equal(8, place.Lines.Start.Character);
                Assert.Null(place.Piece);
                found++;
            }
        }

        Assert.Equal(20, found);
    }
}
