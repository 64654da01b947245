using System.Diagnostics;
using DataPackage.Bench.Peers;

Harness.Run<DataPackagePeer>(args, Stopwatch.GetTimestamp());

internal readonly struct DataPackagePeer : IPeer
{
    public static string BirthDateByAccessor() => SampleAccessor.Person.BirthDate!.ToString();

    public static string BirthDateById(string id) => Persons.Get(id).BirthDate!.ToString();

    public static string BirthDateOfType(string id) => Person.Get(id).BirthDate!.ToString();

    public static string BirthDateByAlias(string alias) => Persons.Find(alias)!.BirthDate!.ToString();

    public static void ReadNames<TSink>(ref TSink sink)
        where TSink : struct, ITextSink
    {
        foreach (var person in Persons.All)
        {
            sink.Add(person.Name["en"]!);
            sink.Add(person.Name["ru"]!);
        }

        foreach (var each in Events.All)
        {
            sink.Add(each.Name["en"]!);
            sink.Add(each.Name["ru"]!);
        }
    }

    public static void ReadBirthDates<TSink>(ref TSink sink)
        where TSink : struct, ITextSink
    {
        foreach (var person in Persons.All)
            sink.Add(person.BirthDate!.ToString());
    }

    public static int CountEvents(DateOnly first, DateOnly last) => EventsInRange.Count(first, last);
}
