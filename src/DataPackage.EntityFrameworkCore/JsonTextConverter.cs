using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DataPackage.EntityFrameworkCore;

/// <summary>Writes a value that has several parts as JSON: <c>{"en":"Envoy","ru":"Посланник"}</c>.</summary>
/// <typeparam name="T"><see cref="Runtime.LocalizedText"/>, or an embedded kind: a record without an id.</typeparam>
/// <remarks>A text that is no such value throws <see cref="FormatException"/>.</remarks>
public sealed class JsonTextConverter<T> : ValueConverter<T, string>
    where T : class
{
    private static readonly JsonConverter<T> Json = ColumnTypes.JsonConverterOf<T>();

    // A search in SQL must find the letters of all languages: none is escaped. No browser reads this JSON.
    private static readonly JsonWriterOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>For Entity Framework.</summary>
    public JsonTextConverter()
        : base(value => Format(value), text => Parse(text)) { }

    private static string Format(T value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
            Json.Write(writer, value, JsonSerializerOptions.Default);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static T Parse(string text)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
            reader.Read();
            return Json.Read(ref reader, typeof(T), JsonSerializerOptions.Default)!;
        }
        catch (JsonException wrong)
        {
            throw new FormatException(wrong.Message, wrong);
        }
    }
}
