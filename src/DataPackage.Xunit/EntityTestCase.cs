using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace DataPackage.Xunit;

/// <summary>One row of a theory over entities. Until it runs, the entities are represented by their ids
/// (<see cref="EntityCase{T}"/>): in its name, and on the way from the process that discovers tests to the one that
/// runs them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EntityTestCase : XunitTestCase
{
    /// <summary>For xUnit.net, which then deserializes it.</summary>
    [Obsolete("For deserialization only.", error: true)]
    public EntityTestCase() { }

    internal EntityTestCase(
        IMessageSink diagnosticMessageSink,
        TestMethodDisplay display,
        TestMethodDisplayOptions options,
        ITestMethod testMethod,
        object[] row
    )
        : base(diagnosticMessageSink, display, options, testMethod, row) { }

    /// <inheritdoc/>
    public override Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink,
        IMessageBus messageBus,
        object[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource
    ) =>
        new XunitTestCaseRunner(
            this,
            DisplayName,
            SkipReason,
            constructorArguments,
            EntityCase.EntitiesOf(TestMethodArguments),
            messageBus,
            aggregator,
            cancellationTokenSource
        ).RunAsync();
}
