using System.Globalization;
using DataPackage.Bench.Report;

namespace DataPackage.Bench.Sections;

/// <summary>Look-ups in a process that is warm, measured by BenchmarkDotNet in a program of its own; in nanoseconds and
/// bytes.</summary>
internal sealed class WarmSection : ISection
{
    /// <summary>The operation in which several things that one could use for it are compared, and that returns what it
    /// finds in a list.</summary>
    public const string NamesInText = "NamesInText";

    public string Name => "warm";

    /// <summary>Names in a text are looked for at the smallest size: a compiled regular expression of the names of ten
    /// thousand persons takes longer than all else here.</summary>
    public SectionResult Run(Workspace workspace) =>
        new([
            .. Run(workspace, workspace.Options.Middle, "look-ups"),
            .. Run(workspace, workspace.Options.Small, "mentions"),
        ]);

    private static IEnumerable<Figure> Run(Workspace workspace, int size, string operations)
    {
        var folder = workspace.Build("Warm", size);
        var output = Tool.Run(
            Path.Combine(folder, "Warm"),
            folder,
            workspace.Options.IsSmoke ? [operations, "smoke"] : [operations]
        );
        return
        [
            .. output
                .Split('\n')
                .Where(line => line.StartsWith("result ", StringComparison.Ordinal))
                .Select(line => Parse(line, size)),
        ];
    }

    /// <summary>A line of the program: the word 'result', an operation, a measure, the median, the least and the
    /// greatest value.</summary>
    private static Figure Parse(string line, int size)
    {
        var parts = line.Split(' ');
        var values = parts[3..].Select(value => double.Parse(value, CultureInfo.InvariantCulture)).ToArray();
        return new Figure(size, parts[1], parts[2], values[0], values[1], values[2]);
    }
}
