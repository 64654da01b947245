using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text.Json;
using DataPackage.Shared.Names;

namespace DataPackage.Bench.Peers;

public sealed partial class Person
{
    /// <summary>The events themselves, linked as a program would do after it has read the data.</summary>
    internal Event[] LinkedEvents { get; set; } = [];
}

public sealed partial class Event
{
    internal List<Person> Participants { get; } = [];
}

/// <summary>All objects, linked, in frozen dictionaries: the fastest form of the data once they are read.</summary>
internal sealed class ObjectGraph
{
    private const int LongestName = 128;

    private readonly FrozenDictionary<string, Person>.AlternateLookup<ReadOnlySpan<char>> _personsByFoldedName;

    private ObjectGraph(Graph graph)
    {
        Persons = graph.Persons;
        Events = graph.Events;
        PersonsById = graph.Persons.ToFrozenDictionary(person => person.Id, StringComparer.Ordinal);
        EventsById = graph.Events.ToFrozenDictionary(each => each.Id, StringComparer.Ordinal);
        var names = new Dictionary<string, Person>(StringComparer.Ordinal);
        foreach (var person in graph.Persons)
        foreach (var name in (string[])[person.Name.En, person.Name.Ru, .. person.Aliases])
            names[NameFolding.Fold(name)] = person;
        _personsByFoldedName = names
            .ToFrozenDictionary(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        Link();
    }

    public static ObjectGraph Data { get; } =
        new(JsonSerializer.Deserialize<Graph>(EmbeddedData.Bytes, JsonSerializerOptions.Web)!);

    public Person[] Persons { get; }

    public Event[] Events { get; }

    public FrozenDictionary<string, Person> PersonsById { get; }

    public FrozenDictionary<string, Event> EventsById { get; }

    [SkipLocalsInit]
    public Person? Find(string name)
    {
        Span<char> folded = stackalloc char[LongestName];
        return _personsByFoldedName.TryGetValue(folded[..NameFolding.Fold(name, folded)], out var person)
            ? person
            : null;
    }

    private void Link()
    {
        foreach (var person in Persons)
        {
            person.LinkedEvents = [.. person.Events.Select(id => EventsById[id])];
            foreach (var each in person.LinkedEvents)
                each.Participants.Add(person);
        }
    }
}
