using System.Globalization;
using DataPackage.Bench.Report;

namespace DataPackage.Bench.Sections;

/// <summary>Look-ups in a warm process, measured by BenchmarkDotNet in a separate program; in nanoseconds and
/// bytes.</summary>
internal sealed class WarmSection : ISection
{
    /// <summary>The operation that compares several methods, and that returns a list of results.</summary>
    public const string NamesInText = "NamesInText";

    public string Name => "warm";

    /// <summary>Names in a text are searched at the smallest size: for ten thousand persons, a compiled regular
    /// expression of all names takes longer than everything else here.</summary>
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
