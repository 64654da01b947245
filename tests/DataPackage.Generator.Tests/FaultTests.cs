using System.Reflection;
using DataPackage.Engine.Delivery;
using DataPackage.Engine.Syntax;
using DataPackage.Generator.Incremental;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Tests;

/// <summary>An internal failure in any step is one error, never an exception, which the compiler would turn into a
/// warning (CS8785), and never a second error caused by the missing result.</summary>
public class FaultTests
{
    /// <summary>Found by reflection, so new steps are tested too.</summary>
    public static TheoryData<string> AllSteps =>
        [
            .. typeof(Steps)
                .GetFields(BindingFlags.Public | BindingFlags.Static | BindingFlags.NonPublic)
                .Select(step => (string)step.GetValue(null)!),
        ];

    [Theory]
    [MemberData(nameof(AllSteps))]
    public void A_step_that_fails_once_is_one_error(string step)
    {
        var failures = 0;
        var result = Run(name =>
        {
            if (name == step && failures++ == 0)
                throw new InvalidDataException("the step is on fire\r\nerror: second line");
        });

        Assert.True(failures > 0, "The step did not run.");
        Assert.Null(result.Exception);
        // Without a known schema, kinds are inferred, which is reported as information.
        var message = Assert.Single(result.Diagnostics, diagnostic => diagnostic.Severity > DiagnosticSeverity.Info);
        Assert.Equal(("DP0001", DiagnosticSeverity.Error), (message.Id, message.Severity));
        var text = message.GetMessage(null);
        Assert.Contains("InvalidDataException: the step is on fire", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text);
        if (step is nameof(Steps.Read) or nameof(Steps.Bind) or nameof(Steps.Verify) or nameof(Steps.Link))
            Assert.NotEqual("", message.Location.GetLineSpan().Path);
    }

    /// <summary>Memory that runs out in one step runs out in the next too, and neither step is to blame.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Memory_that_runs_out_in_any_steps_is_one_message_that_names_the_limits(bool isStack)
    {
        var result = Run(_ =>
            throw (isStack ? new InsufficientExecutionStackException() : new InsufficientMemoryException())
        );

        Assert.Null(result.Exception);
        Assert.True(result.Diagnostics.Length > 1);
        // The compiler prints equal messages once.
        var message = Assert.Single(result.Diagnostics.Distinct());
        Assert.Equal("DP0012", message.Id);
        Assert.Contains(
            "134,217,728 characters and 20,000,000 values",
            message.GetMessage(null),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(AllSteps))]
    public void A_step_that_is_cancelled_passes_the_cancellation_on(string step)
    {
        using var cancellation = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            Run(
                name =>
                {
                    if (name != step)
                        return;
                    cancellation.Cancel();
                    cancellation.Token.ThrowIfCancellationRequested();
                },
                cancellation.Token
            )
        );
    }

    private static GeneratorRunResult Run(Action<string> beforeStep, CancellationToken cancellation = default)
    {
        StepGuard.BeforeStep.Value = beforeStep;
        try
        {
            return SeedSet
                .CreateDriver(
                    Samples
                        .Harbours()
                        .With("cargoes/salt.yaml", "weight: 30\nship: albatros\n")
                        .With(
                            "articles/secret.md",
                            "---\ntitle: Secret\nredistribute: false\n---\nNobody tells what it says here.\n"
                        )
                        // Files that are cut. An id that is also a property makes the first one whole again; an entity
                        // that states nothing has the kind of the last one inferred from the whole file.
                        .With("harbours.yaml", "depth:\n  name: Depth\nquay:\n  name: Quay\n")
                        .With("yachts.yaml", "a:\n  size: 1\nb:\nc:\n  size: 2\n")
                        .With("ships.yaml", "brig:\n  name: Brig\nketch:\n  name: Ketch\n")
                        .Texts.Add(SeedSet.Seed(Delivered.Path, new CompiledPackage(default, default).Write())),
                    options: new Dictionary<string, string> { ["_DataPackageCompiled"] = Delivered.Path },
                    generator: new DataPackageGenerator(new CutLengths(1, 16))
                )
                .RunGenerators(SeedSet.CreateCompilation(), cancellation)
                .GetRunResult()
                .Results[0];
        }
        finally
        {
            StepGuard.BeforeStep.Value = null;
        }
    }
}
