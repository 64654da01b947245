using System.Text;
using CsCheck;
using DataPackage.Engine.Packing;
using DataPackage.Runtime.Packed;
using DataPackage.Shared.Format;

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

    [Theory]
    [InlineData("Кирилл Дмитриев", 18)]
    [InlineData("Щёлково, 3-й км", 18)]
    [InlineData("Володимир Зеленський їде до Києва", 38)]
    [InlineData("Ο Οδυσσέας στην Ιθάκη", 24)]
    [InlineData("ქართული ენა", 14)]
    [InlineData("Он сказал: «Да!» — и ушёл в IBM ~ <x>", 51)]
    [InlineData("~", 5)]
    [InlineData("~ 12", 8)]
    public void Letters_of_another_script_are_a_byte_each(string text, int length)
    {
        var packed = Pack(text);
        Assert.Equal((length, text), (packed.Length, PackedText.Decode(packed)));
    }

    [Theory]
    [InlineData("Łódź")]
    [InlineData("習近平")]
    [InlineData("Müller und Łukasz")]
    [InlineData("1 ~ 2")]
    public void A_text_that_no_window_shortens_is_UTF_8(string text) =>
        Assert.Equal(Encoding.UTF8.GetBytes(text), Pack(text));

    [Fact]
    public void Any_text_is_read_as_it_was_written()
    {
        // From few scripts, like real texts, with special characters: tildes, pairs, and neighbours of the halves of
        // pairs.
        var unit = Gen.OneOf(
            Gen.Char[' ', '~'],
            Gen.Char['\u0400', '\u045F'],
            Gen.Char['\u0400', '\u045F'],
            Gen.Char['\u0384', '\u03CE'],
            Gen.Char['\uD7B0', '\uE010'],
            Gen.Char
        );
        Gen.OneOf(
                Gen.Char['\u0400', '\u045F'].Array[0, 90],
                unit.Array[0, 90],
                Gen.Char['\uD7C0', '\uD801'].Array[0, 8]
            )
            .Sample(
                units =>
                {
                    // Half a pair has no UTF-8.
                    var text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(units));
                    var packed = Pack(text);
                    return PackedText.Decode(packed) == text
                        && (text.StartsWith('~') || packed.Length <= Encoding.UTF8.GetByteCount(text));
                },
                iter: 50_000
            );
    }

    [Fact]
    public void Any_bytes_are_decoded_as_the_library_decodes_them() =>
        Gen
            .Byte.Array[0, 80]
            .Where(bytes => bytes.Length == 0 || bytes[0] != '~')
            .Sample(bytes => PackedText.Decode(bytes) == Encoding.UTF8.GetString(bytes), iter: 20_000);

    [Fact]
    public void Any_key_is_encoded_as_the_library_encodes_it() =>
        Gen
            .Char.Array[0, 80]
            .Sample(key => Encode(new string(key)).AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(key)), iter: 20_000);

    [Fact]
    public void A_key_of_ASCII_in_which_one_unit_is_beyond_it_is_encoded_whole()
    {
        for (var at = 0; at < 24; at++)
        {
            var key = new string('x', at) + "й" + new string('y', 24 - at);
            Assert.Equal(Encoding.UTF8.GetBytes(key), Encode(key));
        }
    }

    private static byte[] Pack(string text)
    {
        var buffer = new PackedBuffer();
        buffer.Text(text);
        return buffer.ToBytes().Array;
    }

    private static byte[] Encode(string key)
    {
        var utf8 = new byte[key.Length * 3];
        var length = PackedText.Encode(key, utf8, out var hash);
        Assert.Equal(KeyHash.Compute(utf8.AsSpan(0, length)), hash);
        return utf8[..length];
    }
}
