using System.Diagnostics;
using System.Globalization;
using DataPackage.Bench.Data;
using DataPackage.Bench.Report;
using Microsoft.CodeAnalysis;
using YamlDotNet.Core;

namespace DataPackage.Bench.Sections;

/// <summary>The time and memory of data without a schema: reading, inferring, generating as literals and compiling, to
/// the bare parser and compiling the same code; in milliseconds and bytes. Each runs in a process of its own, with the
/// garbage collector of a build. Also the memory of a build, which delivers large packages as a resource.</summary>
internal sealed class ForeignSection : ISection
{
    public const string Whole = "generated and compiled";
    public const string Floor = "bare parser, and compiling the same code";
    public const string Peak = "peak memory";
    public const string PeakOfBuild = "peak memory of a build's largest process";

    /// <summary>The argument with which this program measures one set of seeds.</summary>
    public const string Argument = "--foreign";

    private const double WarmUp = 0.03;

    public string Name => "foreign";

    public SectionResult Run(Workspace workspace) =>
        new([
            .. ForeignSeeds.All.SelectMany(seeds =>
            {
                var rounds = workspace.Options.FewRoundsAt(workspace.Options.Middle);
                return Measure(seeds, rounds).Append(MeasureBuild(workspace, seeds, rounds));
            }),
        ]);

    private static IEnumerable<Figure> Measure(string seeds, int rounds)
    {
        var runs = Enumerable
            .Range(0, rounds)
            .Select(_ =>
                Tool.Run(Tool.Dotnet, ".", "exec", typeof(ForeignSection).Assembly.Location, Argument, seeds)
                    .Split(' ')
                    .Select(figure => double.Parse(figure, CultureInfo.InvariantCulture))
                    .ToArray()
            )
            .ToList();
        yield return Figure.Of(0, seeds, Whole, runs.Select(run => run[0]));
        yield return Figure.Of(0, seeds, Floor, runs.Select(run => run[1]));
        yield return Figure.Of(0, seeds, Peak, runs.Select(run => run[2]));
    }

    private static Figure MeasureBuild(Workspace workspace, string seeds, int rounds)
    {
        var arguments = workspace.BuildPackage(ForeignSeeds.Of(seeds, share: 1));
        var peaks = Enumerable
            .Range(0, rounds)
            .Select(_ => MeasuredBuild.Run(arguments, workspace.Packages).Watch)
            .Select(watch => (double)Math.Max(watch.PeakBytes, watch.PeakBytesOfProgram))
            .ToList();
        return Figure.Of(0, seeds, PeakOfBuild, peaks);
    }

    /// <summary>Measures in this process, and prints the figures.</summary>
    public static void MeasureHere(string name)
    {
        _ = Generate(ForeignSeeds.Of(name, WarmUp));
        var seeds = ForeignSeeds.Of(name, share: 1);
        var (whole, peak, code) = Generate(seeds);
        var floor = Time(() =>
        {
            foreach (var seed in seeds)
                Parse(seed);
            Emit(SeedDriver.CreateCompilation().AddSyntaxTrees(code.Select(SeedDriver.Parse)));
        });
        Console.Write(string.Create(CultureInfo.InvariantCulture, $"{whole} {floor} {peak}"));
    }

    private static (double Time, long Peak, List<string> Code) Generate(List<Seed> seeds)
    {
        Compilation? compiled = null;
        var time = Time(() =>
        {
            SeedDriver
                .Create(seeds.Select(SeedDriver.ToText), tracksSteps: false)
                .RunGeneratorsAndUpdateCompilation(SeedDriver.CreateCompilation(), out compiled, out _);
            Emit(compiled);
        });
        // The code as texts, which only the floor needs, does not count.
        using var process = Process.GetCurrentProcess();
        var peak = process.PeakWorkingSet64;
        return (time, peak, [.. compiled!.SyntaxTrees.Skip(1).Select(tree => tree.ToString())]);
    }

    private static void Emit(Compilation compilation)
    {
        var emitted = compilation.Emit(Stream.Null);
        if (!emitted.Success)
            throw new InvalidOperationException(string.Join('\n', emitted.Diagnostics.Take(3)));
    }

    private static void Parse(Seed seed)
    {
        var text = seed.Text;
        if (text.StartsWith("---\n", StringComparison.Ordinal))
            text = text[4..text.IndexOf("\n---\n", StringComparison.Ordinal)];
        var parser = new Parser(new StringReader(text));
        while (parser.MoveNext()) { }
    }

    private static double Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
