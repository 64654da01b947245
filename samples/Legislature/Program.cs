using Federation;

// 320 members in one list, each with terms of office. The id and the accessor come from nested values.
var first = Legislators.All[0];
Console.WriteLine($"{Legislators.All.Count} members, the first of whom is {first.Id}, {first.Name.OfficialFull}");

var member = Legislators.ZoltanHallstrom;
Console.WriteLine($"{member.Name.First} {member.Name.Last}, born {member.Bio.Birthday}, {member.Terms.Count} terms");

// The 'state' of a term names one of the states.
foreach (var term in member.Terms.Take(2))
    Console.WriteLine(
        $"{term.Type} {term.Start}/{term.End} {term.State.Name}, "
            + $"{(term.District is { } district ? $"district {district}" : "at large")}"
    );

var since2015 = Legislators
    .All.SelectMany(each => each.Terms)
    .Where(term => term.End.Earliest > new DateOnly(2015, 1, 1));
foreach (
    var group in since2015
        .GroupBy(term => term.State)
        .OrderByDescending(group => group.Count())
        .ThenBy(group => group.Key.Id)
        .Take(2)
)
    Console.WriteLine($"{group.Key.Name}: {group.Count()} terms");

foreach (var language in States.HV.Translations.Languages)
    Console.WriteLine($"{language}: {States.HV.Translations[language]}");
