using DataPackage.Generator.Model;
using DataPackage.Generator.Schema;
using DataPackage.Generator.Schema.Inference;
using DataPackage.Generator.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DataPackage.EditorSchemas;

/// <summary>What the generator's own steps find in the seeds. What is at fault is the build's to report; here it is left out.</summary>
/// <param name="Captions">Of the entities of each kind: what people call an entity, by its id.</param>
/// <param name="Inferred">The schemas of the kinds that none declares.</param>
internal sealed record Package(PackageSchema Schema, PackageIndex Index, IReadOnlyDictionary<(string Kind, string Id), string> Captions, IReadOnlyList<InferredSchema> Inferred)
{
    public static Package Read(IEnumerable<(string SeedPath, string FullPath)> files)
    {
        var documents = files.OrderBy(file => file.SeedPath, StringComparer.Ordinal)
            .Select(file => SeedReader.Read(SeedPaths.Normalize(file.SeedPath), new SeedOnDisk(file.FullPath), default)).ToList();
        var declarations = documents.Where(document => SeedPaths.IsDeclaration(document.SeedPath)).ToList();
        var hasArticles = documents.Exists(document => SeedPaths.IsInArticles(document.SeedPath));
        var declared = SchemaReader.Read(declarations, hasArticles, references: null, default).Value;
        var inferred = InferredSchemas.Of(documents, declared, default);
        var schema = inferred.Count == 0 ? declared : SchemaReader.Read(declarations.Concat(inferred.Select(each => each.ToDocument(default))), hasArticles, references: null, default).Value;
        var captions = new Dictionary<(string, string), string>();
        var declarationsOfSeeds = new List<SeedDeclarations>();
        foreach (var document in documents.Where(document => !SeedPaths.IsDeclaration(document.SeedPath)))
        {
            // One by one: the values of a large package need not be in memory at once.
            var seed = Binder.Bind(document, schema, default);
            declarationsOfSeeds.Add(SeedDeclarations.Of(seed, default));
            foreach (var entity in seed.Entities)
                if (CaptionOf(schema[entity.Kind], entity) is { } caption) captions.TryAdd((entity.Kind, entity.Id), caption);
        }

        return new Package(schema, PackageIndex.Of(declarationsOfSeeds, schema, default), captions, inferred);
    }

    private static string? CaptionOf(Kind kind, BoundEntity entity) =>
        kind.Caption is null ? null : entity.Values[kind.IndexOf(kind.Caption)] switch
        {
            TextValue text => text.Text,
            LocalizedValue localized => localized.Entries[0].Text,
            _ => null,
        };

    private sealed class SeedOnDisk(string path) : AdditionalText
    {
        public override string Path => path;

        /// <summary>Null where the file cannot be read, which the compiler reports.</summary>
        public override SourceText? GetText(CancellationToken cancellationToken = default)
        {
            try
            {
                using var file = File.OpenRead(path);
                return SourceText.From(file);
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                return null;
            }
        }
    }
}
