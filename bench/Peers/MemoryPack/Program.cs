using System.Diagnostics;
using DataPackage.Bench.Peers;
using MemoryPack;

Harness.Run<GraphPeer<MemoryPacked>>(args, Stopwatch.GetTimestamp());

internal readonly struct MemoryPacked : IGraphLoader
{
    public static Graph Load() => MemoryPackSerializer.Deserialize<Graph>(EmbeddedData.Bytes)!;
}
