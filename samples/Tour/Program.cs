// A walk through the package. Any project that references DataPackage can do all of this: nothing is loaded, configured
// or awaited, and the editor completes every name.
using System.Globalization;
using System.Text;
using DataPackage;
using Tour;

// Russian names are part of the data; some consoles would otherwise print question marks.
Console.OutputEncoding = Encoding.UTF8;

Heading("What is in the package");
Console.WriteLine(
    $"  {Persons.All.Count} persons, {Organizations.All.Count} organizations, {Places.All.Count} places, "
        + $"{Events.All.Count} events, "
        + $"{Statements.All.Count} statements,"
);
Console.WriteLine(
    $"  {Relationships.All.Count} relationships, {Sanctions.All.Count} sanction, {Articles.All.Count} articles that "
        + "it is curated from"
);

Heading("Persons.All");
foreach (var person in Persons.All)
    Console.WriteLine($"  {person.Caption, -16} {person.Country?.Caption, -14} {InBrief.Role(person)}");

Heading("From a person to the passage that says so");
var dmitriev = Persons.KirillDmitriev;
Console.WriteLine($"  {dmitriev.Caption}, born in {InBrief.Date(dmitriev.BirthDate!)}, {InBrief.Role(dmitriev)}");
foreach (var talks in dmitriev.Events.Where(each => each.Place is not null).OrderBy(each => each.Date))
{
    var others = talks
        .Participants.Where(participant => participant.Id != dmitriev.Id)
        .Select(participant => participant.Caption);
    Console.WriteLine(
        $"    {InBrief.Date(talks.Date), -26} {talks.Place!.Caption}, with {string.Join(" and ", others)}"
    );
}

var passage = Events.DmitrievWashingtonVisit2025.Citations[0];
Console.WriteLine($"  The visit is cited: \"{passage.Quote}\"");
Console.WriteLine(
    $"    {passage.Article.Caption}, paragraph {passage.Paragraph}, characters {passage.Start} to {passage.End}"
);

Heading("Each value, and where that is written");
foreach (
    var fact in Relationships.DmitrievAllyOfPutin.GetFacts().Where(fact => fact.Property is not ("name" or "summary"))
)
{
    var said = fact.Citations is [var first, ..] ? $"\"{first.Quote}\"" : fact.Basis.ToString();
    Console.WriteLine($"  {fact, -32} {said}");
}

Heading("One person, however the name is spelled");
foreach (var spelling in new[] { "Sergej W. Lawrow", "Сергей Лавров" })
    Console.WriteLine(
        $"  Persons.Find(\"{spelling}\") is Persons.SergeyLavrov: {Persons.Find(spelling) == Persons.SergeyLavrov}"
    );
var name = Persons.SergeyLavrov.Name;
Console.WriteLine($"  {string.Join(", ", name.Languages.Select(language => $"{language}: {name[language]}"))}");

Heading("A claim stays the claim of the one who made it");
foreach (var claim in Statements.All.Where(statement => statement.Amount is not null))
{
    Console.WriteLine(
        $"  {claim.Amount!.ToString("N0", CultureInfo.InvariantCulture)}, says {claim.Speaker?.Caption} at "
            + $"{claim.MadeAt?.Caption}:"
    );
    Console.WriteLine($"  {claim.Content}");
}

Heading("Events and statements in order, as exactly as the article dates them");
var timeline = Events
    .All.Select(each => (each.Date, Type: each.Type.ToString(), each.Caption))
    .Concat(
        Statements
            .All.Where(each => each.Speaker is not null)
            .Select(each => (each.Date, Type: each.Type.ToString(), each.Caption))
    )
    .Where(entry => entry.Date.Earliest is not null)
    .OrderBy(entry => entry.Date);
foreach (var (date, type, caption) in timeline)
    Console.WriteLine($"  {InBrief.Date(date), -26} {type, -13} {caption}");

static void Heading(string text) => Console.WriteLine($"\n== {text}");
