namespace DataPackage.Bench.Peers;

/// <summary>How a program asks a data package for the events of a time.</summary>
internal static class EventsInRange
{
    public static int Count(DateOnly first, DateOnly last)
    {
        var count = 0;
        foreach (var _ in Events.During(first, last)) count++;
        return count;
    }
}
