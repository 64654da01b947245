using System.ComponentModel;
using DataPackage.Runtime;
using Xunit.Abstractions;

namespace DataPackage.Xunit;

/// <summary>Stands for an entity between the discovery of a test and its run, which are two processes in a test explorer: it is the entity's id there,
/// and becomes the entity when xUnit.net fits it to the parameter of the test.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EntityCase<T> : IXunitSerializable
    where T : class, IEntity<T>
{
    private T? _entity;

    /// <summary>For xUnit.net, which then calls <see cref="Deserialize"/>.</summary>
    public EntityCase()
    {
    }

    /// <summary>A case for this entity.</summary>
    public EntityCase(T entity) => _entity = entity;

    /// <summary>The entity; null between the constructor and <see cref="Deserialize"/>.</summary>
    public T? Entity => _entity;

    /// <inheritdoc/>
    public void Serialize(IXunitSerializationInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        info.AddValue(nameof(IEntity.Id), _entity!.Id);
    }

    /// <inheritdoc/>
    /// <exception cref="KeyNotFoundException">The entity was removed since the tests were discovered.</exception>
    public void Deserialize(IXunitSerializationInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        _entity = T.Get(info.GetValue<string>(nameof(IEntity.Id)));
    }

    /// <summary>The id: it names the case.</summary>
    public override string ToString() => _entity?.Id ?? "";

    /// <summary>How xUnit.net fits a case to a parameter.</summary>
    public static implicit operator T?(EntityCase<T>? entityCase) => entityCase?._entity;
}
