using System.Diagnostics;
using System.Globalization;

namespace DataPackage.Bench.Peers;

/// <summary>The program of every peer: runs the mode of the first argument and prints lines of a name and a number.
/// Each mode is a method, so the jit compiles no other.</summary>
internal static class Harness
{
    private const int Passes = 21;

    /// <summary>How often and how long a loop runs before it is measured: enough for the last tier of the
    /// jit.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(500);

    /// <param name="args">A mode and its arguments.</param>
    /// <param name="start">The time stamp of the first statement of <c>Main</c>.</param>
    public static void Run<TPeer>(string[] args, long start)
        where TPeer : struct, IPeer
    {
        var mode = args[0];
        if (mode is "accessor")
            Print("first", Elapsed(start, TPeer.BirthDateByAccessor()));
        else if (mode is "id")
            Print("first", Elapsed(start, TPeer.BirthDateById(args[1])));
        else if (mode is "type")
            Print("first", Elapsed(start, TPeer.BirthDateOfType(args[1])));
        else if (mode is "alias")
            Print("first", Elapsed(start, TPeer.BirthDateByAlias(args[1])));
        else if (mode is "all")
            ReadAll<TPeer>(start);
        else if (mode is "memory")
            MeasureMemory<TPeer>(args[1]);
        else if (mode is "checksum")
            PrintChecksums<TPeer>(args);
        else
            throw new ArgumentException($"There is no mode '{mode}'.", nameof(args));
    }

    /// <param name="start">The start of the time.</param>
    /// <param name="birthDate">Read before the call, and checked only after the time is taken.</param>
    private static double Elapsed(long start, string birthDate)
    {
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        return birthDate.Length > 0 ? elapsed : throw new InvalidOperationException("The person has no birth date.");
    }

    private static void ReadAll<TPeer>(long start)
        where TPeer : struct, IPeer
    {
        ReadNames<TPeer>();
        Print("first", Stopwatch.GetElapsedTime(start).TotalMicroseconds);

        var warm = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(warm) < WarmUp)
            ReadNames<TPeer>();
        var passes = new double[Passes];
        for (var i = 0; i < passes.Length; i++)
        {
            var pass = Stopwatch.GetTimestamp();
            ReadNames<TPeer>();
            passes[i] = Stopwatch.GetElapsedTime(pass).TotalMicroseconds;
        }

        Array.Sort(passes);
        Print("again", passes[Passes / 2]);
    }

    private static long ReadNames<TPeer>()
        where TPeer : struct, IPeer
    {
        var sink = new LengthSink();
        TPeer.ReadNames(ref sink);
        return sink.Length;
    }

    private static void MeasureMemory<TPeer>(string id)
        where TPeer : struct, IPeer
    {
        TPeer.BirthDateById(id);
        PrintMemory("one");
        ReadNames<TPeer>();
        PrintMemory("names");
    }

    private static void PrintMemory(string name)
    {
        // Before the collection and the printing, which use memory of their own.
        var peak = PeakResidentBytes();
        Print($"heap-{name}", GC.GetTotalMemory(forceFullCollection: true));
        Print($"peak-{name}", peak);
    }

    private static long PeakResidentBytes()
    {
        const string Line = "VmHWM:";
        var status = File.ReadLines("/proc/self/status").First(line => line.StartsWith(Line, StringComparison.Ordinal));
        return long.Parse(status.AsSpan(Line.Length).Trim().TrimEnd(" kB"), CultureInfo.InvariantCulture) * 1024;
    }

    private static void PrintChecksums<TPeer>(string[] args)
        where TPeer : struct, IPeer
    {
        var names = new HashSink();
        TPeer.ReadNames(ref names);
        Console.WriteLine($"names {names.Sum}");
        var birthDates = new HashSink();
        TPeer.ReadBirthDates(ref birthDates);
        Console.WriteLine($"birth-dates {birthDates.Sum}");
        var events = TPeer.CountEvents(
            DateOnly.Parse(args[1], CultureInfo.InvariantCulture),
            DateOnly.Parse(args[2], CultureInfo.InvariantCulture)
        );
        Console.WriteLine($"events {events}");
    }

    private static void Print(string name, double value) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {value:F1}"));
}
