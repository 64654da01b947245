using System.ComponentModel;
using System.Globalization;
using DataPackage.Runtime.Json;

namespace DataPackage.Runtime;

/// <summary>Converts between a value and its text in JSON, such as a value of an enumeration and its name in the
/// schema. For code that uses <see cref="TypeDescriptor"/>: configuration, controllers, Newtonsoft.Json. They find it
/// without registration.</summary>
/// <typeparam name="T">The enumeration, or the interface of an abstract kind.</typeparam>
/// <typeparam name="TJsonConverter">Its converter for JSON.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TextTypeConverter<T, TJsonConverter> : TypeConverter
    where T : notnull
    where TJsonConverter : TextJsonConverter<T>, new()
{
    private static readonly TJsonConverter Json = new();

    /// <inheritdoc/>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    /// <inheritdoc/>
    /// <exception cref="FormatException">The text is not such a value; the message may suggest the intended
    /// one.</exception>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? Json.FromText(text) : base.ConvertFrom(context, culture, value);

    /// <inheritdoc/>
    public override object? ConvertTo(
        ITypeDescriptorContext? context,
        CultureInfo? culture,
        object? value,
        Type destinationType
    ) =>
        value is T found && destinationType == typeof(string)
            ? Json.ToText(found)
            : base.ConvertTo(context, culture, value, destinationType);
}
