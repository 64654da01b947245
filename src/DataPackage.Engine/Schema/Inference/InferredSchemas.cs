using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Inference;

/// <summary>Infers the schemas of the collections that no schema declares.</summary>
internal static class InferredSchemas
{
    /// <summary>The shape of a file that no declared kind claims; null for any other file, and for one whose folder is
    /// probably a misspelled collection of a declared kind.</summary>
    public static SeedShape? ShapeOf(SeedDocument document, PackageSchema declared)
    {
        var configuration = ConfigurationOf(document, declared);
        // If a part of a schema is lost, it may declare this collection: the collection is inferred until that is
        // known, so its accessors stay.
        if (declared.FindByCollection(document.Collection).Count > 0)
            return null;
        if (configuration is null)
            return
                NameList.FindNearest(
                    document.Collection,
                    [declared.Collections],
                    new SuggestionWork(SuggestionWork.OfCollection)
                )
                    is null
                ? SeedShape.Of(document, null)
                : null;
        return configuration.IsNamedByKind && declared.Find(configuration.Name) is not null
            ? null
            : SeedShape.Of(document, configuration);
    }

    /// <summary>The configuration of the kind whose entities a file holds: the one whose source names the file, else
    /// the one that names its folder or the kind of that name.</summary>
    private static KindConfiguration? ConfigurationOf(SeedDocument document, PackageSchema declared)
    {
        if (declared.Configurations.Count == 0)
            return null;
        foreach (var configuration in declared.ConfigurationsWithSource)
            if (configuration.Source is { } source && source.IsMatch(document.SeedPath))
                return configuration;
        var plural = Names.ToPascalCase(document.Collection);
        return declared.FindConfiguration(document.Collection, Plurals.SingularOf(plural), plural);
    }

    public static Result<EquatableArray<InferredSchema>> Of(
        IReadOnlyList<SeedShape?> seeds,
        PackageSchema declared,
        CancellationToken cancellation
    )
    {
        var inferable = seeds.OfType<SeedShape>().ToList();
        if (inferable.Count == 0)
            return new(default);
        var names = new KindNames(declared.Kinds);
        var collections = inferable
            .OrderBy(seed => seed.SeedPath, StringComparer.Ordinal)
            .GroupBy(seed => seed.Collection, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (Seeds: group.ToList(), Configuration: declared.FindConfiguration(group.Key)))
            .Select(collection =>
                (
                    collection.Seeds,
                    collection.Configuration,
                    Names: names.TakeCollection(collection.Seeds[0].Folder, collection.Configuration)
                )
            )
            .ToList();
        var (schemas, diagnostics) = (new List<InferredSchema>(), new DiagnosticBag());
        foreach (var (files, configuration, (kindName, plural)) in collections)
        {
            cancellation.ThrowIfCancellationRequested();
            var records = RecordsOf(files);
            var kinds = KindsOf(kindName, WithoutId(records, files, configuration), configuration, names);
            var folder = configuration?.Source is null ? files[0].Folder : null;
            var isIncomplete = files.Exists(file => file.IsIncomplete);
            schemas.AddRange(
                kinds.Select(kind => new InferredSchema(
                    $"schema/{kind.Name}.yaml",
                    SchemaText.Of(kind, kind == kinds[0] ? Head(kind, folder, plural) : [("embedded", "true")]),
                    isIncomplete
                ))
            );
            diagnostics.Add(
                Rules.InferredKind,
                SeedPosition.StartOf(files[0].FilePath),
                kindName,
                Describe(files.Count, records, kinds)
            );
        }

        return new(schemas.ToEquatableArray(), diagnostics.ToEquatableArray());
    }

    private static Shape RecordsOf(List<SeedShape> files)
    {
        var records = new ShapeBuilder();
        foreach (var file in files)
            records.Add(file.Records);
        return records.ToShape();
    }

    /// <summary>The kind of the records, then the kinds that it embeds.</summary>
    private static List<InferredKind> KindsOf(
        string name,
        Shape records,
        KindConfiguration? configuration,
        KindNames names
    )
    {
        var properties = new PropertyNames(name, isEmbedded: false);
        var kind = new TypeInference(names).KindOf(
            name,
            records,
            key => properties.Take(configuration?.PropertyOf(key) ?? key)
        );
        return [kind, .. EmbeddedIn(kind)];
    }

    private static string Describe(int files, Shape records, List<InferredKind> kinds) =>
        string.Concat(
            Count(records.Mappings, "record"),
            files == 1 ? "" : " in " + Count(files, "file"),
            ", ",
            Count(kinds[0].Properties.Count, "property", "properties"),
            kinds.Count == 1 ? "" : " and " + Count(kinds.Count - 1, "embedded kind")
        );

    private static string Count(int number, string one, string? many = null) =>
        FormattableString.Invariant($"{number} {(number == 1 ? one : many ?? one + "s")}");

    private static IEnumerable<(string Key, string Value)> Head(InferredKind kind, string? folder, string plural)
    {
        yield return ("plural", plural);
        if (folder is not null && folder != Names.ToKebabCase(plural))
            yield return ("collection", SchemaText.Quote(folder));
        if (CaptionOf(kind) is { } caption)
            yield return ("caption", caption);
        if (
            kind.Properties.Any(property =>
                property is { Name: "description" or "summary", Type: InferredScalar { Name: "text" } }
            )
        )
            yield return (
                "summary",
                kind.Properties.First(property => property.Name is "description" or "summary").Name
            );
    }

    private static readonly string[] Captions = ["name", "title", "label", "caption"];

    private static string? CaptionOf(InferredKind kind) =>
        Captions.FirstOrDefault(name =>
            kind.Properties.Any(property => property.Name == name && property.Type is InferredScalar { Name: "text" })
        );

    private static IEnumerable<InferredKind> EmbeddedIn(InferredKind kind) =>
        kind
            .Properties.Select(property => KindIn(property.Type))
            .Where(embedded => embedded is not null)
            .SelectMany(embedded => EmbeddedIn(embedded!).Prepend(embedded!));

    private static InferredKind? KindIn(InferredType type) =>
        type switch
        {
            InferredRecord record => record.Kind,
            InferredList list => KindIn(list.Items),
            InferredMap map => KindIn(map.Values),
            _ => null,
        };

    /// <summary>Removes the key 'id' if it is the id of all records that neither a file nor a key names: then it is not
    /// a property.</summary>
    private static Shape WithoutId(Shape records, List<SeedShape> files, KindConfiguration? configuration)
    {
        if (configuration?.Id is not null || !HaveIds(files))
            return records;
        return records with { Keys = records.Keys.Where(key => key.Key != "id").ToEquatableArray() };
    }

    private static bool HaveIds(List<SeedShape> files)
    {
        if (files.Exists(file => file.HasIdProperty))
            return false;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return files.TrueForAll(file => file.Ids.All(id => id is not null && seen.Add(id)));
    }
}
