using System.Text;

namespace DataPackage.Engine.Text;

/// <summary>Writes each byte as two lower-case digits.</summary>
internal static class Hexadecimal
{
    public static string Of(byte[] bytes)
    {
        const string digits = "0123456789abcdef";
        var text = new StringBuilder(bytes.Length * 2);
        foreach (var b in bytes)
            text.Append(digits[b >> 4]).Append(digits[b & 15]);
        return text.ToString();
    }
}
