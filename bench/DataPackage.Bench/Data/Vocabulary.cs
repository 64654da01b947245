namespace DataPackage.Bench.Data;

/// <summary>The words of invented persons, events and articles.</summary>
internal static class Vocabulary
{
    public static readonly (string Latin, string Accented, string Cyrillic)[] FirstNames =
    [
        ("Anna", "Änna", "Анна"),
        ("Boris", "Borís", "Борис"),
        ("Cemil", "Çemıl", "Джемиль"),
        ("Dorota", "Dorota", "Дорота"),
        ("Elise", "Élise", "Элиза"),
        ("Filip", "Filíp", "Филип"),
        ("Gunther", "Günther", "Гюнтер"),
        ("Helene", "Hélène", "Элен"),
        ("Igor", "Igor", "Игорь"),
        ("Jiri", "Jiří", "Иржи"),
        ("Katarzyna", "Katarzyňa", "Катажина"),
        ("Lukasz", "Łukasz", "Лукаш"),
        ("Marketa", "Markéta", "Маркета"),
        ("Noel", "Noël", "Ноэль"),
        ("Olga", "Ólga", "Ольга"),
        ("Pelin", "Pelın", "Пелин"),
        ("Renee", "Renée", "Рене"),
        ("Sukru", "Şükrü", "Шюкрю"),
        ("Tomasz", "Tomaś", "Томаш"),
        ("Ugur", "Uğur", "Угур"),
        ("Vaclav", "Václav", "Вацлав"),
        ("Wanda", "Wąnda", "Ванда"),
        ("Yusuf", "Yusüf", "Юсуф"),
        ("Zofia", "Żofia", "Зофья"),
    ];

    /// <summary>A last name has three syllables of a consonant and a vowel, so each number has a unique name.</summary>
    public static readonly (char Latin, char Accented, char Cyrillic)[] Consonants =
    [
        ('b', 'b', 'б'),
        ('d', 'ď', 'д'),
        ('g', 'ğ', 'г'),
        ('k', 'ķ', 'к'),
        ('l', 'ł', 'л'),
        ('m', 'm', 'м'),
        ('n', 'ń', 'н'),
        ('r', 'ř', 'р'),
        ('s', 'ş', 'с'),
        ('z', 'ž', 'з'),
    ];

    public static readonly (char Latin, char Accented, char Cyrillic)[] Vowels =
    [
        ('a', 'ä', 'а'),
        ('e', 'é', 'е'),
        ('i', 'î', 'и'),
        ('o', 'ö', 'о'),
        ('u', 'ü', 'у'),
    ];

    public static readonly (string English, string Russian)[] Occasions =
    [
        ("Talks", "Переговоры"),
        ("Visit", "Визит"),
        ("Conference", "Конференция"),
        ("Exchange", "Обмен"),
        ("Signing", "Подписание"),
        ("Hearing", "Слушания"),
    ];

    public static readonly (string English, string Russian)[] Cities =
    [
        ("Bergen", "Берген"),
        ("Istanbul", "Стамбул"),
        ("Krakow", "Краков"),
        ("Lyon", "Лион"),
        ("Brno", "Брно"),
        ("Leipzig", "Лейпциг"),
        ("Geneva", "Женева"),
        ("Vienna", "Вена"),
        ("Riga", "Рига"),
        ("Tallinn", "Таллин"),
        ("Trieste", "Триест"),
        ("Odense", "Оденсе"),
    ];

    public static readonly string[] Titles =
    [
        "Director",
        "Deputy director",
        "Minister",
        "Adviser",
        "Envoy",
        "Chief negotiator",
        "Member of the board",
        "Professor",
        "Editor",
        "Spokesperson",
    ];

    public static readonly string[] Organizations =
    [
        "Ministry of Transport",
        "Institute for Northern Studies",
        "Harbour Authority",
        "Central Bank",
        "University of the Coast",
        "Council of Cities",
        "Grain Exchange",
        "Railway Union",
        "Foundation for Letters",
        "Society of Surveyors",
    ];

    public static readonly string[] EnglishWords =
    [
        "the",
        "delegation",
        "agreed",
        "on",
        "a",
        "plan",
        "for",
        "shared",
        "harbours",
        "and",
        "railways",
        "after",
        "long",
        "talks",
        "with",
        "partners",
        "from",
        "several",
        "regions",
        "who",
        "had",
        "asked",
        "about",
        "prices",
        "of",
        "grain",
        "timber",
        "energy",
        "in",
        "spring",
        "while",
        "others",
    ];

    public static readonly string[] RussianWords =
    [
        "делегация",
        "согласовала",
        "план",
        "развития",
        "портов",
        "и",
        "дорог",
        "после",
        "долгих",
        "переговоров",
        "с",
        "партнёрами",
        "из",
        "разных",
        "областей",
        "которые",
        "спросили",
        "о",
        "ценах",
        "на",
        "зерно",
        "лес",
        "весной",
        "пока",
        "другие",
        "ждали",
        "ответа",
        "от",
        "министра",
    ];

    public static readonly string[] Verbs = ["met", "praised", "warned", "received", "questioned", "thanked"];
}
