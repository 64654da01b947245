using GermanText;

Console.OutputEncoding = System.Text.Encoding.UTF8;
foreach (var citation in Walks.Vereinswanderung.Citations.Concat(Huts.Steinberghuette.Citations))
    Console.WriteLine($"{citation.Paragraph}: {citation.Quote!.ReplaceLineEndings("|")}");
Console.WriteLine(Walks.Vereinswanderung.Hut!.Night);
Console.WriteLine(Huts.Steinberghuette.Walks[0].Caption);
Console.WriteLine(Articles.Huettenwanderung.Title);
Console.WriteLine(Articles.Huettenwanderung.Text!.Split("\n\n").Length);
