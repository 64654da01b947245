using System.Diagnostics;
using DataPackage.Bench.Peers;
using MessagePack;

Harness.Run<GraphPeer<MessagePacked>>(args, Stopwatch.GetTimestamp());

internal readonly struct MessagePacked : IGraphLoader
{
    public static Graph Load() => MessagePackSerializer.Deserialize<Graph>(EmbeddedData.Bytes.ToArray());
}
