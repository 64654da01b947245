using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Reading;

/// <summary>Reads <c>datapackage.yaml</c> and <c>schema/*.yaml</c>, then completes the kinds.</summary>
/// <remarks>A wrong schema is reported, and its sound parts are kept, so its entities are not reported too.</remarks>
internal static class SchemaReader
{
    /// <param name="references">The kinds of the packages that the project references; null if these are
    /// unknown.</param>
    public static Result<PackageSchema> Read(
        IEnumerable<SeedDocument> documents,
        SeedsOverview overview,
        EquatableArray<ExternalKind>? references,
        CancellationToken cancellation
    )
    {
        var drafts = new SchemaDrafts { References = references };
        var kinds = new KindReader(drafts);
        var facts = PackageFacts.Default;
        foreach (var document in documents.OrderBy(document => document.SeedPath, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            if (SeedPaths.IsPackageFacts(document.SeedPath))
                facts = PackageFactsReader.Read(document, drafts);
            else if (SeedPaths.IsSchema(document.SeedPath) || document.IsInferred)
                kinds.Read(document);
        }

        if (overview.HasArticles)
            BuiltInArticle.AddTo(drafts);
        var complete = new KindCompleter(drafts).Complete();
        var ranges = new HashSet<string>(
            complete
                .SelectMany(kind => kind.Properties)
                .Where(property => property.Type == PropertyType.External)
                .Select(property => property.Range),
            StringComparer.Ordinal
        );
        var external = (references ?? default).Where(kind => ranges.Contains(kind.Range)).ToEquatableArray();
        return new(
            new PackageSchema(
                facts,
                complete,
                drafts.Configurations,
                external,
                overview.TableFolders,
                drafts.IsIncomplete
            ),
            drafts.Diagnostics.ToEquatableArray()
        );
    }
}
