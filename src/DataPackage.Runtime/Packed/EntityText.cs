using System.ComponentModel;
using System.Text;
using DataPackage.Shared.Text;

namespace DataPackage.Runtime.Packed;

/// <summary>The texts of an entity. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EntityText
{
    /// <summary>The caption and the id; the id alone if that is the caption.</summary>
    public static string Of(IEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var (id, caption) = (entity.Id, entity.Caption);
        return caption == id ? id : $"{caption} ({id})";
    }

    /// <summary>See <see cref="IEntity.ToString(string?)"/>.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="format">The format.</param>
    /// <param name="print">Appends all values of the entity.</param>
    public static string Of(IEntity entity, string? format, Func<StringBuilder, bool> print)
    {
        ArgumentNullException.ThrowIfNull(entity);
        switch (format)
        {
            case null or "" or "G":
                return Of(entity);
            case "C":
                return entity.Caption;
            case "I":
                return entity.Id;
            case "F":
                ArgumentNullException.ThrowIfNull(print);
                var text = new StringBuilder(entity.Kind).Append(" { ");
                print(text);
                return text.Append(" }").ToString();
            default:
                throw new FormatException(
                    $"An entity has no format '{VisibleText.Of(format)}'. It has 'G' (caption and id), 'C' (caption), "
                        + "'I' (id) and 'F' (id and all values)."
                );
        }
    }
}
