using BenchmarkDotNet.Attributes;

namespace DataPackage.Bench.Peers;

/// <summary>The same operations on objects that were all read at the start.</summary>
public class ObjectGraphOperations
{
    private static readonly ObjectGraph Data = ObjectGraph.Data;
    private static readonly Person[] SomePersons = [.. Keys.Ids.Select(id => Data.PersonsById[id])];
    private static readonly Event[] SomeEvents = [.. Keys.EventIds.Select(id => Data.EventsById[id])];

    [Benchmark(OperationsPerInvoke = SampleAccessors.Count)]
    public int Accessor() => SampleFields.ReadAll();

    [Benchmark(OperationsPerInvoke = Keys.Count)]
    public int Get()
    {
        var count = 0;
        foreach (var id in Keys.Ids)
            if (Data.PersonsById[id].BirthDate is not null)
                count++;
        return count;
    }

    [Benchmark(OperationsPerInvoke = Keys.Count)]
    public int TryGet()
    {
        var count = 0;
        foreach (var id in Keys.Ids)
            if (Data.PersonsById.TryGetValue(id, out var person) && person.BirthDate is not null)
                count++;
        return count;
    }

    [Benchmark(OperationsPerInvoke = Keys.Count)]
    public int FindByName()
    {
        var count = 0;
        foreach (var name in Keys.Names)
            if (Data.Find(name)?.BirthDate is not null)
                count++;
        return count;
    }

    [Benchmark(OperationsPerInvoke = Keys.Count)]
    public int FindByAlias()
    {
        var count = 0;
        foreach (var alias in Keys.Aliases)
            if (Data.Find(alias)?.BirthDate is not null)
                count++;
        return count;
    }

    [Benchmark(OperationsPerInvoke = Keys.Count)]
    public int Reference()
    {
        var count = 0;
        foreach (var person in SomePersons)
            if (person.LinkedEvents[0].Id is not null)
                count++;
        return count;
    }

    [Benchmark(OperationsPerInvoke = Keys.Count)]
    public int Reverse()
    {
        var count = 0;
        foreach (var each in SomeEvents)
            if (each.Participants[0].Id is not null)
                count++;
        return count;
    }

    [Benchmark(OperationsPerInvoke = Keys.Count)]
    public int LocalizedText()
    {
        var length = 0;
        foreach (var person in SomePersons)
            length += person.Name.Ru.Length;
        return length;
    }

    [Benchmark]
    public int EventsOfAQuarter()
    {
        var count = 0;
        foreach (var each in Data.Events)
            if (each.Date >= Keys.FirstDay && each.Date <= Keys.LastDay)
                count++;
        return count;
    }
}
