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

    public static string Write(Action<Utf8JsonWriter> write) => Write(write, Options);

    /// <summary>Without line ends.</summary>
    public static string WriteLine(Action<Utf8JsonWriter> write) => Write(write, Options with { Indented = false });

    private static string Write(Action<Utf8JsonWriter> write, JsonWriterOptions options)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, options))
            write(json);
        // Within a text, a carriage return is escaped.
        return Encoding.UTF8.GetString(bytes.ToArray()).Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
