using Coast;

Console.WriteLine(Lighthouses.WestPoint.Caption);
Console.WriteLine(Lighthouses.WestPoint.Keeper == Keepers.AdaLund);
Console.WriteLine(string.Join(", ", Keepers.AdaLund.Lighthouses.Select(lighthouse => lighthouse.Id)));
Console.WriteLine(Lighthouses.WestPoint.FocalHeight);
Console.WriteLine(Lighthouses.WestPoint.Built!.Earliest!.Value.ToString("o"));
Console.WriteLine(Lighthouses.WestPoint.Character == LighthouseCharacter.Flashing);
Console.WriteLine(Lighthouses.Find("WESTSPITZE")?.Id);
