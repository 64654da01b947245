using DataPackage.Engine.Schema.Inference;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Generator.Tests.Schema;

/// <summary>The inference of a build for files without a schema.</summary>
internal static class Inferred
{
    private static readonly PackageSchema Nothing = new(PackageFacts.Default, default);

    public static EquatableArray<InferredSchema> Of(IEnumerable<SeedDocument> documents) =>
        InferredSchemas
            .Of([.. documents.Select(document => InferredSchemas.ShapeOf(document, Nothing))], Nothing, default)
            .Value;
}
