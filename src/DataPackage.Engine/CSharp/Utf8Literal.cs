using System.Globalization;
using System.Text;

namespace DataPackage.Engine.CSharp;

/// <summary>A UTF-8 literal that writes itself into code: it may be as long as a file, and would be copied
/// twice.</summary>
/// <remarks>The compiler makes a type for each length of a literal, and a program loads all these types at its first
/// literal, in four microseconds each. So a long literal is padded to one of few lengths, and the code reads its first
/// bytes.</remarks>
internal readonly struct Utf8Literal(byte[] utf8)
{
    private const int BytesAtATime = 4096;

    /// <summary>Below, literals are few: only large tables are divided.</summary>
    private const int LeastPadded = 16 * 1024;

    /// <summary>Each doubling of the length has sixteen steps, so padding is three percent on average.</summary>
    private const int BitsOfLength = 5;

    public void Write(StringBuilder code)
    {
        code.Append('"');
        var decoder = Encoding.UTF8.GetDecoder();
        var text = new char[Encoding.UTF8.GetMaxCharCount(BytesAtATime)];
        for (var start = 0; start < utf8.Length; start += BytesAtATime)
        {
            var count = decoder.GetChars(utf8, start, Math.Min(BytesAtATime, utf8.Length - start), text, 0);
            CSharpText.WriteEscaped(text, count, code);
        }

        var padded = PaddedLength(utf8.Length);
        code.Append(' ', padded - utf8.Length).Append("\"u8");
        if (padded > utf8.Length)
            code.Append(".Slice(0, ").Append(utf8.Length.ToString(CultureInfo.InvariantCulture)).Append(')');
    }

    public override string ToString()
    {
        var code = new StringBuilder();
        Write(code);
        return code.ToString();
    }

    private static int PaddedLength(int length)
    {
        if (length < LeastPadded)
            return length;
        var step = 1;
        while (length / step >= 1 << BitsOfLength)
            step *= 2;
        return (length + step - 1) / step * step;
    }
}
