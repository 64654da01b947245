using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace DataPackage.Generator.Tests.Fuzz;

/// <summary>With any seeds, the generator does not fail and its code compiles without messages: as C# with nullable
/// annotations, checked documentation and warnings as errors.</summary>
public class DataSetFuzzTests(ITestOutputHelper output)
{
    /// <summary>Sets compiled together, each in its own namespace; generated code uses global names only, so no set
    /// sees another.</summary>
    private const int Batch = 250;

    /// <summary>The compiler is much slower than the generator: it parses every set, and compiles only one in this
    /// many.</summary>
    private const int CompiledOneIn = 10;

    [Fact]
    public void A_random_package_makes_the_generator_report_its_mistakes_and_never_its_own()
    {
        var run = FuzzRun.FromEnvironment(2_000);
        output.WriteLine(FuzzRun.Again(run.Seed) + $" (and {run.Count - 1:N0} more)");
        var compilation = SeedSet.CreateCompilation();
        var batch = new List<SyntaxTree>();
        var (withoutErrors, compiled) = (0, 0);
        foreach (var seed in run.Seeds)
        {
            var result = RandomPackage.Make(seed).Run(compilation, $"Set{(uint)seed}").Results[0];

            Assert.True(result.Exception is null, $"{FuzzRun.Again(seed)}: {result.Exception}");
            Assert.False(
                result.Diagnostics.Any(message => message.Id is "DP0001" or "CS8785"),
                $"{FuzzRun.Again(seed)}: {string.Join('\n', result.Diagnostics)}"
            );
            foreach (var source in result.GeneratedSources)
            {
                Assert.True(
                    source.SourceText.ToString().All(c => c is '\n' or (>= ' ' and <= '~')),
                    $"{FuzzRun.Again(seed)}: {source.HintName} is not plain ASCII"
                );
                Assert.True(
                    !source.SyntaxTree.GetDiagnostics().Any(),
                    $"{FuzzRun.Again(seed)}: {source.HintName}: {string.Join('\n', source.SyntaxTree.GetDiagnostics())}"
                );
            }

            if (!result.Diagnostics.Any(message => message.DefaultSeverity > DiagnosticSeverity.Info))
                withoutErrors++;
            if (seed % CompiledOneIn != 0 && run.Count > 1)
                continue;
            compiled++;
            var trees = result
                .GeneratedSources.Select(source => source.SyntaxTree.WithFilePath($"{(uint)seed}/{source.HintName}"))
                .ToList();
            // A set that names its own namespace could collide with another set.
            if (
                trees.Count > 0
                && !trees[0].ToString().Contains($"namespace Set{(uint)seed};", StringComparison.Ordinal)
            )
                Compile(trees);
            else
                batch.AddRange(trees);
            if (compiled % Batch == 0)
                Compile(batch);
        }

        Compile(batch);
        output.WriteLine($"{run.Count:N0} sets, {withoutErrors:N0} of them without a mistake, {compiled:N0} compiled");
        Assert.True(
            run.Count == 1 || withoutErrors > run.Count / 20,
            "Random sets must be right now and then, or they show nothing of what is generated."
        );
    }

    private static void Compile(List<SyntaxTree> trees)
    {
        var messages = SeedSet
            .CreateCompilation()
            .AddSyntaxTrees(trees)
            .GetDiagnostics()
            .Where(message => message.Severity > DiagnosticSeverity.Hidden)
            .Take(5)
            .ToList();
        Assert.True(
            messages.Count == 0,
            "The folder of a file is the seed of its set.\n" + string.Join('\n', messages)
        );
        trees.Clear();
    }
}
