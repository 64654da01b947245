using System.Diagnostics;
using DataPackage.Bench.Peers;

Harness.Run<LazyObjects>(args, Stopwatch.GetTimestamp());

/// <summary>The output of a better generator: a property for each entity that creates it on demand, and a table from
/// ids to them.</summary>
internal readonly struct LazyObjects : IPeer
{
    public static string BirthDateByAccessor() => SampleAccessor.Person.BirthDate;

    public static string BirthDateById(string id) => Persons.ById[id]().BirthDate;

    public static void ReadNames<TSink>(ref TSink sink)
        where TSink : struct, ITextSink
    {
        foreach (var person in Persons.ById.Values)
            Add(person().Name, ref sink);
        foreach (var each in Events.ById.Values)
            Add(each().Name, ref sink);
    }

    public static void ReadBirthDates<TSink>(ref TSink sink)
        where TSink : struct, ITextSink
    {
        foreach (var person in Persons.ById.Values)
            sink.Add(person().BirthDate);
    }

    public static int CountEvents(DateOnly first, DateOnly last) =>
        Events.ById.Values.Count(each => each().Date >= first && each().Date <= last);

    private static void Add<TSink>(Localized name, ref TSink sink)
        where TSink : struct, ITextSink
    {
        sink.Add(name.En);
        sink.Add(name.Ru);
    }
}
