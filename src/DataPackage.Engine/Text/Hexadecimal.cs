namespace DataPackage.Engine.Text;

/// <summary>Writes each byte as two lower-case digits.</summary>
internal static class Hexadecimal
{
    public static string Of(byte[] bytes)
    {
        const string digits = "0123456789abcdef";
        var text = new char[bytes.Length * 2];
        for (var i = 0; i < bytes.Length; i++)
            (text[2 * i], text[(2 * i) + 1]) = (digits[bytes[i] >> 4], digits[bytes[i] & 15]);
        return new string(text);
    }
}
