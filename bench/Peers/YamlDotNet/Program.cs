using System.Diagnostics;
using DataPackage.Bench.Peers;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

Harness.Run<GraphPeer<Yaml>>(args, Stopwatch.GetTimestamp());

internal readonly struct Yaml : IGraphLoader
{
    public static Graph Load()
    {
        var deserializer = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();
        return new Graph
        {
            Persons = Read<Person>(deserializer, "persons"),
            Events = Read<Event>(deserializer, "events"),
        };
    }

    private static T[] Read<T>(IDeserializer deserializer, string resource)
    {
        using var reader = new StreamReader(typeof(Yaml).Assembly.GetManifestResourceStream(resource)!);
        return deserializer.Deserialize<T[]>(reader);
    }
}
