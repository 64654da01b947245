using Americas;

// No schema describes a country: its type is inferred from seeds/countries.yaml, an unmodified file.
var brazil = Countries.Brazil;
Console.WriteLine($"{brazil.Name.Official}, {brazil.Area} km², {brazil.Currencies["BRL"].Symbol}");

// The neighbours, from the codes in the file: seeds/datapackage.yaml says that 'borders' names countries.
Console.WriteLine(string.Join(", ", brazil.Borders.Select(neighbour => neighbour.Id)));

// Landlocked countries have landlocked neighbours here.
foreach (var country in Countries.All.Where(country => country.Landlocked))
{
    var neighbours = country
        .Borders.Where(neighbour => neighbour.Landlocked)
        .Select(neighbour => neighbour.Name.Common);
    Console.WriteLine($"{country.Name.Common}: {string.Join(", ", neighbours)}");
}

foreach (var language in Countries.UnitedStates.Translations.Languages)
    Console.WriteLine($"{language}: {Countries.UnitedStates.Translations[language]}");
foreach (var (language, name) in Countries.Haiti.Name.Native)
    Console.WriteLine($"{language}: {name.Official}");
