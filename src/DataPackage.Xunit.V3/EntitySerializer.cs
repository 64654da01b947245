using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using DataPackage.Runtime;
using Xunit.Sdk;

namespace DataPackage.Xunit;

/// <summary>Passes an entity from one process to another as its id.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EntitySerializer : IXunitSerializer
{
    /// <summary>False for a variant made by <c>with</c>: its id names the entity of the package.</summary>
    public bool IsSerializable(Type type, object? value, [NotNullWhen(false)] out string? failureReason)
    {
        ArgumentNullException.ThrowIfNull(type);
        failureReason =
            !TypeDescriptor.GetConverter(type).CanConvertFrom(typeof(string)) ? $"{type.Name} is not one kind."
            : value is IEntity entity && !IsOfItsPackage(entity)
                ? $"This {entity.Kind} with the id '{entity.Id}' is not the package's own."
            : null;
        return failureReason is null;
    }

    /// <summary>The entity's id.</summary>
    public string Serialize(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return ((IEntity)value).Id;
    }

    /// <inheritdoc/>
    /// <exception cref="FormatException">The entity was removed since the tests were discovered.</exception>
    public object Deserialize(Type type, string serializedValue) =>
        TypeDescriptor.GetConverter(type).ConvertFromInvariantString(serializedValue)!;

    private bool IsOfItsPackage(IEntity entity)
    {
        try
        {
            return ReferenceEquals(entity, Deserialize(entity.GetType(), entity.Id));
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
