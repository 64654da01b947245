using System.Text.Json;
using Crew;
using DataPackage;
using DataPackage.Runtime;
using CrewMentions = Crew.Mentions;
using Mentions = DataPackage.Mentions;
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

const string log = "Ada Lund met Marc Fogel in Moscow; Marc Fogel the sailor was ill.";
foreach (var mention in Mention.Merge(Mentions.In(log), CrewMentions.In(log)))
    Console.WriteLine($"{log.Substring(mention.Start, mention.Length)}: {mention.Candidates[0].GetType().Namespace}");

static string Captions<T>()
    where T : class, IEntity<T> => T.Get("marc-fogel").Caption;

internal sealed record Pair(Sailor Sailor, Person Person);
