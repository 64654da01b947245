using System.Globalization;

namespace DataPackage.Testing;

/// <summary>What Linux says of a process and its children.</summary>
internal static class ProcessTree
{
    // The fields after the name of the process, counted from 0: see proc_pid_stat(5).
    private const int Parent = 1;
    private const int UserTime = 11;
    private const int LastTime = 14;

    /// <summary>In hundredths of a second, on every Linux.</summary>
    private const int TicksPerSecond = 100;

    /// <summary>For how long the process and all its children have computed, those that have ended included. Null on
    /// other systems.</summary>
    public static TimeSpan? ProcessorTimeOf(int root)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        var processes = Directory
            .EnumerateDirectories("/proc")
            .Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0]))
            .Select(folder => (Id: Number(Path.GetFileName(folder)), Fields: FieldsOf(folder)))
            .Where(process => process.Fields.Length > LastTime)
            .ToDictionary(process => process.Id, process => process.Fields);
        var children = processes.Keys.ToLookup(id => Number(processes[id][Parent]));
        var ticks = 0L;
        var waiting = new Stack<long>([root]);
        while (waiting.TryPop(out var id))
        {
            if (processes.TryGetValue(id, out var fields))
                ticks += fields[UserTime..(LastTime + 1)].Sum(Number);
            foreach (var child in children[id])
                waiting.Push(child);
        }

        return TimeSpan.FromSeconds((double)ticks / TicksPerSecond);
    }

    /// <summary>Empty if the process has ended meanwhile.</summary>
    private static string[] FieldsOf(string folder)
    {
        try
        {
            var line = File.ReadAllText(Path.Combine(folder, "stat"));
            // The name is in parentheses and may hold anything.
            return line[(line.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
