using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DataPackage.AspNetCore.OpenApi;

/// <summary>Where entities are written as objects and read by id only, a type has two schemas: that of responses, and
/// that of requests, which has ids in the place of objects. A type that is in both is <c>OrderRequest</c> in
/// requests.</summary>
internal sealed class RequestTransformer : IOpenApiDocumentTransformer
{
    public Task TransformAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var ids = Components.IdsOf(document);
        if (ids.Count > 0)
            new Requests(document, ids).Replace();
        return Task.CompletedTask;
    }

    private sealed class Requests(OpenApiDocument document, IReadOnlyDictionary<string, string> ids)
    {
        /// <summary>The names that schemas have in requests.</summary>
        private readonly Dictionary<string, string> _names = new(ids, StringComparer.Ordinal);

        /// <summary>The names of all schemas in responses.</summary>
        private readonly HashSet<string> _ofResponses = new(StringComparer.Ordinal);

        public void Replace()
        {
            OpenApiOperation[] operations =
            [
                .. (document.Paths ?? []).SelectMany(path => path.Value.Operations?.Values.ToArray() ?? []),
            ];
            foreach (var response in operations.SelectMany(operation => operation.Responses?.Values.ToArray() ?? []))
            foreach (var content in response.Content?.Values ?? [])
                Reaches(content.Schema, _ => false, _ofResponses);
            foreach (var body in operations.SelectMany(operation => operation.RequestBody?.Content?.Values ?? []))
                if (body is OpenApiMediaType { Schema: { } schema } content)
                    content.Schema = InRequest(schema);
        }

        private IOpenApiSchema InRequest(IOpenApiSchema schema)
        {
            if (schema is not OpenApiSchemaReference { Reference.Id: { } name } reference)
                return Rewrite((OpenApiSchema)schema.CreateShallowCopy());
            return InRequest(name) is { } other && other != name
                ? new OpenApiSchemaReference(other, document) { Description = reference.Reference.Description }
                : schema;
        }

        private string InRequest(string name)
        {
            if (_names.TryGetValue(name, out var known))
                return known;
            // The schema is named before its properties are, which may lead back to it.
            _names[name] = name;
            if (
                !document.Components!.Schemas!.TryGetValue(name, out var schema)
                || !Reaches(schema, ids.ContainsKey, new HashSet<string>(StringComparer.Ordinal))
            )
                return name;
            if (!_ofResponses.Contains(name))
            {
                Rewrite((OpenApiSchema)schema);
                return name;
            }

            var own = _names[name] = FreeName(name + "Request");
            document.AddComponent(own, Rewrite((OpenApiSchema)schema.CreateShallowCopy()));
            return own;
        }

        /// <summary>The application may have a type of that name.</summary>
        private string FreeName(string wanted)
        {
            while (document.Components!.Schemas!.ContainsKey(wanted))
                wanted += "Body";
            return wanted;
        }

        private OpenApiSchema Rewrite(OpenApiSchema schema)
        {
            schema.Properties = schema.Properties?.ToDictionary(pair => pair.Key, pair => InRequest(pair.Value));
            schema.Items = schema.Items is null ? null : InRequest(schema.Items);
            schema.AdditionalProperties = schema.AdditionalProperties is null
                ? null
                : InRequest(schema.AdditionalProperties);
            schema.OneOf = schema.OneOf?.Select(InRequest).ToList();
            schema.AnyOf = schema.AnyOf?.Select(InRequest).ToList();
            schema.AllOf = schema.AllOf?.Select(InRequest).ToList();
            return schema;
        }

        /// <summary>Whether a schema contains a named one that is wanted; adds the names that it meets.</summary>
        private bool Reaches(IOpenApiSchema? schema, Predicate<string> isWanted, HashSet<string> met)
        {
            if (schema is null)
                return false;
            if (schema is not OpenApiSchemaReference { Reference.Id: { } name })
                return Parts(schema).Any(part => Reaches(part, isWanted, met));
            return isWanted(name)
                || (
                    met.Add(name)
                    && document.Components!.Schemas!.TryGetValue(name, out var target)
                    && Reaches(target, isWanted, met)
                );
        }

        private static IEnumerable<IOpenApiSchema> Parts(IOpenApiSchema schema) =>
            new[] { schema.Items, schema.AdditionalProperties }
                .OfType<IOpenApiSchema>()
                .Concat(schema.Properties?.Values ?? [])
                .Concat(schema.OneOf ?? [])
                .Concat(schema.AnyOf ?? [])
                .Concat(schema.AllOf ?? []);
    }
}
