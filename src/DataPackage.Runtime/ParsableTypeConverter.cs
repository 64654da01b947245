using System.ComponentModel;
using System.Globalization;

namespace DataPackage.Runtime;

/// <summary>Converts between a value and its text, such as an entity and its id. For code that uses
/// <see cref="TypeDescriptor"/>: configuration and command-line binding, designers. They find it without
/// registration.</summary>
/// <remarks>Texts are the same in every culture.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ParsableTypeConverter<T> : TypeConverter
    where T : class, IParsable<T>
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    /// <inheritdoc/>
    /// <exception cref="FormatException">The text is not such a value; the message may suggest the intended
    /// one.</exception>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? T.Parse(text, CultureInfo.InvariantCulture) : base.ConvertFrom(context, culture, value);

    /// <inheritdoc/>
    public override object? ConvertTo(
        ITypeDescriptorContext? context,
        CultureInfo? culture,
        object? value,
        Type destinationType
    ) =>
        value is T found && destinationType == typeof(string)
            ? found is IEntity entity
                ? entity.Id
                : found.ToString()
            : base.ConvertTo(context, culture, value, destinationType);
}
