using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace DataPackage.Xunit;

/// <content>The rows of xUnit.net v3.</content>
public sealed partial class EntityDataAttribute<T> : DataAttribute
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The test class has no method <see cref="Where"/> that fits.</exception>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod,
        DisposalTracker disposalTracker
    )
    {
        ArgumentNullException.ThrowIfNull(testMethod);
        return new([.. EntitiesFor(testMethod).Select(entity => new TheoryDataRow(entity) { Label = entity.Id })]);
    }

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => true;
}
