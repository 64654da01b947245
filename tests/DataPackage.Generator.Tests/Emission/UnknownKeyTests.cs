using System.Globalization;
using DataPackage.Engine.Packing;
using DataPackage.Engine.Text;
using DataPackage.Runtime;
using DataPackage.Runtime.Packed;
using DataPackage.Shared.Format;

namespace DataPackage.Generator.Tests.Emission;

/// <summary>The cost and the message of an unknown id in a large table.</summary>
public class UnknownKeyTests
{
    private const int Rows = 50_000;

    private static readonly ManyTable Table = new(Ids(Rows));

    public static TheoryData<string> Unknown =>
        new(
            "",
            "nobody",
            "x",
            "-",
            new string('a', 64),
            new string('é', 128),
            new string('日', 256),
            new string('a', 257),
            new string('x', 5_000_000),
            "\0",
            "\uD800",
            "a\r\nb",
            "🎈🎈🎈"
        );

    [Theory]
    [MemberData(nameof(Unknown))]
    public void An_unknown_id_creates_no_entity_and_costs_no_more_than_in_a_small_table(string id)
    {
        var before = Table.Created;

        var (large, small) = (BytesOfMiss(Table, id), BytesOfMiss(new ManyTable(Ids(1_000)), id));

        Assert.Equal(before, Table.Created);
        Assert.InRange(large, 0, small + 10_000);
        // The size of the text as UTF-8, and the memory of a search.
        Assert.InRange(large, 0, 100_000 + (6L * id.Length));
    }

    [Fact]
    public void A_miss_reads_a_bounded_number_of_chunks_of_ids()
    {
        var table = new ManyTable(Ids(Rows));

        Assert.Throws<KeyNotFoundException>(() => table.Get(Table.Ids[777] + "x"));

        Assert.InRange(table.ChunksRead, 1, 40);
        Assert.True(table.Chunks > 90);
    }

    /// <summary>At least 90 of 100 for each sort of slip.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void An_id_with_one_wrong_letter_is_answered_with_the_right_one(int sort)
    {
        var random = new Random(sort);
        var (right, all) = (0, 0);
        while (all < 500)
        {
            var id = Table.Ids[random.Next(Rows)];
            var wrong = Slip(id, sort, random);
            if (Table.TryGet(wrong, out _))
                continue;
            all++;
            if (
                Assert
                    .Throws<KeyNotFoundException>(() => Table.Get(wrong))
                    .Message.EndsWith($"Did you mean '{id}'?", StringComparison.Ordinal)
            )
                right++;
        }

        Assert.InRange(right, 450, 500);
    }

    [Fact]
    public void What_is_typed_as_a_name_or_in_capitals_or_half_is_answered_too()
    {
        var id = Table.Ids[4711];
        foreach (
            var typed in new[]
            {
                id.ToUpperInvariant(),
                id.Replace('-', ' '),
                CultureInfo.InvariantCulture.TextInfo.ToTitleCase(id.Replace('-', ' ')),
                id + "-",
                " " + id,
                id[..^1],
                id[..^2] + "x",
            }
        )
            Assert.EndsWith(
                $"Did you mean '{id}'?",
                Assert.Throws<FormatException>(() => Table.Parse(typed)).Message,
                StringComparison.Ordinal
            );
    }

    [Theory]
    [InlineData("a\r\n2026-01-01 admin logged in", "'a\\u000D\\u000A2026-01-01 admin logged in'")]
    [InlineData("\u001B[2Ja\u2028b\u0085c\u202Ed", "'\\u001B[2Ja\\u2028b\\u0085c\\u202Ed'")]
    [InlineData("🎈", "'🎈'")]
    public void A_text_from_elsewhere_adds_no_line_to_a_log(string id, string shown) =>
        Assert.Equal(
            $"There is no Many with the id {shown}.",
            Assert.Throws<KeyNotFoundException>(() => Table.Get(id)).Message
        );

    [Fact]
    public void A_long_text_is_cut_in_the_message()
    {
        Assert.Equal(
            $"There is no Many with the id '{new string('x', 128)}...'.",
            Assert.Throws<KeyNotFoundException>(() => Table.Get(new string('x', 3_000_000))).Message
        );
        // Not cut within a character; halves of one are shown as escapes.
        Assert.Contains(
            "'\\uDC00\\uD800'",
            Assert.Throws<KeyNotFoundException>(() => Table.Get("\uDC00\uD800")).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "x\\uD83C...'",
            Assert.Throws<KeyNotFoundException>(() => Table.Get(new string('x', 127) + "🎈")).Message,
            StringComparison.Ordinal
        );
    }

    private static string Slip(string id, int sort, Random random)
    {
        var place = random.Next(id.Length - 1);
        var letter = "abcdefghijklmnopqrstuvwxyz0123456789-"[random.Next(37)];
        return sort switch
        {
            0 => id.Remove(place, 1),
            1 => id.Insert(place, letter.ToString()),
            2 => id[..place] + letter + id[(place + 1)..],
            _ => id[..place] + id[place + 1] + id[place] + id[(place + 2)..],
        };
    }

    private static long BytesOfMiss(ManyTable table, string id)
    {
        Assert.Throws<KeyNotFoundException>(() => table.Get(id));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<KeyNotFoundException>(() => table.Get(id));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Ids like names of people. Many begin alike.</summary>
    private static string[] Ids(int count)
    {
        string[] syllables =
        [
            "an",
            "ber",
            "cho",
            "da",
            "el",
            "fri",
            "go",
            "ha",
            "il",
            "jo",
            "ka",
            "lu",
            "mar",
            "ni",
            "ol",
            "pe",
            "qua",
            "ro",
            "sa",
            "ti",
            "u",
            "vla",
            "wen",
            "xi",
            "ya",
            "zo",
        ];
        var random = new Random(1);
        string Name(int length) =>
            string.Concat(Enumerable.Range(0, length).Select(_ => syllables[random.Next(syllables.Length)]));
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        while (ids.Count < count)
            ids.Add($"{Name(2)}-{Name(random.Next(2, 5))}");
        return [.. ids];
    }

    /// <summary>A table of entities with only an id, as the generator packs it.</summary>
    private sealed class ManyTable : PackedTable<Many>
    {
        private const int RowBits = 9;

        private readonly List<byte[]> _chunks;
        private int _created;
        private int _chunksRead;

        public ManyTable(string[] ids)
            : this(ids, Pack(ids)) { }

        private ManyTable(string[] ids, List<byte[]> chunks)
            : base(
                PackedFormat.Version,
                ids.Length,
                [],
                chunks.Count,
                new() { Size = RowBits },
                None,
                None,
                None,
                new() { FirstChunk = chunks.Count - 1 },
                None,
                None
            ) => (Ids, _chunks) = (ids, chunks);

        public string[] Ids { get; }

        public int Created => _created;

        public int ChunksRead => _chunksRead;

        public int Chunks => _chunks.Count;

        private static PackedArea None => new() { FirstChunk = -1 };

        protected override Many Create(int row)
        {
            _created++;
            return new Many(Ids[row]);
        }

        protected override IEntity EntityAt(int kind, int row) => At(row);

        protected override ReadOnlySpan<byte> ReadChunk(int number)
        {
            _chunksRead++;
            return _chunks[number];
        }

        /// <summary>The chunks of rows, then the index of ids, in memory that does not move, like literals.</summary>
        private static List<byte[]> Pack(string[] ids)
        {
            var chunks = ids.Select(Row)
                .Chunk(1 << RowBits)
                .Select(rows => new RowChunk("", rows.ToEquatableArray()).ToBytes())
                .Append(
                    PackedIndexWriter
                        .Write(
                            ids.Select((id, row) => new IndexEntry(new Engine.Packing.HashedKey(id), row))
                                .ToEquatableArray()
                        )
                        .Array
                );
            return [.. chunks.Select(Pinned)];
        }

        private static byte[] Pinned(byte[] chunk)
        {
            var pinned = GC.AllocateUninitializedArray<byte>(chunk.Length, pinned: true);
            chunk.CopyTo(pinned, 0);
            return pinned;
        }

        /// <summary>A row with one field.</summary>
        private static PackedBytes Row(string id)
        {
            var row = new PackedBuffer();
            row.Digit(1);
            row.Digit(PackedFormat.ShortOffsetDigits);
            row.Fixed(id.Length, PackedFormat.ShortOffsetDigits);
            row.Text(id);
            return row.ToBytes();
        }
    }
}

internal sealed class Many(string id) : IEntity
{
    public string Id => id;

    public string Caption => id;

    public string Kind => "Many";

    public IReadOnlyList<Citation> Citations => [];

    public IReadOnlyList<Citation> CitationsFor(string property) => [];

    public IReadOnlyList<Fact> GetFacts() => [];

    public SeedLocation? DefinedAt => null;

    public string ToString(string? format) => id;
}
