using DataPackage.Generator.Syntax;

namespace DataPackage.Generator.Schema;

/// <summary>Reads <c>datapackage.yaml</c> and <c>schema/*.yaml</c>, then completes the kinds.</summary>
/// <remarks>A schema at fault is reported and keeps what is sound of it, so that its entities are not reported too.</remarks>
internal static class SchemaReader
{
    /// <param name="hasArticles">Whether there are seeds in articles/: their kind need not be declared.</param>
    public static Found<PackageSchema> Read(IEnumerable<SeedDocument> documents, bool hasArticles, CancellationToken cancellation)
    {
        var drafts = new SchemaDrafts();
        var kinds = new KindReader(drafts);
        var facts = PackageFacts.Default;
        foreach (var document in documents.OrderBy(document => document.SeedPath, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            if (SeedPaths.IsPackageFacts(document.SeedPath)) facts = PackageFactsReader.Read(document, drafts);
            else kinds.Read(document);
        }

        if (hasArticles) BuiltInArticle.AddTo(drafts);
        return new(new PackageSchema(facts, new KindCompleter(drafts).Complete(), drafts.Configurations, drafts.IsIncomplete), drafts.Diagnostics.ToArray());
    }
}
