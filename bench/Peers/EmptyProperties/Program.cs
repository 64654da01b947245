using System.Diagnostics;
using DataPackage.Bench.Peers;

Harness.Run<EmptyPropertiesPeer>(args, Stopwatch.GetTimestamp());

/// <summary>A class with an empty property for each person: how long the runtime takes to load a class of so many
/// members, before any data are read.</summary>
internal readonly struct EmptyPropertiesPeer : IPeer
{
    public static string BirthDateByAccessor() => SampleAccessor.Person?.ToString() ?? "none";

    public static string BirthDateById(string id) => throw new NotSupportedException();

    public static void ReadNames<TSink>(ref TSink sink)
        where TSink : struct, ITextSink => throw new NotSupportedException();

    public static void ReadBirthDates<TSink>(ref TSink sink)
        where TSink : struct, ITextSink => throw new NotSupportedException();

    public static int CountEvents(DateOnly first, DateOnly last) => throw new NotSupportedException();
}
