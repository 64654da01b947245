using DataPackage.AspNetCore.OpenApi;
using DataPackage.Runtime.Json;
using Microsoft.AspNetCore.OpenApi;

// The namespace of AddOpenApi, within whose argument it is called.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Data packages in OpenAPI documents.</summary>
public static class DataPackageOpenApiOptionsExtensions
{
    /// <summary>Describes the values of data packages as the application reads and writes them: entities as ids, or as
    /// objects with <c>JsonWholeEntityConverter</c>, dates, amounts of money, localized texts,
    /// enumerations. One call serves all kinds of all packages.</summary>
    /// <remarks>Properties have the descriptions of the schema where the XML documentation of the package is beside the
    /// application.</remarks>
    public static OpenApiOptions AddDataPackages(this OpenApiOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var nameOfOther = options.CreateSchemaReferenceId;
        options.CreateSchemaReferenceId = type => JsonSchemas.NameOf(type.Converter) ?? nameOfOther(type);
        options.AddSchemaTransformer<PackageSchemaTransformer>();
        options.AddDocumentTransformer<RequestTransformer>();
        return options;
    }
}
