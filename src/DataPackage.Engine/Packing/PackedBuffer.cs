using System.Globalization;
using System.Text;
using DataPackage.Shared.Format;

namespace DataPackage.Engine.Packing;

/// <summary>Writes the numbers and texts of <see cref="PackedFormat"/>.</summary>
/// <param name="capacity">How many bytes are expected.</param>
internal sealed class PackedBuffer(int capacity = 64)
{
    private byte[] _bytes = new byte[capacity];

    public int Length { get; private set; }

    public int Capacity => _bytes.Length;

    public void Clear() => Length = 0;

    public PackedBytes ToBytes() => new(_bytes.AsSpan(0, Length).ToArray());

    public void CopyTo(byte[] bytes) => Array.Copy(_bytes, bytes, Length);

    public void Digit(int value) => Byte((byte)(PackedFormat.Zero + value));

    public void Fixed(int value, int digits)
    {
        if (value < 0 || value >> (digits * PackedFormat.BitsPerFixedDigit) != 0)
            throw new OverflowException($"{value} has more than {digits} digits.");
        for (var i = 0; i < digits; i++, value >>= PackedFormat.BitsPerFixedDigit)
            Digit(value & ((1 << PackedFormat.BitsPerFixedDigit) - 1));
    }

    public void Number(long value)
    {
        for (; value >= PackedFormat.More; value >>= PackedFormat.BitsPerDigit)
            Digit((int)(value & (PackedFormat.More - 1)) | PackedFormat.More);
        Digit((int)value);
    }

    /// <summary>Writes the tag of a hash: the four digits by which slots of an index differ.</summary>
    public void Tag(ulong hash)
    {
        var tag = (uint)(hash >> PackedFormat.TagShift) & PackedFormat.TagMask;
        for (var i = 0; i < 4; i++, tag >>= 8)
            Digit((int)(tag & 0xFF));
    }

    public void Signed(long value) => Number((value << 1) ^ (value >> 63));

    public void Text(string text)
    {
        if (TextWindow.Of(text) is { } window)
            window.Write(text, this);
        else
            Utf8(text, 0, text.Length);
    }

    public void Text(IFormattable number) => Text(number.ToString(null, CultureInfo.InvariantCulture));

    public void Utf8(string text, int start, int length)
    {
        Grow(Encoding.UTF8.GetMaxByteCount(length));
        Length += Encoding.UTF8.GetBytes(text, start, length, _bytes, Length);
    }

    public void Byte(byte value)
    {
        Grow(1);
        _bytes[Length++] = value;
    }

    /// <summary>Writes a length, then bytes of that length.</summary>
    public void Block(PackedBuffer block)
    {
        Number(block.Length);
        Bytes(block);
    }

    public void Blanks(int count)
    {
        for (var i = 0; i < count; i++)
            Byte(PackedFormat.Blank);
    }

    public void Bytes(PackedBuffer other) => Bytes(other._bytes, other.Length);

    public void Bytes(byte[] bytes, int count)
    {
        Grow(count);
        Array.Copy(bytes, 0, _bytes, Length, count);
        Length += count;
    }

    private void Grow(int count)
    {
        if (Length + count > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
    }
}
