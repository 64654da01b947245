using System.Text.Json;
using Hearings;

// A class of its own: beside Hearings, the catalog, a bare name would be looked for in the namespace first.
var first = Hearings.Hearings.First;
Console.WriteLine($"{first.Subject.Caption}, {ReferenceEquals(first.Subject, DataPackage.Persons.MarcFogel)}");
Console.WriteLine(string.Join(", ", first.Venues.Select(venue => venue.Caption)));

var json = JsonSerializer.Serialize(new Entry(first, first.Subject));
Console.WriteLine(json);
Console.WriteLine(JsonSerializer.Deserialize<Entry>(json) == new Entry(first, DataPackage.Persons.MarcFogel));

internal sealed record Entry(Hearing Hearing, DataPackage.Person Subject);
