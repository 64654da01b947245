using System.Text;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Editing;

/// <summary>The bytes of a seed and its text, between which an edit loses nothing.</summary>
internal sealed class SeedText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    private readonly bool _hasMark;

    private SeedText(string text, byte[] bytes, bool hasMark) => (Text, Bytes, _hasMark) = (text, bytes, hasMark);

    /// <summary>Without the byte order mark.</summary>
    public string Text { get; }

    public byte[] Bytes { get; }

    /// <exception cref="StopException">The file is not in UTF-8.</exception>
    public static SeedText Read(string path, Session session)
    {
        var bytes = File.ReadAllBytes(path);
        var hasMark = bytes.AsSpan().StartsWith(Mark);
        var content = bytes.AsSpan(hasMark ? Mark.Length : 0);
        var text = Utf8.GetString(content);
        return content.SequenceEqual(Utf8.GetBytes(text))
            ? new SeedText(text, bytes, hasMark)
            : throw StopException.Findings($"{session.Show(path)} is not in UTF-8, and cannot be edited");
    }

    /// <summary>The bytes with another text.</summary>
    public byte[] With(string text) => [.. _hasMark ? Mark : [], .. Utf8.GetBytes(text)];
}
