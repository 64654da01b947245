namespace Fleet;

public static class Shipyard
{
    public static string Describe(Ship ship)
    {
        var year = ship.Launched?.Earliest?.Year;
        return year is null ? $"{ship.Caption}, never launched" : $"{ship.Caption}, launched in {year}";
    }
}

public sealed partial record Ship
{
    public bool HasSailed => Voyages.Count > 0;
}
