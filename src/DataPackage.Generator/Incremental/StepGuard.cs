using System.Globalization;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Generator.Incremental;

/// <summary>Runs a step, and turns what it did not expect into one DP0001. An exception that left the generator would
/// be a mere warning (CS8785), and all generated types would be missing.</summary>
internal static class StepGuard
{
    /// <summary>Called with the name of each step before it runs, for tests that make one fail; null in every other
    /// case.</summary>
    internal static AsyncLocal<Action<string>?> BeforeStep { get; } = new();

    /// <summary>The result of a step, or what takes its place where the step fails.</summary>
    /// <param name="step">The name of the step.</param>
    /// <param name="subject">What it works on; a seed is named in the message.</param>
    /// <param name="failed">Makes the result of a step that failed with this message.</param>
    public static T Run<T>(string step, object? subject, Func<T> run, Func<SeedDiagnostic, T> failed)
    {
        try
        {
            BeforeStep.Value?.Invoke(step);
            return run();
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            return failed(Describe(step, subject, bug));
        }
    }

    /// <summary>That memory ran out says nothing of the step that asked for more, so that all steps say the same, and
    /// the compiler prints it once: what it compares are the very objects.</summary>
    private static readonly SeedDiagnostic OutOfMemory = new(
        Rules.OutOfMemory,
        default,
        new[] { SeedLimits.PackageLength, SeedLimits.PackageNodes }
            .Select(limit => limit.ToString("N0", CultureInfo.InvariantCulture))
            .ToEquatableArray()
    );

    private static SeedDiagnostic Describe(string step, object? subject, Exception bug)
    {
        if (bug is OutOfMemoryException or InsufficientExecutionStackException)
            return OutOfMemory;
        var location = subject is ISeed seed ? SeedPosition.StartOf(seed.FilePath) : default;
        var what = subject is ISeed { SeedPath: var path } ? path : subject as string ?? step;
        var message = $"{bug.GetType().Name}: {bug.Message.Replace("\r", "").Replace("\n", " ")}";
        return new SeedDiagnostic(Rules.InternalError, location, new([what, message]));
    }
}
