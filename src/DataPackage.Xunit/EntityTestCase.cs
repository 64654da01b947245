using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace DataPackage.Xunit;

/// <summary>One case of a theory over entities. Until it runs, entities are represented by their ids
/// (<see cref="EntityCase{T}"/>), in its name and between the processes that discover and run tests.</summary>
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
