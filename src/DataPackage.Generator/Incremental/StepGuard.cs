using System.Globalization;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Generator.Incremental;

/// <summary>Runs a step and turns an unexpected exception into one DP0001. An exception that leaves the generator is
/// only a warning (CS8785), and all generated types would be missing.</summary>
internal static class StepGuard
{
    /// <summary>Called with the name of each step before it runs. Null except in tests that make a step fail.</summary>
    internal static AsyncLocal<Action<string>?> BeforeStep { get; } = new();

    /// <summary>The result of a step, or its substitute if the step fails.</summary>
    /// <param name="step">The name of the step.</param>
    /// <param name="subject">The input of the step; the message names it if it is a seed.</param>
    /// <param name="failed">Makes the substitute from the message of the failure.</param>
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

    /// <summary>One object for all steps: running out of memory is not the fault of the step that asked for more, and
    /// the compiler prints a message once only if the objects are the same.</summary>
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
