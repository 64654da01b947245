using System.Reflection;
using System.Text.Json.Serialization;
using DataPackage.Runtime;
using DataPackage.Runtime.Json;

namespace DataPackage.EntityFrameworkCore;

/// <summary>Which types are columns, and how each is written.</summary>
internal static class ColumnTypes
{
    private static readonly Dictionary<Type, Type> OfRuntime = new()
    {
        [typeof(EdtfDate)] = typeof(TextConverter<EdtfDate>),
        [typeof(LocalizedText)] = typeof(JsonTextConverter<LocalizedText>),
        [typeof(Money)] = typeof(MoneyConverter),
    };

    /// <summary>The converters by type: those of a package's kinds and enumerations, and of the values that all
    /// packages share.</summary>
    /// <exception cref="ArgumentException">The assembly has no data package.</exception>
    public static Dictionary<Type, Type> ConvertersFor(Assembly package)
    {
        var converters = new Dictionary<Type, Type>(OfRuntime);
        foreach (var type in package.GetExportedTypes())
            if (type.GetCustomAttribute<JsonConverterAttribute>(inherit: false)?.ConverterType is { } json)
                if (IsA(json, typeof(TextJsonConverter<>), type))
                    converters[type] = typeof(TextConverter<>).MakeGenericType(type);
                else if (type.IsClass && IsA(json, typeof(EmbeddedJsonConverter<>), type))
                    converters[type] = typeof(JsonTextConverter<>).MakeGenericType(type);
        return converters.Count > OfRuntime.Count
            ? converters
            : throw new ArgumentException(
                $"The assembly '{package.GetName().Name}' has no data package: it has no kind.",
                nameof(package)
            );
    }

    /// <summary>The converter that the attribute of a type names.</summary>
    public static JsonConverter<T> JsonConverterOf<T>() =>
        (JsonConverter<T>)
            Activator.CreateInstance(typeof(T).GetCustomAttribute<JsonConverterAttribute>()!.ConverterType!)!;

    private static bool IsA(Type json, Type generic, Type type)
    {
        for (var ancestor = json.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
            if (
                ancestor.IsGenericType
                && ancestor.GetGenericTypeDefinition() == generic
                && ancestor.GetGenericArguments()[0] == type
            )
                return true;
        return false;
    }
}
