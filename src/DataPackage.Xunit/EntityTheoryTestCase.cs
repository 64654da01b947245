using System.ComponentModel;
using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace DataPackage.Xunit;

/// <summary>A theory over entities that enumerates its data when it runs. Used if the runner asks for that, or if other
/// data cannot be serialized.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EntityTheoryTestCase : XunitTheoryTestCase
{
    /// <summary>For xUnit.net, which then deserializes it.</summary>
    [Obsolete("For deserialization only.", error: true)]
    public EntityTheoryTestCase() { }

    internal EntityTheoryTestCase(
        IMessageSink diagnosticMessageSink,
        TestMethodDisplay display,
        TestMethodDisplayOptions options,
        ITestMethod testMethod
    )
        : base(diagnosticMessageSink, display, options, testMethod) { }

    /// <inheritdoc/>
    public override Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink,
        IMessageBus messageBus,
        object[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource
    ) =>
        new Runner(
            this,
            constructorArguments,
            diagnosticMessageSink,
            messageBus,
            aggregator,
            cancellationTokenSource
        ).RunAsync();

    private sealed class Runner(
        EntityTheoryTestCase testCase,
        object[] constructorArguments,
        IMessageSink diagnosticMessageSink,
        IMessageBus messageBus,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource
    )
        : XunitTheoryTestCaseRunner(
            testCase,
            testCase.DisplayName,
            testCase.SkipReason,
            constructorArguments,
            diagnosticMessageSink,
            messageBus,
            aggregator,
            cancellationTokenSource
        )
    {
        protected override XunitTestRunner CreateTestRunner(
            ITest test,
            IMessageBus messageBus,
            Type testClass,
            object[] constructorArguments,
            MethodInfo testMethod,
            object[] testMethodArguments,
            string skipReason,
            IReadOnlyList<BeforeAfterTestAttribute> beforeAfterAttributes,
            ExceptionAggregator aggregator,
            CancellationTokenSource cancellationTokenSource
        ) =>
            base.CreateTestRunner(
                test,
                messageBus,
                testClass,
                constructorArguments,
                testMethod,
                EntityCase.EntitiesOf(testMethodArguments),
                skipReason,
                beforeAfterAttributes,
                aggregator,
                cancellationTokenSource
            );
    }
}
