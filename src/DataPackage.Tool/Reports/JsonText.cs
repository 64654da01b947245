using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DataPackage.Tool.Reports;

/// <summary>Writes JSON that is the same on every machine, and readable in every script.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        // The default writes every letter beyond ASCII as an escape, for pages of HTML, which this is not.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>For one line.</summary>
    private static readonly JsonWriterOptions Dense = Options with { Indented = false };

    public static string Write(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
            write(json);
        // Within a text, a carriage return is escaped.
        return Encoding.UTF8.GetString(bytes.ToArray()).Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    /// <summary>Without line ends and blanks.</summary>
    public static string Line(Action<Utf8JsonWriter> write)
    {
        // The callback may ask for another line, which then has a writer of its own.
        var (bytes, json) = _lineWriter ?? NewLineWriter();
        _lineWriter = null;
        bytes.ResetWrittenCount();
        json.Reset(bytes);
        write(json);
        json.Flush();
        var line = Encoding.UTF8.GetString(bytes.WrittenSpan);
        if (bytes.Capacity <= MostPending)
            _lineWriter = (bytes, json);
        return line;
    }

    /// <summary>A writer for each thread: an export asks for a line for each of many thousand values.</summary>
    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Json)? _lineWriter;

    private static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Json) NewLineWriter()
    {
        var bytes = new ArrayBufferWriter<byte>();
        return (bytes, new Utf8JsonWriter(bytes, Dense));
    }

    /// <summary>Writes a document of any size, with a line feed at its end.</summary>
    public static void Write(Stream stream, Action<Utf8JsonWriter> write)
    {
        var lines = new LineFeedStream(stream);
        using (var json = new Utf8JsonWriter(lines, Options))
            write(json);
        lines.WriteByte((byte)'\n');
        lines.Flush();
    }

    /// <summary>Writes what a writer has gathered, so that a long document is never whole in memory.</summary>
    public static void FlushWhereLong(Utf8JsonWriter json)
    {
        if (json.BytesPending > MostPending)
            json.Flush();
    }

    private const int MostPending = 1 << 16;

    /// <summary>Leaves out carriage returns, which stand before line feeds on some machines, and nowhere else in
    /// JSON.</summary>
    private sealed class LineFeedStream(Stream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            while (buffer.IndexOf((byte)'\r') is >= 0 and var at)
            {
                inner.Write(buffer[..at]);
                buffer = buffer[(at + 1)..];
            }

            inner.Write(buffer);
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
