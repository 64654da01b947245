using System.ComponentModel;
using DataPackage.Runtime;
using Xunit.Abstractions;

namespace DataPackage.Xunit;

/// <summary>Holds an entity between the discovery of a test and its run. A test explorer does the two in different
/// processes, so only the entity's id passes between them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class EntityCase
{
    private protected EntityCase() { }

    private protected abstract IEntity? Subject { get; }

    /// <summary>The arguments of a test, with each case replaced by its entity.</summary>
    internal static object[] EntitiesOf(object[] arguments) =>
        Array.ConvertAll(arguments, argument => argument is EntityCase { Subject: { } entity } ? entity : argument);
}

/// <inheritdoc/>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EntityCase<T> : EntityCase, IXunitSerializable
    where T : class, IEntity<T>
{
    /// <summary>For xUnit.net, which then calls <see cref="Deserialize"/>.</summary>
    public EntityCase() { }

    /// <summary>A case of this entity.</summary>
    public EntityCase(T entity) => Entity = entity;

    /// <summary>The entity; null between the constructor and <see cref="Deserialize"/>.</summary>
    public T? Entity { get; private set; }

    private protected override IEntity? Subject => Entity;

    /// <inheritdoc/>
    public void Serialize(IXunitSerializationInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        info.AddValue(nameof(IEntity.Id), Entity!.Id);
    }

    /// <inheritdoc/>
    /// <exception cref="KeyNotFoundException">The entity was removed since the tests were discovered.</exception>
    public void Deserialize(IXunitSerializationInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        Entity = T.Get(info.GetValue<string>(nameof(IEntity.Id)));
    }

    /// <summary>The entity's id, which is the name of the case.</summary>
    public override string ToString() => Entity?.Id ?? "";
}
