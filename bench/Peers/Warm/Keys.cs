namespace DataPackage.Bench.Peers;

/// <summary>The keys of the look-ups: spread over all entities in an order without pattern, and never the string
/// instances of the data.</summary>
internal static class Keys
{
    public const int Count = 8192;

    private const int Seed = 42;

    public static readonly string[] Ids = Choose(ObjectGraph.Data.Persons, person => person.Id);
    public static readonly string[] Names = Choose(ObjectGraph.Data.Persons, person => person.Name.Ru);
    public static readonly string[] Aliases = Choose(ObjectGraph.Data.Persons, person => person.Aliases[0]);
    public static readonly string[] EventIds = Choose(
        [.. ObjectGraph.Data.Events.Where(each => each.Participants.Count > 0)],
        each => each.Id
    );

    /// <summary>A quarter of a year.</summary>
    public static readonly DateOnly FirstDay = new(2014, 4, 1);
    public static readonly DateOnly LastDay = new(2014, 7, 1);

    private static string[] Choose<T>(T[] entities, Func<T, string> key)
    {
        var random = new Random(Seed);
        return
        [
            .. Enumerable.Range(0, Count).Select(_ => new string(key(entities[random.Next(entities.Length)]).AsSpan())),
        ];
    }
}
