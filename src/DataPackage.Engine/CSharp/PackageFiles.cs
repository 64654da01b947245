using DataPackage.Engine.History;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Packing;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.CSharp;

/// <summary>The generated files of a package, before they are written. Each method returns the files that depend on the
/// same data.</summary>
internal static class PackageFiles
{
    /// <summary>The files of the types of all kinds, and of the classes that find their entities.</summary>
    public static IEnumerable<GeneratedFile> OfTypes(PackageSchema schema, CodeTarget target)
    {
        if (!target.CanCompile || schema.Kinds.Count == 0)
            yield break;
        foreach (var kind in schema.Kinds)
        {
            yield return new TypeFile(kind, schema, target);
            yield return new JsonFile(kind, schema, target);
        }

        foreach (var kind in schema.ConcreteKinds)
            yield return new LookupsFile(kind, schema, target);
        yield return new PackageEntitiesFile(schema, target);
        yield return new MentionsFile(schema, target);
    }

    /// <summary>The files of the entities of all kinds: their bytes and accessors.</summary>
    /// <param name="entities">In the order of kinds, then of rows.</param>
    /// <param name="indexes">One for each concrete kind.</param>
    /// <param name="reverses">For each concrete kind, its rows in the area of reverses; empty if it has no
    /// reverses.</param>
    public static IEnumerable<GeneratedFile> OfEntities(
        IEnumerable<EntityCode> entities,
        EquatableArray<KindIndexes> indexes,
        EquatableArray<EquatableArray<PackedBytes>> reverses,
        CodeContext context,
        CancellationToken cancellation
    )
    {
        var schema = context.Packing.Schema;
        var byKind = entities.ToLookup(entity => entity.Packed.Keys.Kind, StringComparer.Ordinal);
        foreach (var (kind, number) in schema.ConcreteKinds.Select((kind, number) => (kind, number)))
        {
            cancellation.ThrowIfCancellationRequested();
            var ofKind = byKind[kind.Name].ToList();
            var packed = ofKind.ConvertAll(entity => entity.Packed);
            var table = TableLayout.Of(kind, packed, indexes[number], reverses[number], context.Packing);
            var accessors = ofKind.ConvertAll(entity => entity.Accessor);
            foreach (var file in TableFiles.Of(kind, table, accessors, schema, context.Target))
                yield return file;
        }
    }

    /// <summary>The files that group entities by the values of properties.</summary>
    public static IEnumerable<GeneratedFile> OfGroups(LinkedPackage package, PackageSchema schema, CodeTarget target)
    {
        if (!target.CanCompile)
            yield break;
        foreach (var entities in package.Kinds)
        {
            var kind = schema[entities.Name];
            if (kind.GroupBy.Count == 0 || entities.Entities.Count == 0)
                continue;
            yield return new GroupsFile(kind, schema, EntityGroups.Of(kind, entities), target);
        }
    }

    /// <summary>The files that answer for the ids that were given up.</summary>
    public static IEnumerable<GeneratedFile> OfRetired(
        EquatableArray<Retirement> retired,
        PackageSchema schema,
        CodeTarget target
    ) =>
        !target.CanCompile
            ? []
            : retired
                .GroupBy(each => each.Kind, StringComparer.Ordinal)
                .Select(ofKind => new RetiredFile(schema[ofKind.Key], schema, ofKind.ToEquatableArray(), target));

    /// <summary>The file of the class that describes the package.</summary>
    public static IEnumerable<GeneratedFile> OfInfo(
        PackageIndex index,
        PackageDescription description,
        IEnumerable<EntityFingerprint> fingerprints,
        CodeTarget target
    )
    {
        if (!target.CanCompile || index.Schema.Kinds.Count == 0)
            return [];
        var counts = index.Kinds.Select(kind => (kind.Kind.Name, kind.Entities.Count)).ToEquatableArray();
        return [new InfoFile(index.Schema, description, counts, ContentFingerprint.Of(fingerprints), target)];
    }

    /// <summary>The file that lists this package's entities, and the languages of its texts, for the generators of
    /// other packages and for the analyzers of code that uses it.</summary>
    public static IEnumerable<GeneratedFile> OfIds(PackageIndex index, CodeContext context)
    {
        var target = context.Target;
        if (!target.CanCompile)
            return [];
        var kinds = index
            .Kinds.Where(kind => kind.Entities.Count > 0)
            .Select(kind => new ExternalKind(
                target.Namespace,
                kind.Kind.Name,
                kind.Kind.Plural,
                ExternalKind.Write(kind.ToExternal())
            ))
            .ToEquatableArray();
        return kinds.Count == 0 ? [] : [new EntityIdsFile(kinds, LanguagesOf(context.Packing), target)];
    }

    private static EquatableArray<string> LanguagesOf(PackingContext packing) =>
        packing
            .Languages.SelectMany(set => set.Split(','))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderBy(language => language, StringComparer.Ordinal)
            .ToEquatableArray();

    /// <summary>The files of the places where entities are written.</summary>
    public static IEnumerable<GeneratedFile> OfPlaces(
        EquatableArray<KindPlaces> kinds,
        PlaceOptions options,
        CodeTarget target
    ) =>
        !target.CanCompile || !target.HasBytes
            ? []
            : kinds
                .Where(kind => kind.Entities.Count > 0)
                .Select(kind =>
                    (GeneratedFile)
                        new PlacesFile(kind.Kind, CSharpTypes.TableName(kind.Kind), kind.Entities, options, target)
                );
}
