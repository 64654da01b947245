using DataPackage;
using DataPackage.Runtime;

Event talks = Events.IstanbulTalks2025;
Console.WriteLine(talks.Date.Earliest!.Value.ToString("o"));
Console.WriteLine(talks.Place == Places.Istanbul);
Console.WriteLine(string.Join(", ", Persons.SergeyLavrov.Events.Select(happening => happening.Id)));
Console.WriteLine(ReferenceEquals(Persons.Find("Sergej W. Lawrow"), Persons.SergeyLavrov));

var citation = Persons.KirillDmitriev.Citations[0];
Console.WriteLine(
    $"{citation.Quote} | {citation.Article.Id} | {citation.Paragraph} | {citation.Article.Text!.Contains(citation.Quote!)}"
);

var test = Persons.KirillDmitriev with { BirthDate = EdtfDate.Parse("1975") };
Console.WriteLine($"{test.BirthDate} {Persons.KirillDmitriev.BirthDate}");
Console.WriteLine(Captions<Place>());

static string Captions<T>()
    where T : class, IEntity<T> => string.Join(", ", T.All.Select(entity => entity.Caption));
