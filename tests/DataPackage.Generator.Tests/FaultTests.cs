using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Tests;

/// <summary>A failure of the generator's own, in whatever stage: one error, never an exception that the compiler would turn into a warning (CS8785),
/// and no second error of what the failed stage left undone.</summary>
public class FaultTests
{
    public static TheoryData<string> StagesThatGuard => new(
        nameof(Stages.Read), nameof(Stages.CompleteSchema), nameof(Stages.Bind), nameof(Stages.Shelve), nameof(Stages.Index), nameof(Stages.FindConflicts), nameof(Stages.Verify),
        nameof(Stages.Link), nameof(Stages.Assemble), nameof(Stages.Pack), nameof(Stages.SplitIndexes), nameof(Stages.WriteIndexes), nameof(Stages.Reverse), nameof(Stages.PackReverses), nameof(Stages.LayOutData), nameof(Stages.Write),
        nameof(Stages.FindShape), nameof(Stages.Infer), nameof(Stages.FindStaleArticles), nameof(Stages.CheckRights), nameof(Stages.CheckAssertions), nameof(Stages.VerifyMentions), nameof(Stages.Locate),
        nameof(Stages.LayOutGroups), nameof(Stages.Fingerprint), nameof(Stages.SearchEntities),
            nameof(Stages.SearchFile), nameof(Stages.ReportLeaks), nameof(Stages.CheckNames));

    [Theory]
    [MemberData(nameof(StagesThatGuard))]
    public void A_stage_that_fails_once_is_one_error(string stage)
    {
        var failures = 0;
        var result = Run(name =>
        {
            // The schema is completed twice, for inference and for good: what fails there fails both times.
            if (name == stage && (failures++ == 0 || stage == nameof(Stages.CompleteSchema))) throw new InvalidDataException("the stage is on fire\r\nerror: second line");
        });

        Assert.True(failures > 0, "The stage did not run.");
        Assert.Null(result.Exception);
        // Where no schema is known, kinds are inferred meanwhile, and that is said.
        var message = Assert.Single(result.Diagnostics, diagnostic => diagnostic.Severity > DiagnosticSeverity.Info);
        Assert.Equal(("DP0001", DiagnosticSeverity.Error), (message.Id, message.Severity));
        var text = message.GetMessage(null);
        Assert.Contains("InvalidDataException: the stage is on fire", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text);
        if (stage is nameof(Stages.Read) or nameof(Stages.CompleteSchema) or nameof(Stages.Bind) or nameof(Stages.Verify) or nameof(Stages.Link))
            Assert.NotEqual("", message.Location.GetLineSpan().Path);
    }

    /// <summary>Where memory runs out in one step it does in the next, and whichever step it was is not to
    /// blame.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Memory_that_runs_out_in_any_steps_is_one_message_that_names_the_limits(bool isStack)
    {
        var result = Run(_ =>
            throw (isStack ? new InsufficientExecutionStackException() : new InsufficientMemoryException()));

        Assert.Null(result.Exception);
        Assert.True(result.Diagnostics.Length > 1);
        // The compiler prints what is equal once.
        var message = Assert.Single(result.Diagnostics.Distinct());
        Assert.Equal("DP0012", message.Id);
        Assert.Contains("134,217,728 characters and 20,000,000 values", message.GetMessage(null),
            StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(StagesThatGuard))]
    public void A_stage_that_is_cancelled_passes_the_cancellation_on(string stage)
    {
        using var cancellation = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => Run(name =>
        {
            if (name != stage) return;
            cancellation.Cancel();
            cancellation.Token.ThrowIfCancellationRequested();
        }, cancellation.Token));
    }

    private static GeneratorRunResult Run(Action<string> beforeStage, CancellationToken cancellation = default)
    {
        Stages.BeforeStage.Value = beforeStage;
        try
        {
            return SeedSet.CreateDriver(Samples.Harbours()
                .With("articles/secret.md",
                "---\ntitle: Secret\nredistribute: false\n---\nNobody tells what it says here.\n").Texts)
                .RunGenerators(SeedSet.CreateCompilation(), cancellation).GetRunResult().Results[0];
        }
        finally
        {
            Stages.BeforeStage.Value = null;
        }
    }
}
