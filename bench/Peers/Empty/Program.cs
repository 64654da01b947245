using DataPackage.Bench.Peers;

// Without an argument, measures a process that does nothing. With one, measures the harness itself.
if (args.Length > 0)
    Harness.Run<Nothing>(args, 0);

internal readonly struct Nothing : IPeer
{
    public static string BirthDateById(string id) => id;

    public static void ReadNames<TSink>(ref TSink sink)
        where TSink : struct, ITextSink { }

    public static void ReadBirthDates<TSink>(ref TSink sink)
        where TSink : struct, ITextSink { }

    public static int CountEvents(DateOnly first, DateOnly last) => 0;
}
