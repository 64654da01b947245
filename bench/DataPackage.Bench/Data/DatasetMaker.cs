using System.Globalization;
using System.Text;
using DataPackage.Bench.Peers;

namespace DataPackage.Bench.Data;

/// <summary>Invents N persons, 0.6 N events and N / 50 articles; always the same for the same N.</summary>
internal sealed class DatasetMaker
{
    private const ulong Seed = 42;
    private const int SummaryLength = 200;
    private const int CitationsPerPerson = 2;
    private const int PersonsPerArticle = 50;
    private const int EventsPerPerson = 3;
    private const int RolesPerPerson = 2;

    /// <summary>Coprime to the number of last names, so neighbours do not begin alike and no name occurs
    /// twice.</summary>
    private const int Stride = 7919;

    private static readonly DateOnly FirstDay = new(2000, 1, 1);
    private static readonly int Days = new DateOnly(2025, 1, 1).DayNumber - FirstDay.DayNumber;

    private readonly Dice _dice = new(Seed);

    public static Dataset Make(int persons) => new DatasetMaker().MakeAll(persons);

    private Dataset MakeAll(int count)
    {
        var events = Enumerable.Range(0, count * 6 / 10).Select(MakeEvent).ToArray();
        var persons = Enumerable.Range(0, count).Select(number => MakePerson(number, events)).ToArray();
        var articles = persons.Chunk(PersonsPerArticle).Select(MakeArticle).ToArray();
        return new Dataset(new Graph { Persons = persons, Events = events }, articles);
    }

    private Event MakeEvent(int number)
    {
        var occasion = _dice.Of(Vocabulary.Occasions);
        var city = _dice.Of(Vocabulary.Cities);
        var english = string.Create(CultureInfo.InvariantCulture, $"{occasion.English} in {city.English} {number}");
        return new Event
        {
            Id = english.ToLowerInvariant().Replace(' ', '-'),
            Name = new Localized
            {
                En = english,
                Ru = string.Create(CultureInfo.InvariantCulture, $"{occasion.Russian}, {city.Russian} {number}"),
            },
            Date = FirstDay.AddDays(_dice.Below(Days)),
        };
    }

    private Person MakePerson(int number, Event[] events)
    {
        var first = _dice.Of(Vocabulary.FirstNames);
        var (latin, accented, cyrillic) = LastName(number);
        return new Person
        {
            Id = $"{first.Latin}-{latin}".ToLowerInvariant(),
            Name = new Localized { En = $"{first.Latin} {latin}", Ru = $"{first.Cyrillic} {cyrillic}" },
            Aliases =
            [
                $"{accented}, {first.Accented}",
                $"{cyrillic} {first.Cyrillic[0]}.",
                string.Create(CultureInfo.InvariantCulture, $"{latin.ToLowerInvariant()}-{number}"),
            ],
            Summary = new Localized { En = Sentence(Vocabulary.EnglishWords), Ru = Sentence(Vocabulary.RussianWords) },
            BirthDate = MakeBirthDate(),
            Roles = [.. Enumerable.Range(0, RolesPerPerson).Select(_ => MakeRole())],
            Citations =
            [
                .. Enumerable
                    .Range(0, CitationsPerPerson)
                    .Select(which => MakeCitation(number, which, $"{first.Latin} {latin}")),
            ],
            Events = ChooseEvents(events),
        };
    }

    private static (string Latin, string Accented, string Cyrillic) LastName(int number)
    {
        var syllables = Vocabulary.Consonants.Length * Vocabulary.Vowels.Length;
        var rest = (int)((long)number * Stride % ((long)syllables * syllables * syllables));
        StringBuilder latin = new(),
            accented = new(),
            cyrillic = new();
        for (var i = 0; i < 3; i++, rest /= syllables)
        {
            var consonant = Vocabulary.Consonants[rest % syllables / Vocabulary.Vowels.Length];
            var vowel = Vocabulary.Vowels[rest % Vocabulary.Vowels.Length];
            latin.Append(consonant.Latin).Append(vowel.Latin);
            accented.Append(consonant.Accented).Append(vowel.Accented);
            cyrillic.Append(consonant.Cyrillic).Append(vowel.Cyrillic);
        }

        return (Capitalized(latin), Capitalized(accented), Capitalized(cyrillic));
    }

    private static string Capitalized(StringBuilder name)
    {
        name[0] = char.ToUpperInvariant(name[0]);
        return name.ToString();
    }

    /// <summary>A text of the length of a summary.</summary>
    private string Sentence(string[] words)
    {
        var text = new StringBuilder(_dice.Of(words));
        while (text.Length < SummaryLength)
            text.Append(' ').Append(_dice.Of(words));
        text.Length = SummaryLength - 1;
        if (text[^1] == ' ')
            text[^1] = 'e';
        text[0] = char.ToUpperInvariant(text[0]);
        return text.Append('.').ToString();
    }

    /// <summary>Usually a day; one in four persons has a vaguer date.</summary>
    private string MakeBirthDate()
    {
        var year = 1930 + _dice.Below(75);
        var month = 1 + _dice.Below(12);
        return _dice.Below(20) switch
        {
            0 or 1 => string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}"),
            2 or 3 => string.Create(CultureInfo.InvariantCulture, $"{year}~"),
            4 => string.Create(CultureInfo.InvariantCulture, $"[{year},{year + 1}]"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}-{1 + _dice.Below(28):00}"),
        };
    }

    private Position MakeRole() =>
        new()
        {
            Title = _dice.Of(Vocabulary.Titles),
            Organization = _dice.Of(Vocabulary.Organizations),
            From = string.Create(CultureInfo.InvariantCulture, $"{1995 + _dice.Below(30)}"),
        };

    /// <summary>A passage that occurs once in the person's article, because it ends in a unique number.</summary>
    private Citation MakeCitation(int person, int which, string name)
    {
        var passage = person % PersonsPerArticle * CitationsPerPerson + which;
        return new Citation
        {
            Article = ArticleId(person / PersonsPerArticle),
            Quote = string.Create(
                CultureInfo.InvariantCulture,
                $"In {_dice.Of(Vocabulary.Cities).English} {name} {_dice.Of(Vocabulary.Verbs)} the delegation of the "
                    + $"{_dice.Of(Vocabulary.Organizations)} (note {passage})."
            ),
        };
    }

    private string[] ChooseEvents(Event[] events)
    {
        var chosen = new HashSet<string>(StringComparer.Ordinal);
        while (chosen.Count < Math.Min(EventsPerPerson, events.Length))
            chosen.Add(_dice.Of(events).Id);
        return [.. chosen.Order(StringComparer.Ordinal)];
    }

    private static Article MakeArticle(Person[] persons, int number) =>
        new(
            ArticleId(number),
            string.Create(CultureInfo.InvariantCulture, $"Report {number}"),
            [.. persons.SelectMany(person => person.Citations).Select(citation => citation.Quote)]
        );

    private static string ArticleId(int number) => string.Create(CultureInfo.InvariantCulture, $"report-{number}");
}
