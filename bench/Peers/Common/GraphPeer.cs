using System.Collections.Frozen;

namespace DataPackage.Bench.Peers;

internal interface IGraphLoader
{
    static abstract Graph Load();
}

/// <summary>Objects that are all read at the first access, with frozen dictionaries for all look-ups of a data
/// package.</summary>
internal readonly struct GraphPeer<TLoader> : IPeer
    where TLoader : struct, IGraphLoader
{
    private static readonly FrozenGraph Data = new(TLoader.Load());

    public static string BirthDateById(string id) => Data.PersonsById[id].BirthDate;

    public static string BirthDateByAlias(string alias) => Data.PersonsByAlias[alias].BirthDate;

    public static void ReadNames<TSink>(ref TSink sink)
        where TSink : struct, ITextSink
    {
        foreach (var person in Data.Persons)
        {
            sink.Add(person.Name.En);
            sink.Add(person.Name.Ru);
        }

        foreach (var each in Data.Events)
        {
            sink.Add(each.Name.En);
            sink.Add(each.Name.Ru);
        }
    }

    public static void ReadBirthDates<TSink>(ref TSink sink)
        where TSink : struct, ITextSink
    {
        foreach (var person in Data.Persons)
            sink.Add(person.BirthDate);
    }

    public static int CountEvents(DateOnly first, DateOnly last) =>
        Data.Events.Count(each => each.Date >= first && each.Date <= last);
}

internal sealed class FrozenGraph(Graph graph)
{
    public Person[] Persons { get; } = graph.Persons;

    public Event[] Events { get; } = graph.Events;

    public FrozenDictionary<string, Person> PersonsById { get; } =
        graph.Persons.ToFrozenDictionary(person => person.Id, StringComparer.Ordinal);

    public FrozenDictionary<string, Person> PersonsByAlias { get; } =
        graph
            .Persons.SelectMany(person => person.Aliases.Select(alias => KeyValuePair.Create(alias, person)))
            .ToFrozenDictionary(StringComparer.Ordinal);

    public FrozenDictionary<string, Event> EventsById { get; } =
        graph.Events.ToFrozenDictionary(each => each.Id, StringComparer.Ordinal);
}
