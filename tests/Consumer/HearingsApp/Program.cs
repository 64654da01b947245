using System.Text.Json;
using Hearings;

// Qualified, because the namespace has the same name as the catalog, and C# resolves a bare name to the namespace
// first.
var first = Hearings.Hearings.First;
Console.WriteLine($"{first.Subject.Caption}, {ReferenceEquals(first.Subject, DataPackage.Persons.MarcFogel)}");
Console.WriteLine(string.Join(", ", first.Venues.Select(venue => venue.Caption)));

var json = JsonSerializer.Serialize(new Entry(first, first.Subject));
Console.WriteLine(json);
Console.WriteLine(JsonSerializer.Deserialize<Entry>(json) == new Entry(first, DataPackage.Persons.MarcFogel));

internal sealed record Entry(Hearing Hearing, DataPackage.Person Subject);
