// A walk through the package: everything below is what any project that references DataPackage can write.
using System.Globalization;
using DataPackage;

Heading("What is in the package");
Console.WriteLine($"  {Persons.All.Count} persons, {Organizations.All.Count} organizations, {Places.All.Count} places, {Events.All.Count} events, "
    + $"{Statements.All.Count} statements, {Relationships.All.Count} relationships, {Articles.All.Count} articles");
foreach (var person in Persons.All)
    Console.WriteLine($"  {person.Caption,-17} {person.Summary}");

Heading("From a person to the passage that says so");
var dmitriev = Persons.KirillDmitriev;
Console.WriteLine($"  {dmitriev.Caption}, born {dmitriev.BirthDate} (between {Day(dmitriev.BirthDate?.Earliest)} and {Day(dmitriev.BirthDate?.Latest)})");
foreach (var position in dmitriev.Positions)
    Console.WriteLine($"  {position.Title}, {position.Organization?.Caption}");
foreach (var visit in dmitriev.Events.Where(each => each.Place is not null))
{
    var others = visit.Participants.Where(participant => participant.Id != dmitriev.Id).Select(participant => participant.Caption);
    Console.WriteLine($"  {visit.Date}  {visit.Caption} in {visit.Place!.Caption}, with {string.Join(", ", others)}");
}

var citation = dmitriev.Citations[0];
Console.WriteLine($"  \"{citation.Quote}\"");
Console.WriteLine($"    supports {string.Join(", ", citation.For)}: {citation.Article.Caption}, paragraph {citation.Paragraph}, characters {citation.Start} to {citation.End}");

Heading("Found by any of its names");
var lavrov = Persons.Find("Sergej W. Lawrow")!;
Console.WriteLine($"  Sergej W. Lawrow -> Persons.SergeyLavrov: {ReferenceEquals(lavrov, Persons.SergeyLavrov)}");
foreach (var language in lavrov.Name.Languages)
    Console.WriteLine($"  {language}: {lavrov.Name[language]}");
foreach (var announcement in lavrov.Events)
    Console.WriteLine($"  his events, listed from the other side: {announcement.Caption}");

Heading("Somebody's claim stays that person's claim");
foreach (var claim in Statements.All.Where(statement => statement.Amount is not null))
    Console.WriteLine($"  {claim.Amount!.Amount.ToString("N0", CultureInfo.InvariantCulture)} {claim.Amount.Currency}, says {claim.Speaker?.Caption}: {claim.Content}");

Heading("A timeline, dates as exact as the article is (EDTF)");
foreach (var entry in Events.All.Where(each => each.Date.Earliest is not null).OrderBy(each => each.Date))
    Console.WriteLine($"  {entry.Date,-24} {entry.Caption}");

static void Heading(string text) => Console.WriteLine($"\n{text}\n{new string('-', text.Length)}");

static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "?";
