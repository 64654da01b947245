using Linguist;

// Keys such as C++ are the ids; documented rules turn them into C# names.
Console.WriteLine(
    $"{Languages.CPlusPlus.Id} {Languages.CPlusPlus.Color} {string.Join(" ", Languages.CPlusPlus.Extensions)}"
);
Console.WriteLine(
    string.Join(
        ", ",
        Languages.CSharp.Id,
        Languages.FStar.Id,
        Languages._1CEnterprise.Id,
        Languages.ObjectiveCPlusPlus.Id,
        Languages.NO.Id,
        Languages.なでしこ.Id
    )
);
Console.WriteLine(Languages.Get("C++") == Languages.CPlusPlus);

// 'group' names another language.
foreach (var language in Languages.All.Where(language => language.Group is not null))
    Console.WriteLine($"{language.Id} is a {language.Group!.Id}, {language.Group.Color}");

Console.WriteLine(Languages.Python.Codemirror?.MimeType);
var names = Languages.Python.Names!;
foreach (var language in names.Languages)
    Console.WriteLine($"{language}: {names[language]}");
