using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using DataPackage.Bench.Peers;

Harness.Run<GraphPeer<Json>>(args, Stopwatch.GetTimestamp());

internal readonly struct Json : IGraphLoader
{
    public static Graph Load() => JsonSerializer.Deserialize(EmbeddedData.Bytes, JsonContext.Default.Graph)!;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Graph))]
internal sealed partial class JsonContext : JsonSerializerContext;
