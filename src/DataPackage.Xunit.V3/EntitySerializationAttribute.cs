using System.ComponentModel;
using DataPackage.Runtime;
using Xunit.Sdk;

namespace DataPackage.Xunit;

/// <summary>Lets xUnit.net pass entities between the processes that discover and run the tests of an assembly. The
/// package adds it to each project that references it.</summary>
/// <remarks>Without it a theory over entities is one case to a test explorer. A project that sets
/// <c>GenerateAssemblyInfo</c> to <c>false</c> writes <c>[assembly: DataPackage.Xunit.EntitySerialization]</c>
/// itself.</remarks>
[AttributeUsage(AttributeTargets.Assembly)]
[EditorBrowsable(EditorBrowsableState.Advanced)]
public sealed class EntitySerializationAttribute : Attribute, IRegisterXunitSerializerAttribute
{
    /// <inheritdoc/>
    public Type SerializerType => typeof(EntitySerializer);

    /// <inheritdoc/>
    public Type[] SupportedTypesForSerialization => [typeof(IEntity)];
}
