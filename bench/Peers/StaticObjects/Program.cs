using System.Diagnostics;
using DataPackage.Bench.Peers;

Harness.Run<StaticObjects>(args, Stopwatch.GetTimestamp());

/// <summary>The output of a simple generator: a static field for each entity.</summary>
internal readonly struct StaticObjects : IPeer
{
    public static string BirthDateByAccessor() => SampleAccessor.Person.BirthDate;

    public static string BirthDateById(string id) => GraphPeer<Fields>.BirthDateById(id);

    public static string BirthDateByAlias(string alias) => GraphPeer<Fields>.BirthDateByAlias(alias);

    public static void ReadNames<TSink>(ref TSink sink)
        where TSink : struct, ITextSink => GraphPeer<Fields>.ReadNames(ref sink);

    public static void ReadBirthDates<TSink>(ref TSink sink)
        where TSink : struct, ITextSink => GraphPeer<Fields>.ReadBirthDates(ref sink);

    public static int CountEvents(DateOnly first, DateOnly last) => GraphPeer<Fields>.CountEvents(first, last);

    private readonly struct Fields : IGraphLoader
    {
        public static Graph Load() => new() { Persons = Persons.All, Events = Events.All };
    }
}
