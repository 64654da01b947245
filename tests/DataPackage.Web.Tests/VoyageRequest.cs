using System.Text.Json;
using System.Text.Json.Serialization;
using Fleet;

namespace DataPackage.Web.Tests;

/// <summary>A type of the application. It has the name that the request for a <see cref="Voyage"/> would have, and
/// writes an enumeration in its own way.</summary>
public sealed class VoyageRequest
{
    public int Number { get; set; }

    [JsonConverter(typeof(NumberConverter))]
    public ShipType? Type { get; set; }

    private sealed class NumberConverter : JsonConverter<ShipType?>
    {
        public override ShipType? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            (ShipType)reader.GetInt32();

        public override void Write(Utf8JsonWriter writer, ShipType? value, JsonSerializerOptions options) =>
            writer.WriteNumberValue((int)value!);
    }
}
