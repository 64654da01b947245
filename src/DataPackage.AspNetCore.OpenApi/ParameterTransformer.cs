using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DataPackage.Runtime;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.OpenApi;

namespace DataPackage.AspNetCore.OpenApi;

/// <summary>Describes parameters in routes, queries and headers, which are the texts of values.</summary>
internal sealed class ParameterTransformer(Components components, JsonTypeInfo described)
{
    /// <summary>Describes a parameter, or the items of one that is a list: ASP.NET Core calls for both.</summary>
    public void Describe(OpenApiSchema schema, ApiParameterDescription parameter)
    {
        var type = TypeOf(parameter);
        if (
            described.Options.TryGetTypeInfo(type, out var list)
            && list is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element }
        )
        {
            if (described.Kind == JsonTypeInfoKind.Enumerable)
            {
                if (Find(element, out _) is not null)
                    schema.Items ??= new OpenApiSchema();
                return;
            }

            type = Nullable.GetUnderlyingType(element) ?? element;
        }

        if (Find(type, out var isNameInSchema) is { } converter)
            DescribeText(schema, converter, type, isNameInSchema || IsOfController(parameter));
    }

    /// <summary>The type of the parameter in C#; ASP.NET Core itself takes what parses itself for a text.</summary>
    private static Type TypeOf(ApiParameterDescription parameter)
    {
        var type = parameter.ModelMetadata?.ModelType;
        if (type is null || (type == typeof(string) && !IsOfController(parameter)))
            type = parameter.ParameterDescriptor?.ParameterType ?? parameter.Type;
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    /// <summary>Controllers use type converters, minimal APIs do not.</summary>
    private static bool IsOfController(ApiParameterDescription parameter) =>
        parameter.ParameterDescriptor is ControllerParameterDescriptor;

    private JsonConverter? Find(Type type, out bool isNameInSchema)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        isNameInSchema = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EnumName<>);
        if (isNameInSchema)
            type = type.GetGenericArguments()[0];
        return described.Options.TryGetTypeInfo(type, out var info) ? PackageSchemaTransformer.ConverterOf(info) : null;
    }

    private void DescribeText(OpenApiSchema schema, JsonConverter converter, Type type, bool isNameInSchema)
    {
        components.DescribeText(schema, converter);
        if (type.IsEnum && !isNameInSchema)
            schema.Enum = [.. Enum.GetNames(type).Select(name => (JsonNode)name)];
    }
}
