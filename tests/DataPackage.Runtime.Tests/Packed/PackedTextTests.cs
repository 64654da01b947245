using System.Text;
using CsCheck;
using DataPackage.Runtime.Packed;
using DataPackage.Runtime.Text;

namespace DataPackage.Runtime.Tests.Packed;

public sealed class PackedTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("istanbul-talks-2025")]
    [InlineData("Кирилл Дмитриев")]
    [InlineData("Łódź, Đurić, naïve façade")]
    [InlineData("\u07FF\u0800\uFFFF")]
    [InlineData("習近平 and 🚢")]
    [InlineData("exactly sixty-four characters, the longest that the loop decodes")]
    [InlineData("sixty-five characters, the shortest that the library is asked for")]
    public void A_text_is_what_the_library_makes_of_it(string text)
    {
        Assert.Equal(text, PackedText.Decode(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(Encoding.UTF8.GetBytes(text), Encode(text));
    }

    [Fact]
    public void Any_bytes_are_decoded_as_the_library_decodes_them() =>
        Gen.Byte.Array[0, 80].Sample(bytes => PackedText.Decode(bytes) == Encoding.UTF8.GetString(bytes), iter: 20_000);

    [Fact]
    public void Any_key_is_encoded_as_the_library_encodes_it() =>
        Gen.Char.Array[0, 80].Sample(key => Encode(new string(key)).AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(key)), iter: 20_000);

    [Fact]
    public void A_key_of_ASCII_in_which_one_unit_is_beyond_it_is_encoded_whole()
    {
        for (var at = 0; at < 24; at++)
        {
            var key = new string('x', at) + "й" + new string('y', 24 - at);
            Assert.Equal(Encoding.UTF8.GetBytes(key), Encode(key));
        }
    }

    private static byte[] Encode(string key)
    {
        var utf8 = new byte[key.Length * 3];
        var length = PackedText.Encode(key, utf8, out var hash);
        Assert.Equal(KeyHash.Compute(utf8.AsSpan(0, length)), hash);
        return utf8[..length];
    }
}
