using BenchmarkDotNet.Attributes;

namespace DataPackage.Bench.Peers;

/// <summary>Typical operations on a data package. Each ends by reading a property of its result.</summary>
public class DataPackageOperations
{
    private static readonly Seeded.Person[] SomePersons = [.. Keys.Ids.Select(Persons.Get)];
    private static readonly Seeded.Event[] SomeEvents = [.. Keys.EventIds.Select(Events.Get)];

    [Benchmark(OperationsPerInvoke = SampleAccessors.Count)]
    public int Accessor() => SampleAccessors.ReadAll();

    [Benchmark(OperationsPerInvoke = Keys.Count)]
    public int Get()
    {
        var count = 0;
        foreach (var id in Keys.Ids)
            if (Persons.Get(id).BirthDate is not null)
                count++;
        return count;
    }

    [Benchmark(OperationsPerInvoke = Keys.Count)]
    public int TryGet()
    {
        var count = 0;
        foreach (var id in Keys.Ids)
            if (Persons.TryGet(id, out var person) && person.BirthDate is not null)
                count++;
        return count;
    }

    [Benchmark(OperationsPerInvoke = Keys.Count)]
    public int FindByName()
    {
        var count = 0;
        foreach (var name in Keys.Names)
            if (Persons.Find(name)?.BirthDate is not null)
                count++;
        return count;
    }

    [Benchmark(OperationsPerInvoke = Keys.Count)]
    public int FindByAlias()
    {
        var count = 0;
        foreach (var alias in Keys.Aliases)
            if (Persons.Find(alias)?.BirthDate is not null)
                count++;
        return count;
    }

    [Benchmark(OperationsPerInvoke = Keys.Count)]
    public int Reference()
    {
        var count = 0;
        foreach (var person in SomePersons)
            if (person.Events[0].Id is not null)
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
            length += person.Name["ru"]!.Length;
        return length;
    }

    [Benchmark]
    public int EventsOfAQuarter() => EventsInRange.Count(Keys.FirstDay, Keys.LastDay);
}
