using System.Globalization;
using System.Text;

namespace DataPackage.Engine.Delivery;

/// <summary>Writes texts and numbers one after the other, each after its length, so a text may hold any
/// character.</summary>
internal sealed class FieldWriter
{
    private readonly StringBuilder _text = new();

    public void Add(string field) =>
        _text.Append(field.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(field).Append('\n');

    public void Add(int number) => Add(number.ToString(CultureInfo.InvariantCulture));

    public override string ToString() => _text.ToString();
}

/// <summary>Reads what <see cref="FieldWriter"/> writes, in the same order.</summary>
internal sealed class FieldReader(string text)
{
    private int _next;

    /// <exception cref="InvalidDataException">There is no such field.</exception>
    public string Text()
    {
        var end = text.IndexOf(':', _next);
        if (end < 0 || ToNumber(text.Substring(_next, end - _next)) is var length && length > text.Length - end - 2)
            throw new InvalidDataException("A field is cut off.");
        _next = end + length + 2;
        return text.Substring(end + 1, length);
    }

    /// <inheritdoc cref="Text"/>
    public int Number() => ToNumber(Text());

    private static int ToNumber(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidDataException("A field is no number.");
}
