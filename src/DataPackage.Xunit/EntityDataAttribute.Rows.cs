using System.Reflection;
using Xunit.Sdk;

namespace DataPackage.Xunit;

/// <content>The rows of xUnit.net v2.</content>
public sealed partial class EntityDataAttribute<T> : DataAttribute
{
    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The method has no <see cref="EntityTheoryAttribute"/>.</exception>
    /// <exception cref="ArgumentException">The test class has no method <see cref="Where"/> that fits.</exception>
    public override IEnumerable<object[]> GetData(MethodInfo testMethod)
    {
        ArgumentNullException.ThrowIfNull(testMethod);
        if (!testMethod.IsDefined(typeof(EntityTheoryAttribute)))
            throw new InvalidOperationException(
                $"Write [EntityTheory] in place of [Theory] above {testMethod.Name}: [EntityData] needs it to make a "
                    + "case of each entity."
            );
        return EntitiesFor(testMethod).Select(entity => new object[] { new EntityCase<T>(entity) });
    }
}
