using OwnLibrary;
using Watched;

// Says what the data say, whenever they say something else.
var held = Ships.Tern;
var said = "";
while (true)
{
    var ships = $"{Ships.All.Count} ships, {Ships.Tern.Name} of {held.Launched}, found: {Ships.Find("Tern")?.Id}";
    var says =
        $"{ships}; {Ships.ByFlag.Norway.All.Count} Norwegian; {Recipes.RyeBread.Name}: {Recipes.RyeBread.Minutes}";
    if (says != said)
        Console.WriteLine(said = says);
    Thread.Sleep(50);
}
