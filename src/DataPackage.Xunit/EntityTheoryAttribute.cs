using Xunit;
using Xunit.Sdk;

namespace DataPackage.Xunit;

/// <summary>A theory over entities: <c>[EntityTheory, EntityData&lt;Person&gt;] public void …(Person person)</c>. Each
/// entity is a case, which is named by its id and which a test explorer can run alone.</summary>
/// <remarks>A plain <c>[Theory]</c> cannot do this: xUnit.net 2 fits the data to the parameters during discovery, and
/// drops cases whose data it then cannot pass to another process. Other data attributes, such as <c>[InlineData]</c>,
/// work as in a theory.</remarks>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("DataPackage.Xunit." + nameof(EntityTheoryDiscoverer), "DataPackage.Xunit")]
public sealed class EntityTheoryAttribute : TheoryAttribute;
