using System.Diagnostics;
using DataPackage.Bench.Peers;
using DataPackage.Bench.Peers.Flat;
using Google.FlatBuffers;

Harness.Run<FlatBuffersFile>(args, Stopwatch.GetTimestamp());

internal readonly struct FlatBuffersFile : IPeer
{
    private static readonly Archive Data = Archive.GetRootAsArchive(
        new ByteBuffer(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "data.bin")))
    );

    public static string BirthDateById(string id) => Data.PersonsByKey(id)!.Value.BirthDate;

    public static string BirthDateByAlias(string alias) => BirthDateById(Data.AliasesByKey(alias)!.Value.Person);

    public static void ReadNames<TSink>(ref TSink sink)
        where TSink : struct, ITextSink
    {
        for (var i = 0; i < Data.PersonsLength; i++)
            Add(Data.Persons(i)!.Value.Name!.Value, ref sink);
        for (var i = 0; i < Data.EventsLength; i++)
            Add(Data.Events(i)!.Value.Name!.Value, ref sink);
    }

    public static void ReadBirthDates<TSink>(ref TSink sink)
        where TSink : struct, ITextSink
    {
        for (var i = 0; i < Data.PersonsLength; i++)
            sink.Add(Data.Persons(i)!.Value.BirthDate);
    }

    public static int CountEvents(DateOnly first, DateOnly last) =>
        FirstFrom(last.DayNumber + 1) - FirstFrom(first.DayNumber);

    private static void Add<TSink>(Localized name, ref TSink sink)
        where TSink : struct, ITextSink
    {
        sink.Add(name.En);
        sink.Add(name.Ru);
    }

    /// <summary>The index of the first event on that day or later.</summary>
    private static int FirstFrom(int day)
    {
        int low = 0,
            high = Data.EventsLength;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Data.Events(middle)!.Value.Day < day)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
