using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Syntax;

namespace DataPackage.Engine.Schema.Reading;

/// <summary>Applies what <c>datapackage.yaml</c> says of kinds: names, references, the keys of properties, the places
/// of their entities.</summary>
internal sealed class ConfigurationApplier(SchemaDrafts drafts)
{
    /// <summary>Null if a plural has changed since.</summary>
    private Dictionary<string, KindDraft>? _byCollection;

    public void Apply()
    {
        if (drafts.Facts is not { Root: SeedMapping root } document)
            return;
        var stated = root.ValueOf(KindConfigurationReader.Key);
        // The part that could not be read may be about any kind.
        if (document.LacksPartOf(stated ?? root))
            foreach (var draft in drafts.ByName.Values)
                draft.IsIncomplete = true;
        if (stated is not SeedMapping kinds)
            return;
        foreach (var configuration in drafts.Configurations)
        {
            var entry = kinds.Find(configuration.Name)!.Value;
            if (Find(configuration) is { } draft)
                Apply(configuration, draft, document, (SeedMapping)entry.Value);
            // Whether a source has records is known when all seeds are.
            else if (!drafts.IsIncomplete && configuration.Source is null)
                drafts.Report(
                    Rules.UnknownSchemaName,
                    document,
                    entry.Key,
                    configuration.IsNamedByKind ? "kind" : "collection",
                    entry.Key.Shortened,
                    drafts.Diagnostics.DidYouMean(
                        configuration.Name,
                        configuration.IsNamedByKind ? drafts.ByName.Keys : Concrete.Select(CollectionOf)
                    )
                );
        }
    }

    private IEnumerable<KindDraft> Concrete =>
        drafts.ByName.Values.Where(draft => draft.Shape is KindShape.Entity or KindShape.Article);

    private KindDraft? Find(KindConfiguration configuration) =>
        drafts.ByName.TryGetValue(configuration.Name, out var draft)
        || ByCollection.TryGetValue(configuration.Name, out draft)
            ? draft
            : null;

    private Dictionary<string, KindDraft> ByCollection
    {
        get
        {
            if (_byCollection is not null)
                return _byCollection;
            _byCollection = new Dictionary<string, KindDraft>(StringComparer.Ordinal);
            foreach (var draft in Concrete)
                if (CollectionOf(draft) is var collection && !_byCollection.ContainsKey(collection))
                    _byCollection.Add(collection, draft);
            return _byCollection;
        }
    }

    private static string CollectionOf(KindDraft draft) => draft.Folder ?? Names.ToKebabCase(draft.Plural);

    private void Apply(KindConfiguration configuration, KindDraft draft, SeedDocument document, SeedMapping mapping)
    {
        var hasEntities = draft.Shape is KindShape.Entity or KindShape.Article;
        foreach (var key in new[] { "source", "items", "id", "csharpName", "plural", "accessors" })
            if (!hasEntities && mapping.Find(key) is { } stated)
                drafts.Report(
                    Rules.InvalidSchema,
                    document,
                    stated.Key,
                    $"{draft.Name} has no entities of its own, so '{key}' means nothing"
                );
        if (configuration.Label is { } label)
            draft.Label = label;
        if (hasEntities && configuration.Plural is { } plural)
            (draft.Plural, _byCollection) = (plural, null);
        foreach (var renamed in configuration.Renamed)
            Rename(renamed, draft, document, (SeedMapping)mapping.ValueOf("rename")!);
        foreach (var reference in configuration.References)
            Refer(reference, draft, document, (SeedMapping)mapping.ValueOf("references")!);
        new ConfiguredPaths(drafts, draft, document, mapping).Apply(configuration);
        if (configuration.Ignored.Count > 0)
            drafts.Report(
                Rules.IgnoredKeys,
                document,
                mapping.Find("ignore")!.Value.Key,
                draft.Name,
                string.Join(", ", configuration.Ignored.Select(path => $"'{path}'"))
            );
    }

    private void Rename(RenamedKey renamed, KindDraft draft, SeedDocument document, SeedMapping mapping)
    {
        var entry = mapping.Find(renamed.Key)!.Value;
        var property = FindOwn(draft, renamed.Property, document, entry.Value);
        if (property is null || property.SeedName == renamed.Key)
            return;
        if (property.SeedKey is not null)
            drafts.Report(
                Rules.InvalidSchema,
                document,
                entry.Value,
                $"The schema of {draft.Name} says that seeds call '{property.Name}' '{property.SeedName}'"
            );
        else
            property.SeedKey = entry.Key;
    }

    private void Refer(ConfiguredReference reference, KindDraft draft, SeedDocument document, SeedMapping mapping)
    {
        var entry = mapping.Find(reference.Property)!.Value;
        if (FindOwn(draft, reference.Property, document, entry.Key) is not { } property)
            return;
        var kind = entry.Value as SeedScalar ?? (SeedScalar)((SeedMapping)entry.Value).ValueOf("kind")!;
        var isExternal = kind.Text.IndexOf('@') > 0;
        if (!IsRange(kind, draft, property, document, entry, isExternal))
            return;
        property.Range = kind;
        if (isExternal)
            property.Type = PropertyType.External;
        property.Constraints = Constraints.None;
        property.IsIncomplete |= document.LacksPartOf(entry.Value);
        if (entry.Value is SeedMapping target && target.ValueOf("by") is SeedScalar { IsNull: false } by)
            property.By = (by, document);
    }

    /// <summary>Whether a property can refer to a kind; reports why not.</summary>
    private bool IsRange(
        SeedScalar kind,
        KindDraft draft,
        PropertyDraft property,
        SeedDocument document,
        SeedEntry entry,
        bool isExternal
    )
    {
        KindDraft? range = null;
        if (isExternal ? !drafts.IsExternal(document, kind) : !drafts.ByName.TryGetValue(kind.Text, out range))
        {
            if (!isExternal)
                drafts.ReportUnknownKind(document, kind);
            return false;
        }

        if (range is { Shape: KindShape.Embedded })
        {
            drafts.Report(
                Rules.InvalidSchema,
                document,
                kind,
                $"A reference names an entity, and {range.Name} is embedded"
            );
            return false;
        }

        if (
            property.Range is not null
                ? property.Range.Text == kind.Text
                : !property.IsLocalized && CanBeReference(property.Type)
        )
            return true;
        drafts.Report(
            Rules.InvalidSchema,
            document,
            entry.Key,
            $"References are texts or whole numbers, and the schema of {draft.Name} says that '{property.Name}' "
                + "is something else"
        );
        return false;
    }

    private static bool CanBeReference(PropertyType type) =>
        type is ScalarType { CanNameEntities: true } || type == PropertyType.Any || type == PropertyType.Invalid;

    /// <summary>A property that the kind itself declares, by its name or its key in seeds; reports it if there is
    /// none.</summary>
    private PropertyDraft? FindOwn(KindDraft draft, string name, SeedDocument document, SeedNode at)
    {
        if (draft.FindNamed(name) is { } own)
            return own;
        if (draft.Ancestors.Find(ancestor => ancestor.FindOwn(name) is not null) is { } owner)
            drafts.Report(
                Rules.InvalidSchema,
                document,
                at,
                $"'{name}' is a property of {owner.Name}, which {draft.Name} extends: say it there"
            );
        else if (!draft.IsIncomplete && !draft.Ancestors.Exists(ancestor => ancestor.IsIncomplete))
            drafts.Report(
                Rules.UnknownProperty,
                document,
                at,
                draft.Name,
                name,
                drafts.Diagnostics.DidYouMean(name, draft.Properties.Select(property => property.Name))
            );
        return null;
    }
}
