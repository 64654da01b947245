using System.Text;
using CsCheck;
using DataPackage.Shared.Format;

namespace DataPackage.Runtime.Tests.Text;

public sealed class KeyHashTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 7734281449126535047)]
    [InlineData("kirill-dmitriev", 10834297182650737003)]
    [InlineData("кирилл дмитриев", 4472040506501872970)]
    public void The_hash_is_part_of_the_packed_format_and_never_changes(string key, ulong hash) =>
        Assert.Equal(hash, Hash(key));

    /// <summary>SipHash-2-4, whose key is the seed and a constant, as computed by a program that passes the published
    /// test vectors.</summary>
    [Theory]
    [InlineData("", 0, 18022835690966460550)]
    [InlineData("kirill-dmitriev", 1, 447459208561076135)]
    [InlineData("кирилл дмитриев", (1UL << 42) - 1, 11561276730867598676)]
    public void The_hash_with_a_seed_is_part_of_the_packed_format_and_never_changes(
        string key,
        ulong seed,
        ulong hash
    ) => Assert.Equal(hash, KeyHash.Compute(Encoding.UTF8.GetBytes(key), seed));

    [Fact]
    public void The_hash_is_that_of_a_plain_loop_over_blocks_of_eight_bytes() =>
        Gen.Byte.Array.Sample(key => KeyHash.Compute(key) == Reference(key));

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(22)]
    [InlineData(38)]
    [InlineData(54)]
    public void Any_ten_bits_spread_similar_keys_evenly(int shift)
    {
        const int Buckets = 1024,
            PerBucket = 50;
        var counts = new int[Buckets];
        for (var i = 0; i < Buckets * PerBucket; i++)
            counts[(Hash($"entity-{i}") >> shift) % Buckets]++;

        // Chi-squared with 1023 degrees of freedom: mean 1023, standard deviation 45.
        var chiSquared = counts.Sum(count => (double)(count - PerBucket) * (count - PerBucket) / PerBucket);
        Assert.InRange(chiSquared, 1023 - 300, 1023 + 300);
    }

    [Fact]
    public void Keys_that_differ_in_zero_bytes_only_differ_in_hash() =>
        Assert.Equal(9, Enumerable.Range(0, 9).Select(length => KeyHash.Compute(new byte[length])).Distinct().Count());

    private static ulong Hash(string key) => KeyHash.Compute(Encoding.UTF8.GetBytes(key));

    private static ulong Reference(byte[] key)
    {
        unchecked
        {
            var hash = (ulong)key.Length * 0x9E3779B97F4A7C15;
            foreach (var block in key.Chunk(8).SkipLast(1))
            {
                hash = (hash ^ Word(block)) * 0x9E3779B97F4A7C15;
                hash ^= hash >> 32;
            }

            // The last word overlaps the block before, or is made from the bytes that there are.
            byte[] last =
                key.Length >= 8 ? key[^8..]
                : key.Length >= 4 ? [.. key[..4], .. key[^4..]]
                : key.Length > 0 ? [key[0], key[key.Length / 2], key[^1]]
                : [];
            hash = (hash ^ Word(last)) * 0x9E3779B97F4A7C15;
            hash = (hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9;
            return hash ^ (hash >> 32);
        }
    }

    private static ulong Word(byte[] bytes) => bytes.Reverse().Aggregate(0ul, (sum, each) => (sum << 8) | each);
}
