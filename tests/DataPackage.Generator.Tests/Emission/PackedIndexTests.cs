using System.Globalization;
using DataPackage.Engine.Packing;
using DataPackage.Engine.Text;
using DataPackage.Shared.Format;
using DataPackage.Testing;

namespace DataPackage.Generator.Tests.Emission;

/// <summary>The length of searches in a written index, even for maliciously chosen keys.</summary>
public class PackedIndexTests
{
    private const int KeysOfOneHash = 20_000;

    [Fact]
    public void Keys_that_nobody_has_chosen_need_no_seed_and_no_long_search()
    {
        var chunk = Write(Enumerable.Range(0, 20_000).Select(i => $"person-{i}"));

        Assert.Equal(new string(' ', PackedFormat.SeedDigits), SeedOf(chunk));
        Assert.InRange(LongestRun(chunk), 2, PackedFormat.LongestSearch);
    }

    [Fact]
    public void Keys_forged_to_one_hash_are_spread_by_a_seed()
    {
        var keys = ForgedKeys.OfOneHash(KeysOfOneHash);
        Assert.Single(keys.Select(key => new Engine.Packing.HashedKey(key).Hash).Distinct());

        var chunk = Write(keys);

        Assert.DoesNotContain(' ', SeedOf(chunk));
        Assert.InRange(LongestRun(chunk), 2, PackedFormat.LongestSearch);
        Assert.Equal(KeysOfOneHash, Slots(chunk).Count(isTaken => isTaken));
    }

    [Fact]
    public void Keys_chosen_for_one_slot_are_spread_by_a_seed() =>
        Assert.InRange(LongestRun(Write(ForgedKeys.OfOneSlot(600, bits: 10))), 2, PackedFormat.LongestSearch);

    /// <summary>The searches start at the last slots and continue at the first.</summary>
    [Fact]
    public void A_run_over_the_end_of_the_table_counts_as_one() =>
        Assert.InRange(
            LongestRun(
                Write(
                    Enumerable
                        .Range(0, 3_000_000)
                        .Select(i => $"chosen-{i:x8}")
                        .Where(key => (KeyHash.Compute(System.Text.Encoding.UTF8.GetBytes(key)) & 1023) > 1018)
                        .Take(600)
                )
            ),
            2,
            PackedFormat.LongestSearch
        );

    [Fact]
    public void The_seed_follows_from_the_keys_and_from_nothing_else()
    {
        var keys = ForgedKeys.OfOneHash(400);

        Assert.Equal(Write(keys), Write(keys));
        Assert.NotEqual(SeedOf(Write(keys)), SeedOf(Write(keys.Skip(1))));
        Assert.NotEqual(SeedOf(Write(keys)), SeedOf(Write(keys.SkipLast(1))));
    }

    /// <summary>A repeated key is one entry of many rows, and fills no further slots.</summary>
    [Fact]
    public void One_key_of_many_rows_needs_no_seed() =>
        Assert.Equal(new string(' ', PackedFormat.SeedDigits), SeedOf(Write(Enumerable.Repeat("new port", 5_000))));

    [Fact]
    public void Forged_values_are_found_and_unknown_ones_are_not()
    {
        var signs = ForgedKeys.OfOneHash(600);
        var ids = ForgedKeys.OfOneSlot(600, bits: 10);
        var package = new SeedSet()
            .With("schema/Ship.yaml", "findBy: [sign]\nproperties:\n  sign: { type: text, unique: true }\n")
            .With(
                "ships.yaml",
                string.Concat(
                    ids.Select(
                        (id, i) => string.Create(CultureInfo.InvariantCulture, $"{id}: {{ sign: \"{signs[i]}\" }}\n")
                    )
                )
            )
            .Generate();
        Assert.Equal([], package.Messages);

        for (var i = 0; i < ids.Count; i += 7)
        {
            Assert.Equal(signs[i], package.Call("Ships", "Get", ids[i])!.Get("Sign"));
            Assert.Equal(ids[i], package.Call("Ships", "GetBySign", signs[i])!.Get("Id"));
            Assert.NotEqual([], package.Call("Ships", "FindAll", signs[i])!.List());
        }

        Assert.All(
            ForgedKeys.OfOneHash(700).Skip(600),
            sign =>
                Assert.Throws<System.Reflection.TargetInvocationException>(() =>
                    package.Call("Ships", "GetBySign", sign)
                )
        );
    }

    private static byte[] Write(IEnumerable<string> keys) =>
        PackedIndexWriter
            .Write(keys.Select((key, row) => new IndexEntry(new Engine.Packing.HashedKey(key), row)).ToEquatableArray())
            .Array;

    private static string SeedOf(byte[] chunk) =>
        System.Text.Encoding.ASCII.GetString(chunk, PackedFormat.IndexSeed, PackedFormat.SeedDigits);

    private static bool[] Slots(byte[] chunk) =>
        [
            .. Enumerable
                .Range(0, 1 << ((chunk[0] - PackedFormat.Zero) & PackedFormat.SlotBits))
                .Select(slot =>
                    BitConverter.ToUInt32(chunk, PackedFormat.IndexHeader + (slot * PackedFormat.SlotLength))
                    != PackedFormat.NoTag
                ),
        ];

    /// <summary>The longest run of taken slots, where the first slot follows the last. A search for an absent key
    /// passes this many.</summary>
    private static int LongestRun(byte[] chunk)
    {
        var slots = Slots(chunk);
        int longest = 0,
            run = 0;
        for (var i = 0; i < 2 * slots.Length && run < slots.Length; i++)
        {
            run = slots[i % slots.Length] ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
