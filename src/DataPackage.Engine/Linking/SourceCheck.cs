using DataPackage.Engine.Binding;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Reading;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Linking;

/// <summary>Checks that the files that <c>datapackage.yaml</c> names as sources of kinds are there, and hold records.
/// Only all seeds together can tell.</summary>
internal static class SourceCheck
{
    /// <param name="documents">The declarations, datapackage.yaml among them.</param>
    public static EquatableArray<SeedDiagnostic> Find(
        IReadOnlyCollection<BoundSeed> seeds,
        PackageSchema schema,
        IEnumerable<SeedDocument> documents
    )
    {
        var messages = new DiagnosticBag();
        if (
            schema.ConfigurationsWithSource.Count == 0
            || schema.IsIncomplete
            || documents.FirstOrDefault(document => SeedPaths.IsPackageFacts(document.SeedPath)) is not { } facts
            || (facts.Root as SeedMapping)?.ValueOf(KindConfigurationReader.Key) is not SeedMapping kinds
        )
            return default;
        foreach (var configuration in schema.ConfigurationsWithSource)
            // A kind with a schema may have no entities yet.
            if (
                schema.Find(configuration.Name) is null or { IsInferred: true }
                && kinds.ValueOf(configuration.Name) is SeedMapping stated
                && stated.ValueOf("source") is { } source
            )
                Check(configuration, stated, source);
        return messages.ToEquatableArray();

        void Check(KindConfiguration configuration, SeedMapping stated, SeedNode source)
        {
            if (!seeds.Any(seed => configuration.Source!.Value.IsMatch(seed.SeedPath)))
                messages.Add(
                    Rules.InvalidSchema,
                    facts.At(source),
                    $"No seed is called '{configuration.Source!.Value.Pattern}'"
                        + messages.DidYouMean(configuration.Source!.Value.Pattern, seeds.Select(seed => seed.SeedPath))
                );
            else if (schema.Find(configuration.Name) is null && schema.FindByCollection(configuration.Name).Count == 0)
                messages.Add(
                    Rules.ItemsNotFound,
                    facts.At(stated.ValueOf("items") ?? source),
                    configuration.Source!.Value.Pattern,
                    (configuration.Items ?? KeyPath.Of()).ToString(),
                    configuration.Plural ?? configuration.Name
                );
        }
    }
}
