using System.Text.Json;
using DataPackage.Runtime;
using Person = DataPackage.Person;
using Sailor = Crew.Person;

Console.WriteLine($"{Crew.Persons.MarcFogel.Caption}, {DataPackage.Persons.MarcFogel.Caption}");
Console.WriteLine($"{Captions<Sailor>()}: {Crew.Persons.All.Count}, {Captions<Person>()}");
Console.WriteLine(Equals(Crew.Persons.MarcFogel, DataPackage.Persons.MarcFogel));

var json = JsonSerializer.Serialize(new Pair(Crew.Persons.MarcFogel, DataPackage.Persons.MarcFogel));
Console.WriteLine(json);
Console.WriteLine(
    JsonSerializer.Deserialize<Pair>(json) == new Pair(Crew.Persons.MarcFogel, DataPackage.Persons.MarcFogel)
);

static string Captions<T>()
    where T : class, IEntity<T> => T.Get("marc-fogel").Caption;

internal sealed record Pair(Sailor Sailor, Person Person);
