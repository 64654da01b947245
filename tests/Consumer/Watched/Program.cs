using DataPackage.Runtime;
using OwnLibrary;
using Watched;

// Says what the data say, whenever they say something else.
var held = Ships.Tern;
var said = "";
while (true)
{
    // While data are exchanged, a claim may be read before and the value after: then the value is its only claim.
    var corrected = held.Claims(Ship.Properties.Launched)
        .All.FirstOrDefault(claim => claim.Rank == ClaimRank.Deprecated);
    var tern = $"{Ships.Tern.Name} of {held.Launched} (not {corrected?.Value})";
    var ships = $"{Ships.All.Count} ships, {tern}, found: {Ships.Find("Tern")?.Id}";
    var says =
        $"{ships}; {Ships.ByFlag.Norway.All.Count} Norwegian; {Recipes.RyeBread.Name}: {Recipes.RyeBread.Minutes}";
    if (says != said)
        Console.WriteLine(said = says);
    Thread.Sleep(50);
}
