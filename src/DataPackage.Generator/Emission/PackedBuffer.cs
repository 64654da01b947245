using System.Globalization;
using System.Text;
using DataPackage.Runtime.Packed;

namespace DataPackage.Generator.Emission;

/// <summary>Writes the numbers and texts of <see cref="PackedFormat"/>.</summary>
internal sealed class PackedBuffer
{
    private byte[] _bytes = new byte[256];

    public int Length { get; private set; }

    public byte[] ToArray() => _bytes.AsSpan(0, Length).ToArray();

    public void Digit(int value) => Append((byte)(PackedFormat.Zero + value));

    public void Fixed(int value)
    {
        for (var i = 0; i < PackedFormat.FixedDigits; i++, value >>= 6) Digit(value & 63);
    }

    public void Number(long value)
    {
        for (; value >= PackedFormat.More; value >>= PackedFormat.BitsPerDigit) Digit((int)(value & (PackedFormat.More - 1)) | PackedFormat.More);
        Digit((int)value);
    }

    public void Signed(long value) => Number((value << 1) ^ (value >> 63));

    public void Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Bytes(bytes, bytes.Length);
    }

    public void Text(IFormattable number) => Text(number.ToString(null, CultureInfo.InvariantCulture));

    /// <summary>A length, and what has that length.</summary>
    public void Block(PackedBuffer block)
    {
        Number(block.Length);
        Bytes(block._bytes, block.Length);
    }

    public void TextBlock(string text)
    {
        Number(Encoding.UTF8.GetByteCount(text));
        Text(text);
    }

    public void Bytes(PackedBuffer other) => Bytes(other._bytes, other.Length);

    private void Bytes(byte[] bytes, int count)
    {
        Grow(count);
        Array.Copy(bytes, 0, _bytes, Length, count);
        Length += count;
    }

    private void Append(byte value)
    {
        Grow(1);
        _bytes[Length++] = value;
    }

    private void Grow(int count)
    {
        if (Length + count > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
    }
}
