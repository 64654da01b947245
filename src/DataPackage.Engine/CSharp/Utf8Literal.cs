using System.Text;

namespace DataPackage.Engine.CSharp;

/// <summary>A UTF-8 literal that writes itself into code: it may be as long as a file, and would be copied
/// twice.</summary>
internal readonly struct Utf8Literal(byte[] utf8)
{
    private const int BytesAtATime = 4096;

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

        code.Append("\"u8");
    }

    public override string ToString()
    {
        var code = new StringBuilder();
        Write(code);
        return code.ToString();
    }
}
