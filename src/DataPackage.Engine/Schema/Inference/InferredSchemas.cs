using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Schema.Inference;

/// <summary>Infers the schemas of the collections that no schema declares.</summary>
internal static class InferredSchemas
{
    /// <summary>The shapes of a file for each kind that no schema declares; none for any other file, and for one whose
    /// folder is probably a misspelled collection of a declared kind.</summary>
    public static IEnumerable<SeedShape> ShapesOf(SeedDocument document, PackageSchema declared)
    {
        // If a part of a schema is lost, it may declare this collection: the collection is inferred until that is
        // known, so its accessors stay.
        if (!SeedReadings.MayHoldRecord(document, declared))
            return [];
        return ConfigurationsOf(document.SeedPath, declared)
            .Select(configuration => SeedShape.Of(document, configuration))
            .OfType<SeedShape>();
    }

    /// <summary>Whether a kind that no schema declares may have to be inferred from one of these files.</summary>
    public static bool MayInferFrom(IEnumerable<string> seedPaths, PackageSchema declared)
    {
        // Without a source, all files of a collection are of the same kinds.
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var hasSources = declared.ConfigurationsWithSource.Count > 0;
        return seedPaths.Any(path =>
            (hasSources || asked.Add(SeedPaths.CollectionOf(path))) && ConfigurationsOf(path, declared).Count > 0
        );
    }

    /// <summary>The configurations of the kinds to infer from a file; null for a kind without one.</summary>
    public static IReadOnlyList<KindConfiguration?> ConfigurationsOf(string seedPath, PackageSchema declared)
    {
        var bySource = declared
            .ConfigurationsWithSource.Where(each => each.Source is { } source && source.IsMatch(seedPath))
            .ToList();
        if (bySource.Count > 0)
            return bySource.FindAll(each => !IsDeclared(each, declared));
        var collection = SeedPaths.CollectionOf(seedPath);
        if (declared.FindByCollection(collection).Any(kind => kind.Seeding.Source is null))
            return [];
        // The configuration may name the kind of größen.yaml with folded letters or without.
        foreach (var plural in new[] { KindNames.CatalogOf(collection), Names.ToPascalCase(collection) })
            if (declared.FindConfiguration(collection, Plurals.SingularOf(plural), plural) is { } byName)
                return IsDeclared(byName, declared) ? [] : [byName];
        return declared.IsMisspelled(collection) ? [] : [null];
    }

    private static bool IsDeclared(KindConfiguration configuration, PackageSchema declared) =>
        declared.Find(configuration.Name) is not null || declared.FindByCollection(configuration.Name).Count > 0;

    public static Result<EquatableArray<InferredSchema>> Of(
        IReadOnlyList<SeedShape?> seeds,
        PackageSchema declared,
        CancellationToken cancellation
    )
    {
        var names = new KindNames(declared.Kinds);
        var collections = seeds
            .OfType<SeedShape>()
            .OrderBy(seed => seed.SeedPath, StringComparer.Ordinal)
            .GroupBy(seed => seed.Collection, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group =>
                InferredCollection.Of([.. group], declared.FindConfiguration(group.Key), declared.Facts.Citations)
            )
            .Where(collection => collection.HasRecords)
            .ToList();
        var diagnostics = new DiagnosticBag();
        LeaveOut(collections, SeedLimits.Kinds - declared.Kinds.Count, diagnostics);
        foreach (var collection in collections)
            collection.Name(names);
        var irregular = KindBudget.Apply([.. collections.Select(collection => collection.Plan)]);
        var schemas = new List<InferredSchema>();
        for (var i = 0; i < collections.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            schemas.AddRange(collections[i].ToSchemas(names));
            collections[i].Report(diagnostics, irregular[i]);
        }

        return new(schemas.ToEquatableArray(), diagnostics.ToEquatableArray());
    }

    /// <summary>Leaves out collections beyond the limit of kinds, which many files in the folder of the seeds itself
    /// reach.</summary>
    private static void LeaveOut(List<InferredCollection> collections, int most, DiagnosticBag diagnostics)
    {
        if (collections.Count <= most)
            return;
        diagnostics.Add(
            Rules.LimitExceeded,
            collections[Math.Max(most, 0)].Start,
            $"{Nouns.Count(collections.Count, "file")} or folders would each be a kind (put files of one kind into a "
                + "folder)",
            Nouns.Count(SeedLimits.Kinds, "kind")
        );
        collections.RemoveRange(Math.Max(most, 0), collections.Count - Math.Max(most, 0));
    }
}
