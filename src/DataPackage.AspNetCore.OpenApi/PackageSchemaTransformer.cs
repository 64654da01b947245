using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DataPackage.Runtime.Json;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DataPackage.AspNetCore.OpenApi;

/// <summary>Describes values whose converters are of a data package. System.Text.Json cannot describe what others'
/// converters write: it leaves their schemas empty, and lists of them without items.</summary>
internal sealed class PackageSchemaTransformer : IOpenApiSchemaTransformer
{
    public Task TransformAsync(
        OpenApiSchema schema,
        OpenApiSchemaTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var type = context.JsonTypeInfo;
        var components = new Components(context.Document!);
        if (context.ParameterDescription is { } parameter && parameter.Source != BindingSource.Body)
            new ParameterTransformer(components, type).Describe(schema, parameter);
        else if (ConverterOf(type, context.JsonPropertyInfo) is { } converter)
            components.Describe(schema, converter);
        else if (ConverterOf(type) is not null)
            // The application writes this property in its own way, and ASP.NET Core would name it after its type.
            Components.KeepInPlace(schema);
        else if (type.Kind == JsonTypeInfoKind.Enumerable && IsEmpty(schema.Items) && Element(type) is { } item)
            schema.Items = components.Create(item);
        else if (
            type.Kind == JsonTypeInfoKind.Dictionary
            && IsEmpty(schema.AdditionalProperties)
            && Element(type) is { } entry
        )
            schema.AdditionalProperties = components.Create(entry);
        return Task.CompletedTask;
    }

    private static bool IsEmpty(IOpenApiSchema? schema) =>
        schema is null or OpenApiSchema { Type: null, AnyOf: null, OneOf: null, Enum: null, Properties: null };

    private static JsonConverter? Element(JsonTypeInfo type) =>
        type.ElementType is { } element && type.Options.TryGetTypeInfo(element, out var info)
            ? ConverterOf(info)
            : null;

    /// <summary>The converter of a data package that writes values of a type; null if there is none.</summary>
    internal static JsonConverter? ConverterOf(JsonTypeInfo type, JsonPropertyInfo? property = null)
    {
        var own = property?.CustomConverter;
        var converter = own is JsonConverterFactory factory ? factory.CreateConverter(type.Type, type.Options) : own;
        converter ??= type.Converter;
        if (JsonSchemas.IsDescribed(converter))
            return converter;
        // The application may write the values of an optional property in its own way.
        return
            own is null
            && Nullable.GetUnderlyingType(type.Type) is { } underlying
            && type.Options.TryGetTypeInfo(underlying, out var info)
            && JsonSchemas.IsDescribed(info.Converter)
            ? info.Converter
            : null;
    }
}
